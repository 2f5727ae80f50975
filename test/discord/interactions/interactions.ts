import type { APIInteraction } from 'discord-api-types/v10';

import type { RecordedCall } from './recording-api.ts';

/** Fields of an interaction that a test says; `undefined` leaves one out. */
type Said = Readonly<Record<string, unknown>>;

const memberOf = (id: string) => ({ user: { id, username: `user-${id}` }, roles: [] });

/** As the gateway gives it: out of JSON. */
function received(interaction: Said): APIInteraction {
  return JSON.parse(
    JSON.stringify({
      id: '42',
      application_id: '7',
      token: 'tok',
      version: 1,
      locale: 'en-GB',
      guild_id: '9',
      member: memberOf('1'),
      ...interaction,
    }),
  );
}

/** A slash command by user 1 in a server. */
export function commandOf(name: string, options: Said = {}, said: Said = {}): APIInteraction {
  return received({
    type: 2,
    data: {
      id: '5',
      name,
      type: 1,
      options: Object.entries(options).map(([option, value]) => ({
        name: option,
        type: typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3,
        value,
      })),
    },
    ...said,
  });
}

/** A channel or a role that was chosen, as Discord resolves it. */
type Chosen = {
  readonly channels?: readonly Said[];
  readonly roles?: readonly Said[];
};

const byId = (things: readonly Said[] = []) =>
  Object.fromEntries(things.map((thing) => [String(thing['id']), thing]));

/** A subcommand by user 1 in a server: its options stand one level down, what was chosen beside them. */
export function subcommandOf(
  [name, subcommand]: readonly [string, string],
  options: Said = {},
  { chosen = {}, said = {} }: { readonly chosen?: Chosen; readonly said?: Said } = {},
): APIInteraction {
  const resolved = { channels: byId(chosen.channels), roles: byId(chosen.roles) };
  const typeOf = (value: unknown) => {
    const isIn = (things: Said) => typeof value === 'string' && Object.hasOwn(things, value);
    if (isIn(resolved.channels)) return 7;
    if (isIn(resolved.roles)) return 8;
    return typeof value === 'boolean' ? 5 : typeof value === 'number' ? 4 : 3;
  };
  const given = Object.entries(options).map(([option, value]) => ({
    name: option,
    type: typeOf(value),
    value,
  }));
  return received({
    type: 2,
    data: {
      id: '5',
      name,
      type: 1,
      options: [{ name: subcommand, type: 1, ...(given.length > 0 && { options: given }) }],
      resolved,
    },
    ...said,
  });
}

/** Somebody types in an option of a subcommand; Discord gives the others along, and resolves none. */
export function typingInSubcommandOf(
  [name, subcommand]: readonly [string, string],
  [option, value]: readonly [string, string],
  others: Readonly<Record<string, { readonly type: number; readonly value: unknown }>> = {},
  said: Said = {},
): APIInteraction {
  const options = [
    ...Object.entries(others).map(([other, given]) => ({ name: other, ...given })),
    { type: 3, name: option, value, focused: true },
  ];
  const data = { id: '5', name, type: 1, options: [{ name: subcommand, type: 1, options }] };
  return received({ type: 4, data, ...said });
}

/** Someone types in an option. */
export function typingOf(
  command: string,
  option: string,
  value: string,
  focused = true,
): APIInteraction {
  return received({
    type: 4,
    data: { id: '5', name: command, type: 1, options: [{ type: 3, name: option, value, focused }] },
  });
}

/** A button pressed on the message `page`, or something chosen in a menu there. */
export function clickOf(
  customId: string,
  {
    userId = '1',
    values,
    flags,
    said = {},
  }: {
    readonly userId?: string;
    readonly values?: readonly string[];
    /** Of the message. */
    readonly flags?: number | undefined;
    readonly said?: Said;
  } = {},
): APIInteraction {
  return received({
    type: 3,
    member: memberOf(userId),
    message: { id: 'page', flags },
    data: { custom_id: customId, component_type: values ? 3 : 2, values },
    ...said,
  });
}

/** A modal sent that a button on the message `page` opened. */
export function modalOf(customId: string, fields: Said, said: Said = {}): APIInteraction {
  return received({
    type: 5,
    message: { id: 'page' },
    data: {
      custom_id: customId,
      components: Object.entries(fields).map(([field, value]) => ({
        type: 1,
        components: [{ type: 4, custom_id: field, value }],
      })),
    },
    ...said,
  });
}

/** The one call with which an interaction was answered. */
export function callOf(calls: readonly RecordedCall[]): RecordedCall {
  const [call, ...others] = calls;
  if (!call || others.length > 0) throw new Error(`${calls.length} calls instead of one`);
  return call;
}
