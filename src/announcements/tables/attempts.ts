import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

/** A post that was sent and of which no answer is known. Times are ms since 1970. */
export type Attempt = {
  /** As it was sent. */
  readonly body: string;
  readonly firstAt: number;
};

/** Which posts are in doubt: written before anything is sent, taken back when it is certain what became of it. */
export type Attempts = {
  of(batchId: string): Promise<Attempt | null>;
  begin(batchId: string, body: string, at: number): Promise<void>;
  end(batchId: string): Promise<void>;
};

export function createAttempts(db: Kysely<Schema>): Attempts {
  return {
    async of(batchId) {
      const row = await db
        .selectFrom('attempts')
        .select(['body', 'first_at as firstAt'])
        .where('batch_id', '=', batchId)
        .executeTakeFirst();
      return row ?? null;
    },
    async begin(batchId, body, at) {
      await db
        .insertInto('attempts')
        .values({ batch_id: batchId, body, first_at: at, last_at: at })
        .onConflict((conflict) => conflict.column('batch_id').doUpdateSet({ last_at: at }))
        .execute();
    },
    async end(batchId) {
      await db.deleteFrom('attempts').where('batch_id', '=', batchId).execute();
    },
  };
}
