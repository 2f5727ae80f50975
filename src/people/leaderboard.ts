import { withPlaces } from '#src/platform/places.ts';
import { AWARD_KINDS, isBeatenAward, isHardcoreAward } from '#src/retroachievements/award-kind.ts';

import type { GameCount, LeaderboardCounts } from './tables/leaderboard-counts.ts';
import type { ServerPlayer } from './tables/server-players.ts';

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
export function createLeaderboard(counts: LeaderboardCounts) {
  function count(
    ulids: readonly string[],
    query: LeaderboardQuery,
    now: number,
  ): Promise<readonly GameCount[]> {
    const kinds = countedKinds(query);
    const since = startOf(query.period, now);
    if (since === null) return counts.sinceYear(ulids, kinds, 0);
    if (query.period !== 'year') return counts.since(ulids, kinds, since);
    return counts.sinceYear(ulids, kinds, new Date(since).getUTCFullYear());
  }

  return {
    /** The players who have games in the period, without those whom the site leaves out of its rankings. */
    async rank(
      players: readonly ServerPlayer[],
      query: LeaderboardQuery,
      now: number,
    ): Promise<readonly Place[]> {
      const ulids = players.filter(({ isUnranked }) => !isUnranked).map(({ ulid }) => ulid);
      const counted = await count(ulids, query, now);
      const byUlid = new Map(counted.map((one) => [one.ulid, one.count]));
      return ranked(
        players.flatMap(({ ulid, name }) => {
          const games = byUlid.get(ulid);
          return games === undefined ? [] : [{ ulid, name, count: games }];
        }),
      );
    },
  };
}
