import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { z } from 'zod';

import type { CommandInput, Focused, OptionValue, OptionValues } from './options.ts';

const SUBCOMMAND: number = ApplicationCommandOptionType.Subcommand;
const CHANNEL: number = ApplicationCommandOptionType.Channel;
const ROLE: number = ApplicationCommandOptionType.Role;
const STRING: number = ApplicationCommandOptionType.String;

const id = z.string().regex(/^\d{1,20}$/);
/** Half a character would come back in a sentence, which Discord refuses. */
export const wellFormed = z.string().transform((text) => text.toWellFormed());

const leaf = z.object({
  name: z.string(),
  type: z.number(),
  value: z.union([wellFormed, z.number(), z.boolean()]).optional(),
  focused: z.boolean().nullish().catch(null),
});
const option = leaf.extend({ options: z.array(leaf).nullish() });

const channel = z.object({
  id,
  type: z.number(),
  name: wellFormed.nullish().catch(null),
  parent_id: id.nullish().catch(null),
});
const role = z.object({
  id,
  name: wellFormed.catch(''),
  mentionable: z.boolean().catch(false),
});

/** The part of a command's data that says what someone sent with it. */
export const sentOptions = {
  options: z.array(option).nullish(),
  resolved: z
    .object({
      channels: z.record(id, channel).nullish().catch(null),
      roles: z.record(id, role).nullish().catch(null),
    })
    .nullish()
    .catch(null),
};

type Sent = z.output<z.ZodObject<typeof sentOptions>>;
type Leaf = z.output<typeof leaf>;

export function commandInput(sent: Sent): CommandInput {
  const { subcommand, options } = leavesOf(sent);
  return { subcommand, options: valuesOf(options, (one) => valueOf(one, sent.resolved)) };
}

/** Null when Discord doesn't say which option someone is typing in. */
export function focusedOption(sent: Sent): Focused | null {
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
function leavesOf({ options }: Sent): {
  readonly subcommand: string | undefined;
  readonly options: readonly Leaf[];
} {
  const [first] = options ?? [];
  return first?.type === SUBCOMMAND
    ? { subcommand: first.name, options: first.options ?? [] }
    : { subcommand: undefined, options: options ?? [] };
}

function valuesOf(
  options: readonly Leaf[],
  read: (option: Leaf) => OptionValue | undefined,
): OptionValues {
  // Defined rather than assigned, because an option may have any name, and an assignment to `__proto__` wouldn't define
  // it.
  return Object.fromEntries(
    options.flatMap((one) => {
      const value = read(one);
      return value === undefined ? [] : [[one.name, value] as const];
    }),
  );
}

function valueOf({ type, value }: Leaf, resolved: Sent['resolved']): OptionValue | undefined {
  if (type === CHANNEL) return channelOf(String(value), resolved?.channels ?? {});
  if (type === ROLE) return roleOf(String(value), resolved?.roles ?? {});
  return value;
}

function channelOf(
  chosen: string,
  channels: Readonly<Record<string, z.output<typeof channel>>>,
): OptionValue {
  const found = Object.hasOwn(channels, chosen) ? channels[chosen] : undefined;
  if (!found) return { kind: 'unresolved', of: 'channel', id: chosen };
  const { type, name, parent_id: parentId } = found;
  return { kind: 'channel', id: found.id, type, name: name ?? '', parentId: parentId ?? null };
}

function roleOf(
  chosen: string,
  roles: Readonly<Record<string, z.output<typeof role>>>,
): OptionValue {
  const found = Object.hasOwn(roles, chosen) ? roles[chosen] : undefined;
  return found ? { kind: 'role', ...found } : { kind: 'unresolved', of: 'role', id: chosen };
}
