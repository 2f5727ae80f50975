import { z } from 'zod';

import { ApiError } from './api-error.ts';
import type { CommandBody, CommandOption } from './wire.ts';
import type { World } from './world.ts';

/** Discord accepts permissions as text or a number, and returns text. */
const permissionText = z.coerce.string();
const CREATES_A_DAY = 200;

/** A command as Discord stores it, with defaults filled in. */
export type RegisteredCommand = {
  id: string;
  application_id: string;
  version: string;
  type: number;
  name: string;
  description: string;
  default_member_permissions: string | null;
  integration_types: number[];
  contexts: number[] | null;
  dm_permission: boolean;
  nsfw: boolean;
  name_localizations: Record<string, string> | null;
  description_localizations: Record<string, string> | null;
  options?: CommandOption[];
  guild_id?: string;
};

/** Discord leaves `false`, `null` and empty lists out of options. */
function normalOption(option: CommandOption): CommandOption {
  const { options, choices, required, autocomplete, channel_types, ...rest } = option;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    ...kept,
    type: option.type,
    name: option.name,
    name_localizations: option.name_localizations ?? null,
    description_localizations: option.description_localizations ?? null,
    ...(required ? { required } : {}),
    ...(autocomplete ? { autocomplete } : {}),
    ...(channel_types?.length ? { channel_types } : {}),
    ...(choices?.length
      ? { choices: choices.map((choice) => ({ name_localizations: null, ...choice })) }
      : {}),
    ...(options?.length ? { options: options.map(normalOption) } : {}),
  };
}

type Kept = Omit<RegisteredCommand, 'id' | 'version'>;

function normalCommand(body: CommandBody, applicationId: string, guildId?: string): Kept {
  const contexts = body.contexts ?? null;
  const permissions = body.default_member_permissions ?? null;
  return {
    application_id: applicationId,
    type: body.type ?? 1,
    name: body.name,
    description: body.description ?? '',
    default_member_permissions: permissions === null ? null : permissionText.parse(permissions),
    integration_types: body.integration_types?.toSorted() ?? [0],
    contexts: contexts?.toSorted() ?? null,
    dm_permission: contexts === null ? (body.dm_permission ?? true) : contexts.includes(1),
    nsfw: body.nsfw ?? false,
    name_localizations: body.name_localizations ?? null,
    description_localizations: body.description_localizations ?? null,
    ...(body.options?.length ? { options: body.options.map(normalOption) } : {}),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}

/** The application's commands: global ones (key `global`) and those of single servers. */
export class CommandRegistry {
  readonly #world: World;
  readonly #scopes = new Map<string, RegisteredCommand[]>();
  /** How often the bot registered commands. */
  writes = 0;
  /** Whether the connected bot has read or written them. */
  touched = false;
  #creates = 0;

  constructor(world: World) {
    this.#world = world;
  }

  registered(guildId = 'global'): readonly RegisteredCommand[] {
    return this.#scopes.get(guildId) ?? [];
  }

  list(guildId = 'global'): readonly RegisteredCommand[] {
    this.touched = true;
    return this.#scopes.get(guildId) ?? [];
  }

  /** A command by name. The server's own come first. @param type 1 for a slash command, 2 for one in a member's menu */
  find(name: string, guildId?: string, type = 1): RegisteredCommand | undefined {
    const all = [
      ...(guildId === undefined ? [] : (this.#scopes.get(guildId) ?? [])),
      ...(this.#scopes.get('global') ?? []),
    ];
    return all.find((command) => command.type === type && command.name === name);
  }

  names(): string[] {
    return [...this.#scopes.values()].flat().map(({ name }) => name);
  }

  /** Replaces a scope's commands. A name keeps its id, and its version if nothing changed. */
  overwrite(bodies: readonly CommandBody[], guildId?: string): readonly RegisteredCommand[] {
    const scope = guildId ?? 'global';
    const before = this.#scopes.get(scope) ?? [];
    this.writes += 1;
    this.touched = true;
    const after = bodies.map((body) => this.#merge(before, body, guildId));
    this.#scopes.set(scope, after);
    this.#world.announce('commands', after);
    return after;
  }

  #merge(before: readonly RegisteredCommand[], body: CommandBody, guildId?: string) {
    const kept = normalCommand(body, this.#world.identity.applicationId, guildId);
    const known = before.find(({ name, type }) => name === kept.name && type === kept.type);
    if (known === undefined) {
      this.#creates += 1;
      if (this.#creates > CREATES_A_DAY) {
        throw new ApiError(
          400,
          30034,
          'Max number of daily application command creates has been reached (200)',
        );
      }
      return { id: this.#world.ids.next(), version: this.#world.ids.next(), ...kept };
    }
    const { id, version, ...old } = known;
    const same = JSON.stringify(old) === JSON.stringify(kept);
    return { id, version: same ? version : this.#world.ids.next(), ...kept };
  }
}

function withoutLocalizations(option: CommandOption): CommandOption {
  const {
    name_localizations: _names,
    description_localizations: _descriptions,
    options,
    choices,
    ...rest
  } = option;
  return {
    ...rest,
    type: option.type,
    name: option.name,
    ...(choices ? { choices: choices.map(({ name, value }) => ({ name, value })) } : {}),
    ...(options ? { options: options.map(withoutLocalizations) } : {}),
  };
}

/** The command as returned by GET, with localizations only on request. */
export function listedCommand(command: RegisteredCommand, withLocalizations: boolean): unknown {
  if (withLocalizations) return command;
  const {
    name_localizations: _names,
    description_localizations: _descriptions,
    options,
    ...rest
  } = command;
  return { ...rest, ...(options ? { options: options.map(withoutLocalizations) } : {}) };
}
