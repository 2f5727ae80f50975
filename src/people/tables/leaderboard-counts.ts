import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import type { PeopleSchema } from './schema.ts';

/** The largest number of games that a row is written with. */
const MOST_GAMES = 2 ** 31 - 1;
/** Players counted at once: SQLite runs on the bot's own thread, so others get their turn in between. */
const PLAYERS_A_TURN = 100;

/** How many games a player has that count. Those without any are left out. */
export type GameCount = { readonly ulid: string; readonly count: number };

export type LeaderboardCounts = ReturnType<typeof createLeaderboardCounts>;

/** What leaderboards rank players by: how many games they have, by the highest award of each. Rejects with StoreError. */
export function createLeaderboardCounts(database: Database) {
  const db = database.$extendTables<PeopleSchema>();
  return {
    /**
     * @param kinds in the wire's words
     * @param year the first that counts, in UTC; 0 for all time
     */
    sinceYear: (
      ulids: readonly string[],
      kinds: readonly string[],
      year: number,
    ): Promise<readonly GameCount[]> =>
      inChunks(ulids, (chunk) =>
        db
          .selectFrom('award_counts')
          .select(['ulid', ({ fn }) => fn.sum<number>('games').as('count')])
          .where('ulid', 'in', chunk)
          .where('award', 'in', kinds)
          .where('year', '>=', year)
          // On SQLite, a row may have any number, and the sum of large ones fails.
          .where(({ between }) => between('games', 0, MOST_GAMES))
          .groupBy('ulid')
          .execute(),
      ),
    /**
     * @param kinds in the wire's words
     * @param since ms since 1970
     */
    since: (
      ulids: readonly string[],
      kinds: readonly string[],
      since: number,
    ): Promise<readonly GameCount[]> =>
      inChunks(
        ulids,
        (chunk) =>
          db
            .selectFrom('player_games')
            .select(['ulid', ({ fn }) => fn.countAll<number>().as('count')])
            .where('ulid', 'in', chunk)
            .where('award', 'in', kinds)
            .where('awarded_at', '>=', since)
            .groupBy('ulid')
            .execute(),
        PLAYERS_A_TURN,
      ),
  };
}
