import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import type { PeopleSchema } from './schema.ts';

/** The players who are never announced. */
export function createDenials(database: Database) {
  const db = database.$extendTables<PeopleSchema>();
  return {
    async has(ulid: Ulid): Promise<boolean> {
      const row = await db
        .selectFrom('denied_players')
        .select('ulid')
        .where('ulid', '=', ulid)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Which of these players are never announced. */
    async among(ulids: readonly Ulid[]): Promise<ReadonlySet<string>> {
      const rows = await inChunks(ulids, (chunk) =>
        db.selectFrom('denied_players').select('ulid').where('ulid', 'in', chunk).execute(),
      );
      return new Set(rows.map(({ ulid }) => ulid));
    },
    async add(ulid: Ulid, at: number): Promise<void> {
      await db
        .insertInto('denied_players')
        .values({ ulid, denied_at: at })
        .onConflict((conflict) => conflict.column('ulid').doNothing())
        .execute();
    },
    async remove(ulid: Ulid): Promise<void> {
      await db.deleteFrom('denied_players').where('ulid', '=', ulid).execute();
    },
  };
}
