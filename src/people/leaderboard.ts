import { withPlaces } from '#src/platform/places.ts';
import { AWARD_KINDS, isBeatenAward, isHardcoreAward } from '#src/retroachievements/award-kind.ts';
import { inChunks } from '#src/store/chunks.ts';
import type { Database } from '#src/store/database.ts';

import type { ServerPlayer } from './server-players.ts';
import type { PeopleSchema } from './tables/schema.ts';

/** The largest number of games that a row is written with. */
const MOST_GAMES = 2 ** 31 - 1;

export const PERIODS = ['week', 'month', 'year', 'all'] as const;
export type Period = (typeof PERIODS)[number];

export const RANKED_KINDS = ['any', 'beaten', 'mastered'] as const;
export type RankedKinds = (typeof RANKED_KINDS)[number];

/** Which games a leaderboard counts. */
export type LeaderboardQuery = {
  readonly period: Period;
  readonly kinds: RankedKinds;
  /** Whether casual awards count as well. */
  readonly casual: boolean;
};

/** A player's place. */
export type Place = {
  /** From 1; players with equally many games share one. */
  readonly place: number;
  readonly ulid: string;
  readonly name: string;
  readonly count: number;
};

const DAY_MS = 24 * 60 * 60_000;
/** Players counted at once: SQLite runs on the bot's own thread, so others get their turn in between. */
const PLAYERS_A_TURN = 100;

/**
 * When the period that `now` is in began, in UTC; weeks begin on Monday. Null for all time. Times are ms since 1970.
 */
export function startOf(period: Period, now: number): number | null {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (period) {
    case 'week': {
      const sinceMonday = (date.getUTCDay() + 6) % 7;
      return Date.UTC(year, month, date.getUTCDate()) - sinceMonday * DAY_MS;
    }
    case 'month':
      return Date.UTC(year, month);
    case 'year':
      return Date.UTC(year, 0);
    case 'all':
      return null;
  }
}

/** The award kinds that count: the highest award of each game alone. */
function countedKinds({ kinds, casual }: LeaderboardQuery): readonly string[] {
  return AWARD_KINDS.filter(
    (kind) =>
      (casual || isHardcoreAward(kind)) &&
      (kinds === 'any' || isBeatenAward(kind) === (kinds === 'beaten')),
  );
}

/** Players by their number of games, most first; those with equally many share a place, sorted by name. */
export function ranked(players: readonly Omit<Place, 'place'>[]): readonly Place[] {
  const sorted = players.toSorted(
    (a, b) => b.count - a.count || compareNames(a.name, b.name) || (a.ulid < b.ulid ? -1 : 1),
  );
  return withPlaces(sorted, ({ count }) => count);
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Ranks players from the database alone. Rejects with StoreError. */
export function createLeaderboard(database: Database) {
  const db = database.$extendTables<PeopleSchema>();

  /** @param year the first that counts, in UTC; 0 for all time. */
  const countByYear = (ulids: readonly string[], kinds: readonly string[], year: number) =>
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
    );

  const countSince = (ulids: readonly string[], kinds: readonly string[], since: number) =>
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
    );

  return {
    /** The players who have games in the period, without those whom the site leaves out of its rankings. */
    async rank(
      players: readonly ServerPlayer[],
      query: LeaderboardQuery,
      now: number,
    ): Promise<readonly Place[]> {
      const since = startOf(query.period, now);
      const kinds = countedKinds(query);
      const ulids = players.filter(({ isUnranked }) => !isUnranked).map(({ ulid }) => ulid);
      const counted = () => {
        if (since === null) return countByYear(ulids, kinds, 0);
        if (query.period !== 'year') return countSince(ulids, kinds, since);
        return countByYear(ulids, kinds, new Date(since).getUTCFullYear());
      };
      const counts = await counted();
      const byUlid = new Map(counts.map(({ ulid, count }) => [ulid, count]));
      return ranked(
        players.flatMap(({ ulid, name }) => {
          const count = byUlid.get(ulid);
          return count === undefined ? [] : [{ ulid, name, count }];
        }),
      );
    },
  };
}
