import {
  customId,
  matching,
  oneOf,
  optional,
  snowflake,
  wholeNumber,
} from '#src/discord/interactions/custom-id.ts';

/** What pressing does. Only ever append. */
const DIGEST_ACTIONS = ['open', 'first', 'previous', 'jump', 'next', 'last'] as const;
export type DigestAction = (typeof DIGEST_ACTIONS)[number];

/** A page of a digest's full list, in at most 51 characters. */
export const {
  prefix: DIGEST_PREFIX,
  encode: encodeDigestCustomId,
  parse: parseDigestCustomId,
} = customId('d1', {
  action: oneOf(DIGEST_ACTIONS),
  /** Whose list it is, by Discord id; null on the digest itself, where the button is everybody's. */
  ownerId: optional(snowflake),
  batchId: matching('[0-9a-z]{1,25}'),
  /** 1-based; where the action leads to. */
  page: wholeNumber(1, 6),
});
export type DigestCustomId = NonNullable<ReturnType<typeof parseDigestCustomId>>;
