import { awardRank } from '#src/retroachievements/award-kind.ts';

import { shareUnlocked, type LibraryEntry } from '../library.ts';
import type { Sort } from './query.ts';

type Compare = (a: LibraryEntry, b: LibraryEntry) => number;

/**
 * The entries in the order of a sort. What a sort does not tell apart stays in the order given, which
 * is the site's. Entries that are in order already come back as they are, without a copy: that is
 * `recent` of nearly every library.
 */
export function orderEntries(
  entries: readonly LibraryEntry[],
  sort: Sort,
): readonly LibraryEntry[] {
  const compare = COMPARE[sort];
  return isOrdered(entries, compare) ? entries : entries.toSorted(compare);
}

function isOrdered(entries: readonly LibraryEntry[], compare: Compare): boolean {
  let previous = entries[0];
  return entries.every((entry) => {
    const follows = previous === undefined || compare(previous, entry) <= 0;
    previous = entry;
    return follows;
  });
}

const COMPARE: Readonly<Record<Sort, Compare>> = {
  recent: byRecent,
  oldest: (a, b) => nullsLast(a.lastUnlockAt, b.lastUnlockAt, ascending),
  title: byTitle,
  'title-desc': (a, b) => byTitle(b, a),
  progress: (a, b) => shareUnlocked(b) - shareUnlocked(a) || bySizeThenRecent(a, b),
  'least-progress': byLeastProgress,
  closest: byClosest,
  award: byAward,
};

function byTitle(a: LibraryEntry, b: LibraryEntry): number {
  return (
    textOrder(a.game.sortKey, b.game.sortKey) ||
    textOrder(a.game.title, b.game.title) ||
    a.game.systemId - b.game.systemId
  );
}

function byRecent(a: LibraryEntry, b: LibraryEntry): number {
  return nullsLast(a.lastUnlockAt, b.lastUnlockAt, descending);
}

/** If the same share is unlocked, the larger set counts for more. */
function bySizeThenRecent(a: LibraryEntry, b: LibraryEntry): number {
  return b.possible - a.possible || byRecent(a, b);
}

/**
 * At the same share, the larger set has more left to unlock. A set without achievements has nothing to unlock and comes
 * last.
 */
function byLeastProgress(a: LibraryEntry, b: LibraryEntry): number {
  return (
    Number(isEmpty(a)) - Number(isEmpty(b)) ||
    shareUnlocked(a) - shareUnlocked(b) ||
    bySizeThenRecent(a, b)
  );
}

/** Fewest achievements left first; those with none left last. */
function byClosest(a: LibraryEntry, b: LibraryEntry): number {
  const [left, right] = [a, b].map(({ possible, awarded }) => possible - awarded || Infinity);
  if (left !== right && left !== undefined && right !== undefined) return left - right;
  return shareUnlocked(b) - shareUnlocked(a) || bySizeThenRecent(a, b);
}

function byAward(a: LibraryEntry, b: LibraryEntry): number {
  const rank = awardRank(b.award) - awardRank(a.award);
  if (rank !== 0) return rank;
  if (a.award !== null) return nullsLast(a.awardedAt, b.awardedAt, descending);
  return shareUnlocked(b) - shareUnlocked(a) || bySizeThenRecent(a, b);
}

function isEmpty(entry: LibraryEntry): boolean {
  return entry.possible === 0 && entry.award === null;
}

function nullsLast(
  a: number | null,
  b: number | null,
  compare: (a: number, b: number) => number,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compare(a, b);
}

const ascending = (a: number, b: number): number => a - b;
const descending = (a: number, b: number): number => b - a;

/** By UTF-16 unit: the sort keys are made for it, and it is many times faster than a collator. */
function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
