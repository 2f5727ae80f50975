import { z } from 'zod';

import { fromBase36, snowflakeFromBase36, toBase36 } from '#src/discord/interactions/base36.ts';

/**
 * The state of a digest's full list, whole, in a custom_id, as for libraries: changing what is behind the prefix
 * means a new version.
 */
export const DIGEST_PREFIX = 'd1';

/** What pressing does. Their places in this list stand in messages that are years old: only ever append. */
const DIGEST_ACTIONS = ['open', 'first', 'previous', 'jump', 'next', 'last'] as const;
export type DigestAction = (typeof DIGEST_ACTIONS)[number];

export type DigestCustomId = {
  readonly action: DigestAction;
  /** Whose list it is, by Discord id; null on the digest itself, where the button is everybody's. */
  readonly ownerId: string | null;
  /** 1 to 25 characters, digits and lower-case letters. */
  readonly batchId: string;
  /** 1-based; where the action leads to. */
  readonly page: number;
};

/** At most 51 of the 100 characters that Discord takes. */
export function encodeDigestCustomId({ action, ownerId, batchId, page }: DigestCustomId): string {
  return [
    DIGEST_PREFIX,
    toBase36(DIGEST_ACTIONS.indexOf(action)),
    ownerId === null ? '' : toBase36(BigInt(ownerId)),
    batchId,
    toBase36(page),
  ].join(':');
}

const PATTERN =
  /^d1:(?<action>[0-9a-z]):(?<owner>[0-9a-z]{0,13}):(?<batch>[0-9a-z]{1,25}):(?<page>[0-9a-z]{1,6})$/;

const parts = z.object({
  action: z
    .string()
    .transform((digit) => DIGEST_ACTIONS[fromBase36(digit)])
    .pipe(z.enum(DIGEST_ACTIONS)),
  owner: z.union([z.literal('').transform(() => null), snowflakeFromBase36]),
  batch: z.string(),
  page: z.string().transform(fromBase36).pipe(z.number().int().positive()),
});

/** Reads a custom_id; null for one of another kind or version, or one that is damaged. */
export function parseDigestCustomId(customId: string): DigestCustomId | null {
  const { data } = parts.safeParse(PATTERN.exec(customId)?.groups);
  if (!data) return null;
  const { action, owner, batch, page } = data;
  return { action, ownerId: owner === null ? null : owner.toString(), batchId: batch, page };
}
