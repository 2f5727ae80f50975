import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import { renameLinks } from './links.ts';
import type { PeopleSchema, TrackedSchema } from './schema.ts';

type Schema = PeopleSchema & TrackedSchema;

const CHUNK = 500;

export type KnownPlayers = ReturnType<typeof createKnownPlayers>;

/** The players whose games are kept: those whom a feed tracks or someone has linked. Rejects with StoreError. */
export function createKnownPlayers(database: Database) {
  const db = database.$extendTables<Schema>();

  /**
   * Forgets those of them whom nobody tracks or has linked any longer, with their games.
   * @param keeping which links keep a player's games: after a verified owner's wish, no mere claim does
   */
  async function forgetUnknown(
    ulids: readonly string[],
    keeping: 'links' | 'verified links' = 'links',
  ): Promise<void> {
    await inChunks(ulids, async (chunk) => {
      await database.transaction().execute(async (transaction) => {
        const trx = transaction.$extendTables<Schema>();
        const unknown = trx
          .selectFrom('known_players')
          .select('known_players.ulid')
          .where('known_players.ulid', 'in', chunk)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('tracked_players')
                  .select('tracked_players.ulid')
                  .whereRef('tracked_players.ulid', '=', 'known_players.ulid'),
              ),
            ),
          )
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('links')
                  .select('links.ulid')
                  .whereRef('links.ulid', '=', 'known_players.ulid')
                  .$if(keeping === 'verified links', (links) =>
                    links.where('links.verified_at', 'is not', null),
                  ),
              ),
            ),
          );
        // Another process may be tracking one right now: wait for it, and then look again.
        await unknown.orderBy('known_players.ulid').forUpdate().execute();
        await trx.deleteFrom('known_players').where('ulid', 'in', unknown).execute();
      });
      return [];
    });
  }

  return {
    /**
     * Keeps a player's games from now on, unless they don't want to be shown.
     * @param isUnranked whether the site leaves them out of its rankings; left out if it isn't known
     */
    async add(ulid: Ulid, name: string, isUnranked?: boolean): Promise<void> {
      await renameLinks(db, ulid, name);
      const denied = await db
        .selectFrom('denied_players')
        .select('ulid')
        .where('ulid', '=', ulid)
        .executeTakeFirst();
      if (denied) return;
      const now = {
        name,
        ...(isUnranked === undefined ? {} : { untracked: Number(isUnranked) }),
      };
      await db
        .insertInto('known_players')
        .values({ ulid, ...now })
        .onConflict((conflict) => conflict.column('ulid').doUpdateSet(now))
        .execute();
    },
    async rename(ulid: Ulid, name: string): Promise<void> {
      await renameLinks(db, ulid, name);
      await db.updateTable('known_players').set({ name }).where('ulid', '=', ulid).execute();
    },
    /** Forgets a player and their games, whoever knows them. */
    async forget(ulid: Ulid): Promise<void> {
      await db.deleteFrom('known_players').where('ulid', '=', ulid).execute();
    },
    forgetUnknown,
    /** Forgets all players whom nobody tracks or has linked any longer. */
    async forgetAllUnknown(): Promise<void> {
      for (let after = ''; ;) {
        const rows = await db
          .selectFrom('known_players')
          .select('ulid')
          .where('ulid', '>', after)
          .orderBy('ulid')
          .limit(CHUNK)
          .execute();
        await forgetUnknown(rows.map(({ ulid }) => ulid));
        const last = rows.at(-1);
        if (last === undefined || rows.length < CHUNK) return;
        after = last.ulid;
      }
    },
    /** A player whose library was never loaded completely. @param now ms since 1970 */
    async nextToLoad(now: number): Promise<Ulid | null> {
      const row = await db
        .selectFrom('known_players')
        .select('ulid')
        .where('loaded_at', 'is', null)
        .where('load_after', '<=', now)
        .orderBy('load_after')
        .limit(1)
        .executeTakeFirst();
      return row && isUlid(row.ulid) ? row.ulid : null;
    },
    /** Tries a player's first load no earlier than `at`, ms since 1970. */
    async loadAfter(ulid: Ulid, at: number): Promise<void> {
      await db
        .updateTable('known_players')
        .set({ load_after: at })
        .where('ulid', '=', ulid)
        .execute();
    },
  };
}
