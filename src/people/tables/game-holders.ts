import { sql } from 'kysely';

import { isCount } from '#src/retroachievements/api/wire.ts';
import { awardOf } from '#src/retroachievements/award-kind.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import type { KnownGame } from './known-games.ts';
import type { GameRow, PeopleSchema, PlayerGameRow } from './schema.ts';

/** How far along a player is in a game. */
export type Holding = Pick<
  KnownGame,
  'award' | 'awarded' | 'awardedAt' | 'awardedHardcore' | 'lastUnlockAt' | 'possible'
> & { readonly ulid: string };

/** Players whose games are counted at once: SQLite runs on the bot's own thread, so others get their turn in between. */
const PLAYERS_A_TURN = 25;

export type GameHolders = ReturnType<typeof createGameHolders>;

/** Games, and who of some players has them. Rejects with StoreError. */
export function createGameHolders(database: Database) {
  const db = database.$extendTables<PeopleSchema>();
  return {
    /** How many of these players have each game, by the game's id. */
    async countsAmong(ulids: readonly string[]): Promise<ReadonlyMap<number, number>> {
      const counts = new Map<number, number>();
      await inChunks(
        ulids,
        async (chunk) => {
          // As one text: reading so many rows would take twice as long.
          const row = await db
            .selectFrom('player_games')
            .select(sql<string | null>`string_agg(cast(game_id as text), ' ')`.as('ids'))
            .where('ulid', 'in', chunk)
            .executeTakeFirst();
          for (const id of row?.ids?.split(' ').map(Number) ?? []) {
            counts.set(id, (counts.get(id) ?? 0) + 1);
          }
          return [];
        },
        PLAYERS_A_TURN,
      );
      return counts;
    },
    /** Games that somebody has or had. @param ids no more than `inChunks` gives at once */
    games: (ids: readonly number[]): Promise<readonly GameRow[]> =>
      db.selectFrom('games').selectAll().where('id', 'in', ids).execute(),
    /** Of these players, those who have the game, and how far along they are. */
    async of(gameId: number, ulids: readonly string[]): Promise<readonly Holding[]> {
      const rows = await inChunks(ulids, (chunk) =>
        db
          .selectFrom('player_games')
          .selectAll()
          .where('game_id', '=', gameId)
          .where('ulid', 'in', chunk)
          .execute(),
      );
      return rows.map(toHolding);
    },
  };
}

function toHolding(row: PlayerGameRow): Holding {
  return {
    ulid: row.ulid,
    award: row.award === null ? null : awardOf(row.award),
    awardedAt: row.awarded_at,
    awarded: countIn(row.awarded),
    awardedHardcore: countIn(row.awarded_hardcore),
    possible: countIn(row.possible),
    lastUnlockAt: row.last_unlock_at,
  };
}

/** On SQLite, a row may have any number. */
function countIn(value: number): number {
  return isCount(value) ? value : 0;
}
