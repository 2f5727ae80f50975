import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';
import { isCount } from '#src/retroachievements/api/wire.ts';
import { awardOf, awardRank } from '#src/retroachievements/award-kind.ts';
import { searchKey } from '#src/retroachievements/title.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import { findGames, suggestGames } from './find-games.ts';
import type { FoundGames, ListedGame, ServerGame } from './find-games.ts';
import type { ServerPlayer } from './server-players.ts';
import type { KnownGame } from './tables/known-games.ts';
import type { GameRow, PeopleSchema } from './tables/schema.ts';

/** A player who has a game, and how far along they are. */
export type Holder = Pick<ServerPlayer, 'name' | 'ulid'> &
  Pick<
    KnownGame,
    'award' | 'awarded' | 'awardedAt' | 'awardedHardcore' | 'lastUnlockAt' | 'possible'
  >;

/** Players whose games are counted at once: SQLite runs on the bot's own thread, so others get their turn in between. */
const PLAYERS_A_TURN = 25;
/** Somebody who types asks several times a second. */
const KEPT_MS = 60_000;
const SERVERS_KEPT = 20;

/** What a server's players have. Rejects with StoreError. */
export function createServerGames(database: Database, clock: Clock) {
  const db = database.$extendTables<PeopleSchema>();
  const kept = new LRUCache<
    string,
    { readonly at: number; readonly games: Promise<readonly ListedGame[]> }
  >({ max: SERVERS_KEPT });

  async function list(players: readonly ServerPlayer[]): Promise<readonly ListedGame[]> {
    const counts = new Map<number, number>();
    const ulids = players.map(({ ulid }) => ulid);
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
    const games = await inChunks([...counts.keys()], async (ids) => {
      const rows = await db.selectFrom('games').selectAll().where('id', 'in', ids).execute();
      return rows.map((row) => toListed(row, counts.get(row.id) ?? 0));
    });
    return games.toSorted((a, b) => b.playerCount - a.playerCount || a.id - b.id);
  }

  /** The server's games, most players first, as of a minute ago at most. */
  function gamesOf(
    guildId: string,
    players: readonly ServerPlayer[],
  ): Promise<readonly ListedGame[]> {
    const known = kept.get(guildId);
    const age = clock.now() - (known?.at ?? -Infinity);
    if (known && age >= 0 && age < KEPT_MS) return known.games;
    const games = list(players);
    kept.set(guildId, { at: clock.now(), games });
    games.catch(() => kept.delete(guildId));
    return games;
  }

  return {
    /** The games that a search finds. */
    async search(
      guildId: string,
      players: readonly ServerPlayer[],
      typed: string,
    ): Promise<FoundGames> {
      return findGames(await gamesOf(guildId, players), typed);
    },
    /** What someone may mean who is still typing, best first. */
    async suggest(
      guildId: string,
      players: readonly ServerPlayer[],
      typed: string,
    ): Promise<readonly ServerGame[]> {
      return suggestGames(await gamesOf(guildId, players), typed);
    },
    /** A game by its id; null if nobody has or had it. */
    async find(id: number): Promise<Omit<ServerGame, 'playerCount'> | null> {
      const row = await db.selectFrom('games').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toGame(row) : null;
    },
    /** Who of them has a game: highest awards first, the earliest of each; then by progress. */
    async holders(gameId: number, players: readonly ServerPlayer[]): Promise<readonly Holder[]> {
      const names = new Map(players.map(({ ulid, name }) => [ulid, name]));
      const rows = await inChunks([...names.keys()], (ulids) =>
        db
          .selectFrom('player_games')
          .selectAll()
          .where('game_id', '=', gameId)
          .where('ulid', 'in', ulids)
          .execute(),
      );
      return rows
        .map((row) => ({
          ulid: row.ulid,
          name: names.get(row.ulid) ?? '',
          award: row.award === null ? null : awardOf(row.award),
          awardedAt: row.awarded_at,
          awarded: countIn(row.awarded),
          awardedHardcore: countIn(row.awarded_hardcore),
          possible: countIn(row.possible),
          lastUnlockAt: row.last_unlock_at,
        }))
        .toSorted(
          (a, b) =>
            awardRank(b.award) - awardRank(a.award) ||
            whenAwarded(a) - whenAwarded(b) ||
            b.awarded - a.awarded ||
            (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
        );
    },
  };
}

/** On SQLite, a row may have any number. */
function countIn(value: number): number {
  return isCount(value) ? value : 0;
}

/** Those without a date come last, and all of those without an award are alike. */
function whenAwarded({ award, awardedAt }: Holder): number {
  if (award === null) return 0;
  return awardedAt ?? Number.MAX_SAFE_INTEGER;
}

function toGame({ id, title, system_id: systemId, system_name: systemName }: GameRow) {
  return { id, title, systemId, systemName };
}

function toListed(row: GameRow, playerCount: number): ListedGame {
  return { ...toGame(row), playerCount, searchKey: searchKey(row.title) };
}
