import { setImmediate as immediately } from 'node:timers/promises';

import type { Library, LibraryEntry } from '#src/progress/library.ts';
import { isMilestone } from '#src/progress/milestones.ts';
import { summaryOf, systemsOf } from '#src/progress/query/summary.ts';
import { AWARD_KINDS, knownKind } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

/** What statistics count: a game under its highest award, `other` for kinds that this version doesn't know. */
export const COUNTED_KINDS = [...AWARD_KINDS, 'other'] as const;
export type CountedKind = (typeof COUNTED_KINDS)[number];
export type AwardCounts = Readonly<Record<CountedKind, number>>;

/** A player's games and awards in numbers. Times are ms since 1970; days, months, and years are in UTC. */
export type Statistics = {
  readonly games: number;
  /** Without an award; subsets left out. */
  readonly unfinished: number;
  readonly awards: AwardCounts;
  /** The awards so far, at evenly spaced moments from the first award until now. Null if no award has a date. */
  readonly overTime: {
    readonly from: number;
    readonly to: number;
    readonly steps: readonly AwardCounts[];
  } | null;
  /** Most games first. */
  readonly systems: readonly SystemStatistics[];
  /** January to December of the year it is. */
  readonly year: { readonly year: number; readonly months: readonly AwardCounts[] };
  readonly firstAward: DatedAward | null;
  /** The month with the most awards, the latest of several. */
  readonly bestMonth: { readonly startsAt: number; readonly count: number } | null;
  /** Newest first. */
  readonly milestones: readonly Milestone[];
};

export type SystemStatistics = {
  readonly systemId: number;
  readonly name: string;
  readonly games: number;
  readonly awards: AwardCounts;
};

export type DatedAward = {
  readonly gameId: number;
  readonly gameName: string;
  readonly kind: CountedKind;
  readonly awardedAt: number;
};

/** A game that the site's Completion Progress page shows as a milestone: the n-th of its highest award. */
export type Milestone = {
  readonly gameId: number;
  readonly gameName: string;
  readonly kind: AwardKind;
  /** 1-based. */
  readonly count: number;
  /** Null for an award without a date: those are old. */
  readonly awardedAt: number | null;
};

/** More would be thinner than a pixel. */
const TIME_STEPS = 240;

/** How many games of each award there are in all. */
export function totalOf(awards: AwardCounts): number {
  return COUNTED_KINDS.reduce((total, kind) => total + awards[kind], 0);
}

/**
 * Takes a library's games together. A large one takes some ten milliseconds, so others get their turn in between.
 * @param now ms since 1970
 * @param nextTurn resolves when other work has had its turn
 */
export async function statisticsOf(
  library: Library,
  now: number,
  nextTurn: () => Promise<unknown> = immediately,
): Promise<Statistics> {
  const awarded = library.entries.filter(({ award }) => award !== null).toSorted(byTime);
  const dated = awarded.filter(isDated);
  const [first] = dated;
  await nextTurn();
  const overTime = overTimeOf(awarded, dated, now);
  await nextTurn();
  const systems = bySystem(library);
  await nextTurn();
  const bestMonth = bestMonthOf(dated);
  await nextTurn();
  return {
    games: library.entries.length,
    unfinished: summaryOf(library, null).unfinished,
    awards: countsOf(awarded),
    overTime,
    systems,
    year: yearOf(dated, now),
    firstAward: first ? datedAward(first) : null,
    bestMonth,
    milestones: milestonesOf(awarded).toReversed(),
  };
}

type Dated = LibraryEntry & { readonly awardedAt: number };

function isDated(entry: LibraryEntry): entry is Dated {
  return entry.awardedAt !== null;
}

/** Awards in the same second in the order of their games, as in milestones.ts; those without a date are old. */
function byTime(one: LibraryEntry, other: LibraryEntry): number {
  return (one.awardedAt ?? 0) - (other.awardedAt ?? 0) || one.game.id - other.game.id;
}

