import { customId, oneOf, snowflake, wholeNumber } from '#src/discord/interactions/custom-id.ts';

/** What pressing does. Only ever append to these lists. */
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
