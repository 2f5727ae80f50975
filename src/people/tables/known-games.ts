import type { Kysely } from 'kysely';

import { shownTime } from '#src/platform/shown-time.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { awardWord } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import { renameLinks } from './links.ts';
import type { AwardCountRow, GameRow, PeopleSchema, PlayerGameRow } from './schema.ts';

/** A game of a player. */
export type KnownGame = Omit<GameProgress, 'iconPath'>;

/** What came from the site about a player. */
export type Seen = {
  readonly ulid: Ulid;
  /** Null if the response doesn't say. */
  readonly name: string | null;
  readonly isUnranked: boolean | null;
  readonly games: readonly KnownGame[];
  /** Whether these are all games: then the player has no others. */
  readonly isWhole: boolean;
  /** When it was asked for, ms since 1970. */
  readonly at: number;
};

export type KnownGames = ReturnType<typeof createKnownGames>;

/** Known players' games. Rejects with StoreError. */
export function createKnownGames(database: Database) {
  const db = database.$extendTables<PeopleSchema>();
  return {
    /** Writes what changed, in one transaction. @returns rows written; null for a player who isn't known */
    async keep(seen: Seen): Promise<number | null> {
      if (seen.name !== null) await renameLinks(db, seen.ulid, seen.name);
      const isKnown = await db
        .selectFrom('known_players')
        .select('ulid')
        .where('ulid', '=', seen.ulid)
        .executeTakeFirst();
      // Most libraries are those of players whom nobody tracks.
      return isKnown ? db.transaction().execute((trx) => keepIn(trx, seen)) : null;
    },
    /** A player's games, newest unlock first. */
    of: (ulid: Ulid) =>
      db
        .selectFrom('player_games')
        .innerJoin('games', 'games.id', 'player_games.game_id')
        .selectAll('player_games')
        .select(['games.title', 'games.system_name'])
        .where('player_games.ulid', '=', ulid)
        .orderBy('player_games.last_unlock_at', 'desc')
        .orderBy('player_games.game_id')
        .execute(),
    async count(ulid: Ulid): Promise<number> {
      const row = await db
        .selectFrom('player_games')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('ulid', '=', ulid)
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

async function keepIn(db: Kysely<PeopleSchema>, seen: Seen): Promise<number | null> {
  const { ulid, name, isUnranked, isWhole, at } = seen;
  const player = await db
    .selectFrom('known_players')
    .select('loaded_at')
    .where('ulid', '=', ulid)
    .forUpdate()
    .executeTakeFirst();
  if (!player) return null;
  // Another process has kept a newer response.
  if (player.loaded_at !== null && player.loaded_at > at) return 0;
  const games = seen.games.toSorted((a, b) => a.gameId - b.gameId);
  await keepGames(db, games);
  const known = await db.selectFrom('player_games').selectAll().where('ulid', '=', ulid).execute();
  const before = new Map(known.map((row) => [row.game_id, row]));
  const changed = games
    .map((game) => toRow(ulid, game))
    .filter((row) => !isSame(before.get(row.game_id), row));
  await inChunks(changed, async (rows) => {
    await db
      .insertInto('player_games')
      .values([...rows])
      .onConflict((conflict) =>
        conflict.columns(['ulid', 'game_id']).doUpdateSet(({ ref }) => ({
          award: ref('excluded.award'),
          awarded_at: ref('excluded.awarded_at'),
          awarded: ref('excluded.awarded'),
          awarded_hardcore: ref('excluded.awarded_hardcore'),
          possible: ref('excluded.possible'),
          last_unlock_at: ref('excluded.last_unlock_at'),
        })),
      )
      .execute();
    return [];
  });
  const there = new Set(games.map(({ gameId }) => gameId));
  const gone = isWhole ? [...before.keys()].filter((id) => !there.has(id)) : [];
  await inChunks(gone, async (ids) => {
    await db
      .deleteFrom('player_games')
      .where('ulid', '=', ulid)
      .where('game_id', 'in', ids)
      .execute();
    return [];
  });
  const isCountChanged =
    changed.some((row) => !isCountedAlike(before.get(row.game_id), row)) ||
    gone.some((id) => !isCountedAlike(before.get(id), undefined));
  if (isCountChanged) {
    const rows = new Map([...before, ...changed.map((row) => [row.game_id, row] as const)]);
    for (const id of gone) rows.delete(id);
    await keepCounts(db, ulid, [...rows.values()]);
  }
  const changes = {
    ...(name === null ? {} : { name }),
    ...(isUnranked === null ? {} : { untracked: Number(isUnranked) }),
    ...(isWhole ? { loaded_at: at } : {}),
  };
  if (Object.keys(changes).length > 0) {
    await db.updateTable('known_players').set(changes).where('ulid', '=', ulid).execute();
  }
  return changed.length + gone.length;
}

/** The count that a game adds to; null without an award. */
function countOf(row: PlayerGameRow | undefined): Pick<AwardCountRow, 'award' | 'year'> | null {
  if (!row || row.award === null) return null;
  const { award, awarded_at: awardedAt } = row;
  return { award, year: awardedAt === null ? 0 : new Date(shownTime(awardedAt)).getUTCFullYear() };
}

function isCountedAlike(before: PlayerGameRow | undefined, after: PlayerGameRow | undefined) {
  const [left, right] = [countOf(before), countOf(after)];
  return left?.award === right?.award && left?.year === right?.year;
}

/** @param games all that the player has. */
async function keepCounts(
  db: Kysely<PeopleSchema>,
  ulid: Ulid,
  games: readonly PlayerGameRow[],
): Promise<void> {
  const counts = new Map<string, AwardCountRow>();
  for (const game of games) {
    const count = countOf(game);
    if (count === null) continue;
    const key = `${count.award} ${count.year}`;
    counts.set(key, { ulid, ...count, games: (counts.get(key)?.games ?? 0) + 1 });
  }
  await db.deleteFrom('award_counts').where('ulid', '=', ulid).execute();
  await inChunks([...counts.values()], async (rows) => {
    await db
      .insertInto('award_counts')
      .values([...rows])
      .execute();
    return [];
  });
}

/** In the order of their ids: two processes that write the same games must not wait for each other. */
async function keepGames(db: Kysely<PeopleSchema>, games: readonly KnownGame[]): Promise<void> {
  await inChunks(games, async (chunk) => {
    const ids = chunk.map(({ gameId }) => gameId);
    const known = await db.selectFrom('games').selectAll().where('id', 'in', ids).execute();
    const before = new Map(known.map((row) => [row.id, row]));
    const changed = chunk.map(toGameRow).filter((row) => !isSame(before.get(row.id), row));
    if (changed.length === 0) return [];
    await db
      .insertInto('games')
      .values(changed)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          title: ref('excluded.title'),
          system_id: ref('excluded.system_id'),
          system_name: ref('excluded.system_name'),
        })),
      )
      .execute();
    return [];
  });
}

function toGameRow({ gameId, title, systemId, systemName }: KnownGame): GameRow {
  return { id: gameId, title, system_id: whole(systemId), system_name: systemName };
}

function toRow(ulid: Ulid, game: KnownGame): PlayerGameRow {
  return {
    ulid,
    game_id: game.gameId,
    award: game.award === null ? null : awardWord(game.award),
    awarded_at: game.awardedAt,
    awarded: whole(game.awarded),
    awarded_hardcore: whole(game.awardedHardcore),
    possible: whole(game.possible),
    last_unlock_at: game.lastUnlockAt,
  };
}

/** The database takes no larger ones. */
function whole(number: number): number {
  return Math.min(Math.trunc(number), 2 ** 31 - 1);
}

/** @param after has the columns of `before`. */
function isSame<Row extends object>(before: Row | undefined, after: Row): boolean {
  if (before === undefined) return false;
  const known = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after).every(([column, value]) => known.get(column) === value);
}
