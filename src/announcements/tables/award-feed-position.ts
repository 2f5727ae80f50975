import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { AwardFeedPosition } from '#src/announcements/reading/award-reader.ts';

import type { Schema } from './schema.ts';

const recent = z.array(z.string());
const ID = 1;

/** How far the site's award feed has been read, and since when reading fails. */
export function createAwardFeedPosition(db: Kysely<Schema>) {
  return {
    async get(): Promise<(AwardFeedPosition & { readonly failingSince: number | null }) | null> {
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
    async save({ newestAt, recent: keys, polledAt }: AwardFeedPosition): Promise<void> {
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
    /** Notes when reading began to fail. Does nothing if the feed has never been read. */
    async failing(since: number): Promise<void> {
      await db
        .updateTable('award_feed')
        .set({ failing_since: since })
        .where('failing_since', 'is', null)
        .execute();
    },
  };
}
