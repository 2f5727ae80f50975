import type { User } from '../entities.ts';
import { permissionsIn } from '../permissions.ts';
import type { RegisteredCommand } from '../registered-command.ts';
import type { CommandOption } from '../wire.ts';
import type { World } from '../world.ts';
import { memberFields, permissionsOf, type Place } from './place.ts';

/** Users, channels, and roles are passed as objects. */
type OptionValue = string | number | boolean | { id: string };
export type OptionValues = Record<string, OptionValue | undefined>;

type Given = { type: number; name: string; value?: unknown; focused?: true; options?: Given[] };
type Resolved = Record<string, Record<string, unknown>>;

export type CommandData = {
  id: string;
  name: string;
  type: number;
  options?: Given[];
  resolved?: Resolved;
  guild_id?: string;
};

type Context = { world: World; place: Place; user: User; resolved: Resolved };

const SUBCOMMAND = 1;
const GROUP = 2;
const idOf = (value: OptionValue): string => (typeof value === 'object' ? value.id : String(value));

/** A typed name such as `announcements setup`, matched to the registered command. */
export function leafOf(
  command: RegisteredCommand,
  path: readonly string[],
): { holders: CommandOption[]; options: readonly CommandOption[] } {
  const holders: CommandOption[] = [];
  let options: readonly CommandOption[] = command.options ?? [];
  for (const name of path) {
    const inner = options.find((option) => option.name === name && option.type <= GROUP);
    if (inner === undefined)
      throw new Error(`/${command.name} has no subcommand ${path.join(' ')}.`);
    holders.push(inner);
    options = inner.options ?? [];
  }
  if (options.some(({ type }) => type === SUBCOMMAND || type === GROUP)) {
    const names = options.map(({ name }) => name).join(', ');
    throw new Error(`/${command.name} is not complete: choose one of ${names}.`);
  }
  return { holders, options };
}

/**
 * A command interaction's `data`, checked as Discord's client does.
 * @param focused the option being typed, for autocomplete; required options may be missing then
 * @throws Error when Discord's client wouldn't send it
 */
export function commandData(
  context: Omit<Context, 'resolved'>,
  command: RegisteredCommand,
  path: readonly string[],
  values: OptionValues,
  focused?: string,
): CommandData {
  const { holders, options } = leafOf(command, path);
  const resolved: Resolved = {};
  const given = givenOptions({ ...context, resolved }, options, values, focused);
  const missing = options.filter(({ name, required }) => required && values[name] === undefined);
  if (missing.length > 0 && focused === undefined) {
    throw new Error(`/${command.name} needs ${missing.map(({ name }) => name).join(', ')}.`);
  }
  // For autocomplete, Discord sends ids without the objects behind them.
  const isResolved = focused === undefined && Object.keys(resolved).length > 0;
  const nested = holders.reduceRight<Given[]>(
    (inner, { type, name }) => [{ type, name, options: inner }],
    given,
  );
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(isResolved ? { resolved } : {}),
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
  };
}

function givenOptions(
  context: Context,
  options: readonly CommandOption[],
  values: OptionValues,
  focused: string | undefined,
): Given[] {
  return Object.entries(values).flatMap(([name, value]): Given[] => {
    if (value === undefined) return [];
    const option = options.find((known) => known.name === name);
    if (option === undefined) {
      throw new Error(
        `There is no option ${name}; there are ${options.map((known) => known.name).join(', ')}.`,
      );
    }
    const { type } = option;
    // Discord sends the focused text unchecked.
    if (name === focused) return [{ type, name, value: idOf(value), focused: true }];
    return [{ type, name, value: checked(context, option, value) }];
  });
}

function checked(context: Context, option: CommandOption, value: OptionValue): unknown {
  const { type, name, choices } = option;
  const wrong = (what: string) =>
    new Error(`The option ${name} does not take ${JSON.stringify(value)}: ${what}.`);
  if (choices?.length && !choices.some((choice) => choice.value === value)) {
    throw wrong(`the choices are ${choices.map((choice) => choice.value).join(', ')}`);
  }
  if (type === 3) {
    if (typeof value !== 'string' || value === '') throw wrong('it is a text');
    if (value.length < (option.min_length ?? 0)) throw wrong('too short');
    if (value.length > (option.max_length ?? 6000)) throw wrong('too long');
    return value;
  }
  if (type === 4 || type === 10) {
    if (typeof value !== 'number' || (type === 4 && !Number.isInteger(value)))
      throw wrong('it is a number');
    if (value < (option.min_value ?? -Infinity)) throw wrong('too small');
    if (value > (option.max_value ?? Infinity)) throw wrong('too large');
    return value;
  }
  if (type === 5) {
    if (typeof value !== 'boolean') throw wrong('it is true or false');
    return value;
  }
  const id = idOf(value);
  if (!resolve(context, option, id)) throw wrong('there is nothing of that kind here');
  return id;
}

/** Adds the object behind an id to `resolved`. False if the option doesn't accept it. */
function resolve(
  { world, place, user, resolved }: Context,
  option: CommandOption,
  id: string,
): boolean {
  const add = (kind: string, thing: unknown) => {
    resolved[kind] = { ...resolved[kind], [id]: thing };
    return true;
  };
  const { guild } = place;
  const found = world.users.get(id);
  if ((option.type === 6 || option.type === 9) && found !== undefined) {
    if (guild?.members.has(id)) {
      const {
        user: _user,
        deaf: _deaf,
        mute: _mute,
        ...member
      } = memberFields(guild, found, permissionsIn(guild, id).toString());
      add('members', member);
    }
    return add('users', found);
  }
  const role = guild?.roles.find((known) => known.id === id);
  if ((option.type === 8 || option.type === 9) && role !== undefined) return add('roles', role);
  const channel = world.channels.get(id);
  if (option.type !== 7 || channel === undefined || channel.guild_id !== guild?.id) return false;
  if (option.channel_types?.length && !option.channel_types.includes(channel.type)) return false;
  const { permission_overwrites: _overwrites, recipients: _recipients, ...partial } = channel;
  const permissions = permissionsOf(place, user.id, channel);
  return add('channels', { ...partial, permissions: permissions.toString() });
}
