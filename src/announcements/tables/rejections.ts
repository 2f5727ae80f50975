import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

const IS_FAILED = sql<boolean>`batches.status = 'failed'`;

/** Batches that Discord rejected in every form. */
export function createRejections(db: Kysely<Schema>) {
  return {
    /** @param words Discord's */
    async add(batchId: string, words: string): Promise<void> {
      await db
        .updateTable('batches')
        .set({ status: 'failed', refusal: words, retry_at: null })
        .where('id', '=', batchId)
        .execute();
    },
    /** How many batches made since then Discord rejected, and its words about the newest. */
    async of(
      channelId: string,
      since: number,
    ): Promise<{ readonly count: number; readonly words: string } | null> {
      const rows = await db
        .selectFrom('batches')
        .select('refusal')
        .where(IS_FAILED)
        .where('channel_id', '=', channelId)
        .where('created_at', '>=', since)
        .orderBy('id', 'desc')
        .execute();
      return rows.length === 0 ? null : { count: rows.length, words: rows[0]?.refusal ?? '' };
    },
    /** Tries those again, from the first form on. @returns how many */
    async retry(channelId: string, since: number): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ status: 'due', plain: 0, refusal: null, retry_at: null })
        .where(IS_FAILED)
        .where('channel_id', '=', channelId)
        .where('created_at', '>=', since)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
