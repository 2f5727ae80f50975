import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { AwardFeedPosition } from '#src/announcements/reading/award-reader.ts';

import type { Schema } from './schema.ts';

/** How far the site-wide award feed was read, and how reading goes. */
export type AwardFeedPositions = {
  get(): Promise<(AwardFeedPosition & { readonly failingSince: number | null }) | null>;
  save(position: AwardFeedPosition): Promise<void>;
  /** Notes since when it can't be read. Nothing where it was never read. */
  failing(since: number): Promise<void>;
};

const recent = z.array(z.string());
const ID = 1;

export function createAwardFeedPositions(db: Kysely<Schema>): AwardFeedPositions {
  return {
    async get() {
      const row = await db
        .selectFrom('award_feed')
        .selectAll()
        .where('id', '=', ID)
        .executeTakeFirst();
      if (!row) return null;
      return {
        newestAt: row.newest_at,
        recent: recent.parse(JSON.parse(row.recent)),
        polledAt: row.polled_at,
        failingSince: row.failing_since,
      };
    },
    async save({ newestAt, recent: keys, polledAt }) {
      const values = {
        newest_at: newestAt,
        recent: JSON.stringify(keys),
        polled_at: polledAt,
        failing_since: null,
      };
      await db
        .insertInto('award_feed')
        .values({ id: ID, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
    },
    async failing(since) {
      await db
        .updateTable('award_feed')
        .set({ failing_since: since })
        .where('failing_since', 'is', null)
        .execute();
    },
  };
}
