import type { Kysely } from 'kysely';
import { z } from 'zod';

import type { AwardFeedPosition } from '#src/announcements/reading/award-reader.ts';
import { tryJson } from '#src/platform/json.ts';

import type { Schema } from './schema.ts';

/** What another version wrote is ignored: the feed is then read back by date. */
const recent = z.preprocess((json) => tryJson(String(json)), z.array(z.string()).catch([]));
const ID = 1;

type SavedPosition = AwardFeedPosition & {
  readonly failingSince: number | null;
  /** When the last two days were read again; null for never. */
  readonly readAgainAt: number | null;
};

/** How far the site's award feed has been read, and since when reading fails. */
export function createAwardFeedPosition(db: Kysely<Schema>) {
  return {
    async get(): Promise<SavedPosition | null> {
      const row = await db
        .selectFrom('award_feed')
        .selectAll()
        .where('id', '=', ID)
        .executeTakeFirst();
      if (!row) return null;
      return {
        newestAt: row.newest_at,
        recent: recent.parse(row.recent),
        polledAt: row.polled_at,
        failingSince: row.failing_since,
        readAgainAt: row.read_again_at,
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
    /** Notes when the last two days were read again. */
    async readAgain(at: number): Promise<void> {
      await db.updateTable('award_feed').set({ read_again_at: at }).execute();
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
