import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import type { SentChannel, SentCommand, SentOption, SentRole } from './interaction-schemas.ts';
import type { CommandInput, Focused, OptionValue, OptionValues } from './options.ts';

const SUBCOMMAND: number = ApplicationCommandOptionType.Subcommand;
const CHANNEL: number = ApplicationCommandOptionType.Channel;
const ROLE: number = ApplicationCommandOptionType.Role;
const STRING: number = ApplicationCommandOptionType.String;

/** As an assignment defines a property. */
const OWN = { configurable: true, enumerable: true, writable: true };

export function commandInput(sent: SentCommand): CommandInput {
  const { subcommand, options } = leavesOf(sent);
  return { subcommand, options: valuesOf(options, (one) => valueOf(one, sent.resolved)) };
}

/** Null when Discord doesn't say which option someone is typing in. */
export function focusedOption(sent: SentCommand): Focused | null {
  const { subcommand, options } = leavesOf(sent);
  const typed = options.find(({ type, focused }) => type === STRING && focused === true);
  if (typeof typed?.value !== 'string') return null;
  const others = valuesOf(
    options.filter((one) => one !== typed),
    ({ value }) => value,
  );
  return { subcommand, name: typed.name, typed: typed.value, others };
}

/** The options of the command, or of its subcommand, one level down. */
function leavesOf({ options }: SentCommand): {
  readonly subcommand: string | undefined;
  readonly options: readonly SentOption[];
} {
  const [first] = options ?? [];
  return first?.type === SUBCOMMAND
    ? { subcommand: first.name, options: first.options ?? [] }
    : { subcommand: undefined, options: options ?? [] };
}

function valuesOf(
  options: readonly SentOption[],
  read: (option: SentOption) => OptionValue | undefined,
): OptionValues {
  const values: Record<string, OptionValue> = {};
  for (const option of options) {
    const value = read(option);
    if (value === undefined) continue;
    // An option may have any name, even twice, and an assignment to this one wouldn't define it.
    if (option.name === '__proto__') Object.defineProperty(values, option.name, { value, ...OWN });
    else values[option.name] = value;
  }
  return values;
}

function valueOf(
  { type, value }: SentOption,
  resolved: SentCommand['resolved'],
): OptionValue | undefined {
  if (type === CHANNEL) return channelOf(String(value), resolved?.channels ?? {});
  if (type === ROLE) return roleOf(String(value), resolved?.roles ?? {});
  return value;
}

function channelOf(chosen: string, channels: Readonly<Record<string, SentChannel>>): OptionValue {
  const found = Object.hasOwn(channels, chosen) ? channels[chosen] : undefined;
  if (!found) return { kind: 'unresolved', of: 'channel', id: chosen };
  const { type, name, parent_id: parentId } = found;
  return { kind: 'channel', id: found.id, type, name: name ?? '', parentId: parentId ?? null };
}

function roleOf(chosen: string, roles: Readonly<Record<string, SentRole>>): OptionValue {
  const found = Object.hasOwn(roles, chosen) ? roles[chosen] : undefined;
  return found ? { kind: 'role', ...found } : { kind: 'unresolved', of: 'role', id: chosen };
}
