import { isDeepStrictEqual } from 'node:util';

import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { CommandDefinition } from './command.ts';

/** The ids under which Discord knows the commands, by name: `</progress:123>` is a mention to tap on. */
export type PublishedCommands = {
  readonly changed: boolean;
  readonly ids: ReadonlyMap<string, string>;
};

const publishedList = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/**
 * Registers the commands where they differ from what Discord has. Comparing first spares the write: Discord
 * counts 200 creates a day, and a write makes clients load the commands anew.
 */
export async function publishCommands(
  rest: REST,
  applicationId: string,
  definitions: readonly CommandDefinition[],
): Promise<PublishedCommands> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: 'true' });
  const published = publishedList.parse(await rest.get(route, { query }));
  if (isDeepStrictEqual(byName(published), byName(definitions))) {
    return { changed: false, ids: idsOf(published) };
  }
  const written = publishedList.parse(await rest.put(route, { body: definitions }));
  return { changed: true, ids: idsOf(written) };
}

function idsOf(commands: z.output<typeof publishedList>): ReadonlyMap<string, string> {
  return new Map(commands.map(({ name, id }) => [name, id]));
}

function byName(commands: readonly { readonly name: string }[]): unknown {
  return Object.fromEntries(commands.map((command) => [command.name, comparable(command)]));
}

/** What Discord adds on its own, and what it leaves out because it is the default. */
const SERVER_SIDE = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'name_localized',
  'description_localized',
  // Superseded by contexts, but still told.
  'dm_permission',
]);
const isDefault = (key: string, value: unknown) =>
  value === undefined ||
  value === null ||
  value === false ||
  (key === 'type' && value === 1) ||
  (Array.isArray(value) && value.length === 0);

function comparable(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !isDefault(key, item) && !(depth === 0 && SERVER_SIDE.has(key)))
      .map(([key, item]) => [key, comparable(item, depth + 1)]),
  );
}
