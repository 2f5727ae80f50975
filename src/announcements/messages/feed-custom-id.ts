import { z } from 'zod';

import { fromBase36, snowflakeFromBase36, toBase36 } from '#src/discord/interactions/base36.ts';

/**
 * The state of what can be pressed under an answer of /announcements, whole, in a custom_id, as for libraries:
 * changing what is behind a prefix means a new version.
 */
export const PLAYERS_PREFIX = 'l1';
export const REMOVE_PREFIX = 'r1';

/** What pressing does. Their places in these lists stand in old messages: only ever append. */
const PLAYERS_ACTIONS = ['first', 'previous', 'jump', 'next', 'last'] as const;
export type PlayersAction = (typeof PLAYERS_ACTIONS)[number];
const REMOVE_ACTIONS = ['confirm', 'keep'] as const;
export type RemoveAction = (typeof REMOVE_ACTIONS)[number];

type OwnFeed = {
  /** The Discord user whose message it is. */
  readonly ownerId: string;
  readonly channelId: string;
};

/** A page of a feed's tracked players. */
export type PlayersCustomId = OwnFeed & {
  readonly action: PlayersAction;
  /** 1-based; where the action leads to. */
  readonly page: number;
};

/** Whether a feed is to be removed. */
export type RemoveCustomId = OwnFeed & {
  readonly action: RemoveAction;
  /** When the feed was made, ms since 1970: one that was set up later in the same channel is not meant. */
  readonly createdAt: number;
};

export function encodePlayersCustomId({ action, page, ...of }: PlayersCustomId): string {
  return encode(PLAYERS_PREFIX, PLAYERS_ACTIONS.indexOf(action), of, page);
}

export function encodeRemoveCustomId({ action, createdAt, ...of }: RemoveCustomId): string {
  return encode(REMOVE_PREFIX, REMOVE_ACTIONS.indexOf(action), of, createdAt);
}

/** At most 41 of the 100 characters that Discord takes. */
function encode(prefix: string, action: number, of: OwnFeed, last: number): string {
  const ids = [of.ownerId, of.channelId].map((id) => toBase36(BigInt(id)));
  return [prefix, toBase36(action), ...ids, toBase36(last)].join(':');
}

const PATTERN =
  /^(?<prefix>[lr]1):(?<action>[0-9a-z]):(?<owner>[0-9a-z]{1,13}):(?<channel>[0-9a-z]{1,13}):(?<last>[0-9a-z]{1,9})$/;

const parts = z.object({
  prefix: z.string(),
  action: z.string().transform(fromBase36),
  owner: snowflakeFromBase36,
  channel: snowflakeFromBase36,
  last: z.string().transform(fromBase36).pipe(z.number().int().positive()),
});

/** Reads a custom_id; null for one of another kind or version, or one that is damaged. */
export function parsePlayersCustomId(customId: string): PlayersCustomId | null {
  const id = parse(PLAYERS_PREFIX, customId);
  const action = PLAYERS_ACTIONS[id?.action ?? -1];
  return id && action ? { action, ...id.of, page: id.last } : null;
}

/** The same for the question whether to remove a feed. */
export function parseRemoveCustomId(customId: string): RemoveCustomId | null {
  const id = parse(REMOVE_PREFIX, customId);
  const action = REMOVE_ACTIONS[id?.action ?? -1];
  return id && action ? { action, ...id.of, createdAt: id.last } : null;
}

function parse(prefix: string, customId: string) {
  const { data } = parts.safeParse(PATTERN.exec(customId)?.groups);
  if (data?.prefix !== prefix) return null;
  const { action, owner, channel, last } = data;
  return { action, of: { ownerId: owner.toString(), channelId: channel.toString() }, last };
}
