import {
  customId,
  matching,
  oneOf,
  optional,
  snowflake,
  wholeNumber,
} from '#src/discord/interactions/custom-id.ts';
import type { Field } from '#src/discord/interactions/custom-id.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

/** A player's identity. */
const ulidField: Field<Ulid> = {
  ...matching('[0-9A-Z]{26}'),
  read: (written) => (isUlid(written) ? written : undefined),
};

// The actions' places in these lists stand in old messages: only ever append.

const PLAYERS_ACTIONS = ['first', 'previous', 'jump', 'next', 'last'] as const;
export type PlayersAction = (typeof PLAYERS_ACTIONS)[number];

/** A page of a feed's tracked players, in at most 41 characters. */
export const {
  prefix: PLAYERS_PREFIX,
  encode: encodePlayersCustomId,
  parse: parsePlayersCustomId,
} = customId('l1', {
  action: oneOf(PLAYERS_ACTIONS),
  /** The Discord user whose message it is. */
  ownerId: snowflake,
  channelId: snowflake,
  /** 1-based; where the action leads to. */
  page: wholeNumber(1, 9),
});

const REMOVE_ACTIONS = ['confirm', 'keep'] as const;
export type RemoveAction = (typeof REMOVE_ACTIONS)[number];

/** Whether to remove a feed, in at most 41 characters. */
export const {
  prefix: REMOVE_PREFIX,
  encode: encodeRemoveCustomId,
  parse: parseRemoveCustomId,
} = customId('r1', {
  action: oneOf(REMOVE_ACTIONS),
  ownerId: snowflake,
  channelId: snowflake,
  /** When the feed was created, ms since 1970, so that a newer feed in the same channel is not removed. */
  createdAt: wholeNumber(1, 9),
});
export type RemoveCustomId = NonNullable<ReturnType<typeof parseRemoveCustomId>>;

const TAKE_ALONG_ACTIONS = ['take'] as const;

/** Whether to move a deleted channel's players, in at most 54 characters. */
export const {
  prefix: TAKE_ALONG_PREFIX,
  encode: encodeTakeAlongCustomId,
  parse: parseTakeAlongCustomId,
} = customId('m1', {
  action: oneOf(TAKE_ALONG_ACTIONS),
  ownerId: snowflake,
  /** The deleted channel. */
  from: snowflake,
  to: snowflake,
  /** When the deleted channel's feed was created, ms since 1970. */
  createdAt: wholeNumber(1, 9),
});
export type TakeAlongCustomId = NonNullable<ReturnType<typeof parseTakeAlongCustomId>>;

const INVITE_ACTIONS = ['join', 'leave', 'check'] as const;

/** Under an invitation, for anyone in the channel; and under the code that it leads to. At most 60 characters. */
export const {
  prefix: INVITE_PREFIX,
  encode: encodeInviteCustomId,
  parse: parseInviteCustomId,
} = customId('i1', {
  action: oneOf(INVITE_ACTIONS),
  /** Null on the invitation itself. */
  ownerId: optional(snowflake),
  channelId: snowflake,
  /** The account whose motto is checked. */
  ulid: optional(ulidField),
});

const DIGEST_ACTIONS = ['open', 'first', 'previous', 'jump', 'next', 'last'] as const;
export type DigestAction = (typeof DIGEST_ACTIONS)[number];

/** A page of a digest's full list, in at most 51 characters. */
export const {
  prefix: DIGEST_PREFIX,
  encode: encodeDigestCustomId,
  parse: parseDigestCustomId,
} = customId('d1', {
  action: oneOf(DIGEST_ACTIONS),
  /** Whose list it is, by Discord id; null on the digest itself, where the button is everyone's. */
  ownerId: optional(snowflake),
  batchId: matching('[0-9a-z]{1,25}'),
  /** 1-based; where the action leads to. */
  page: wholeNumber(1, 6),
});
export type DigestCustomId = NonNullable<ReturnType<typeof parseDigestCustomId>>;
