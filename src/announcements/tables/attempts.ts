import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

/** A post that was sent but whose outcome is unknown. */
export type Attempt = {
  /** Exactly as it was sent. */
  readonly body: string;
  /** ms since 1970. */
  readonly firstAt: number;
};

/** Posts in doubt: noted before anything is sent, removed once the outcome is certain. */
export function createAttempts(db: Kysely<Schema>) {
  return {
    async of(batchId: string): Promise<Attempt | null> {
      const row = await db
        .selectFrom('attempts')
        .select(['body', 'first_at as firstAt'])
        .where('batch_id', '=', batchId)
        .executeTakeFirst();
      return row ?? null;
    },
    /** A repeated attempt keeps the body and the time of the first. */
    async begin(batchId: string, body: string, at: number): Promise<void> {
      await db
        .insertInto('attempts')
        .values({ batch_id: batchId, body, first_at: at, last_at: at })
        .onConflict((conflict) => conflict.column('batch_id').doUpdateSet({ last_at: at }))
        .execute();
    },
    async end(batchId: string): Promise<void> {
      await db.deleteFrom('attempts').where('batch_id', '=', batchId).execute();
    },
    /** Ends those of batches that are never posted again: dropped, or their feed removed. */
    async endSettled(): Promise<void> {
      await db
        .deleteFrom('attempts')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('batches')
                .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
                .select('batches.id')
                .whereRef('batches.id', '=', 'attempts.batch_id')
                .where('batches.status', '=', 'due'),
            ),
          ),
        )
        .execute();
    },
  };
}