function kindOf({ award }: LibraryEntry): CountedKind {
  return knownKind(award) ?? 'other';
}

function nothing(): Record<CountedKind, number> {
  return { mastered: 0, completed: 0, 'beaten-hardcore': 0, 'beaten-softcore': 0, other: 0 };
}

function countsOf(awarded: readonly LibraryEntry[]): AwardCounts {
  const counts = nothing();
  for (const entry of awarded) counts[kindOf(entry)] += 1;
  return counts;
}

function overTimeOf(
  awarded: readonly LibraryEntry[],
  dated: readonly Dated[],
  now: number,
): Statistics['overTime'] {
  const [first] = dated;
  const last = dated.at(-1);
  if (!first || !last) return null;
  const from = first.awardedAt;
  const to = Math.max(now, last.awardedAt);
  const soFar = { ...countsOf(awarded.filter(({ awardedAt }) => awardedAt === null)) };
  const steps: AwardCounts[] = [];
  let next = 0;
  for (let step = 0; step <= TIME_STEPS; step += 1) {
    const at = from + ((to - from) * step) / TIME_STEPS;
    for (; (dated[next]?.awardedAt ?? Infinity) <= at; next += 1) {
      const entry = dated[next];
      if (entry) soFar[kindOf(entry)] += 1;
    }
    steps.push({ ...soFar });
  }
  return { from, to, steps };
}

function bySystem(library: Library): readonly SystemStatistics[] {
  const systems = systemsOf(library).map(({ systemId, systemName, count }) => ({
    systemId,
    name: systemShortName(systemId, systemName),
    games: count,
    awards: nothing(),
  }));
  const byId = new Map(systems.map((system) => [system.systemId, system]));
  for (const entry of library.entries) {
    const awards = byId.get(entry.game.systemId)?.awards;
    if (awards && entry.award !== null) awards[kindOf(entry)] += 1;
  }
  return systems;
}

function yearOf(dated: readonly Dated[], now: number): Statistics['year'] {
  const year = new Date(now).getUTCFullYear();
  const [from, to] = [Date.UTC(year, 0), Date.UTC(year + 1, 0)];
  const months = Array.from({ length: 12 }, nothing);
  for (const entry of dated) {
    if (entry.awardedAt < from || entry.awardedAt >= to) continue;
    const month = months[new Date(entry.awardedAt).getUTCMonth()];
    if (month) month[kindOf(entry)] += 1;
  }
  return { year, months };
}

function bestMonthOf(dated: readonly Dated[]): Statistics['bestMonth'] {
  const counts = new Map<number, number>();
  for (const { awardedAt } of dated) {
    const at = new Date(awardedAt);
    const startsAt = Date.UTC(at.getUTCFullYear(), at.getUTCMonth());
    counts.set(startsAt, (counts.get(startsAt) ?? 0) + 1);
  }
  // In the order of time.
  return [...counts].reduce<Statistics['bestMonth']>(
    (best, [startsAt, count]) => (count >= (best?.count ?? 0) ? { startsAt, count } : best),
    null,
  );
}

/** Of each kind those that the site names, and the most recent one. @param awarded by time */
function milestonesOf(awarded: readonly LibraryEntry[]): Milestone[] {
  const totals = countsOf(awarded);
  const counts = nothing();
  return awarded.flatMap((entry) => {
    const kind = knownKind(entry.award);
    if (kind === null) return [];
    const count = (counts[kind] += 1);
    if (!isMilestone(count) && count < totals[kind]) return [];
    const { game, awardedAt } = entry;
    return [{ gameId: game.id, gameName: game.name, kind, count, awardedAt }];
  });
}

function datedAward(entry: Dated): DatedAward {
  const { game, awardedAt } = entry;
  return { gameId: game.id, gameName: game.name, kind: kindOf(entry), awardedAt };
}
