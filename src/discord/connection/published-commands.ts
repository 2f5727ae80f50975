import { isDeepStrictEqual } from 'node:util';

import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';

import type { CommandDefinition, MenuDefinition } from '../interactions/command.ts';

export type PublishedCommands = ReturnType<typeof createPublishedCommands>;

const publishedList = z.array(z.looseObject({ id: z.string(), name: z.string() }));

/**
 * The commands as Discord knows them.
 * @param definitionsNow asked for when they are published
 */
export function createPublishedCommands(
  rest: REST,
  definitionsNow: () => readonly (CommandDefinition | MenuDefinition)[],
) {
  let ids = new Map<string, string>();
  const remember = (commands: z.output<typeof publishedList>) => {
    ids = new Map(commands.map(({ name, id }) => [name, id]));
  };
  return {
    /**
     * Registers the commands if they differ from those that Discord has, and returns whether they did. Comparing first
     * saves a write: Discord allows 200 creates a day, and each makes every client reload the commands.
     */
    async publish(applicationId: string): Promise<boolean> {
      const route = Routes.applicationCommands(applicationId);
      const query = new URLSearchParams({ with_localizations: 'true' });
      const published = publishedList.parse(await rest.get(route, { query }));
      remember(published);
      const definitions = definitionsNow();
      if (isDeepStrictEqual(byName(published), byName(definitions))) return false;
      remember(publishedList.parse(await rest.put(route, { body: definitions })));
      return true;
    },
    /**
     * `</progress:123>` to tap on; `/progress` before it is published.
     * @param commandName with the subcommand, if any: `announcements setup`.
     */
    mention(commandName: string): string {
      const id = ids.get(commandName.split(' ', 1)[0] ?? '');
      return id === undefined ? `/${commandName}` : `</${commandName}:${id}>`;
    },
  };
}

function byName(commands: readonly { readonly name: string }[]): unknown {
  return Object.fromEntries(commands.map((command) => [command.name, comparable(command)]));
}

/** Discord adds these, and fills in or leaves out defaults. */
const SERVER_SIDE = new Set([
  'id',
  'application_id',
  'guild_id',
  'version',
  'name_localized',
  'description_localized',
  // Replaced by contexts, but still sent.
  'dm_permission',
]);
const isDefault = (key: string, value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (key === 'type' && value === 1) ||
  (typeof value === 'object' && Object.keys(value).length === 0);

function comparable(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => comparable(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !isDefault(key, item) && !(depth === 0 && SERVER_SIDE.has(key)))
      .map(([key, item]) => [key, comparable(item, depth + 1)]),
  );
}
