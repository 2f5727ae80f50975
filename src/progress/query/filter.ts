import {
  isBeatenAward,
  isHardcoreAward,
  knownKind,
  type AwardKind,
} from '#src/retroachievements/award-kind.ts';

import { shareUnlocked, type LibraryEntry } from '../library.ts';
import { STATUSES } from './query.ts';
import type { LibraryQuery, LibraryStatus } from './query.ts';
import { createSearch, searchWords } from './search.ts';

/** Everything of a query but its sort. */
export type LibraryFilter = Omit<LibraryQuery, 'sort'>;

/**
 * Whether a game is shown under a status, as the site's Completion Progress page has it: it goes by the highest award,
 * and a subset is never unfinished.
 */
export function matchesStatus(entry: LibraryEntry, status: LibraryStatus): boolean {
  const kind = knownKind(entry.award);
  switch (status) {
    case 'all':
      return true;
    case 'unfinished':
      return entry.award === null && !entry.game.isSubset;
    case 'awarded':
      return entry.award !== null;
    case 'beaten':
      return isKind(kind, isBeatenAward);
    case 'beaten-hardcore':
    case 'beaten-softcore':
    case 'completed':
    case 'mastered':
      return kind === status;
    case 'completed-or-mastered':
      return isForWholeSet(kind);
    case 'not-100':
      return shareUnlocked(entry) < 1;
    case 'revised':
      return isForWholeSet(kind) && shareUnlocked(entry) < 1;
    case 'hardcore-awards':
      return isKind(kind, isHardcoreAward);
    case 'casual-awards':
      return isKind(kind, (own) => !isHardcoreAward(own));
    case 'hardcore-progress':
      return entry.awardedHardcore > 0;
    case 'casual-progress':
      return entry.awarded !== entry.awardedHardcore;
  }
}

function isForWholeSet(kind: AwardKind | null): boolean {
  return isKind(kind, (own) => !isBeatenAward(own));
}

function isKind(kind: AwardKind | null, has: (kind: AwardKind) => boolean): boolean {
  return kind !== null && has(kind);
}

/** Whether a filter lets every game through. */
export function isUnfiltered(filter: LibraryFilter): boolean {
  return (
    filter.status === 'all' && filter.systemId === null && searchWords(filter.search).length === 0
  );
}

/** The entries that a filter lets through, in the order given. */
export function filterEntries(
  entries: readonly LibraryEntry[],
  filter: LibraryFilter,
): readonly LibraryEntry[] {
  if (isUnfiltered(filter)) return entries;
  const { systemId } = filter;
  const isFound = createSearch(filter.search);
  const { statuses, systems } = columnsOf(entries);
  const wanted = bitOf(filter.status);
  return entries.filter(
    (entry, index) =>
      (systemId === null || systems[index] === systemId) &&
      ((statuses[index] ?? 0) & wanted) !== 0 &&
      (isFound === null || isFound(entry.game.searchKey)),
  );
}

/** What filters ask of each entry, side by side: going through the entries themselves takes ten times as long. */
type Columns = {
  /** A bit for each status. */
  readonly statuses: Uint16Array;
  /** ConsoleIDs. */
  readonly systems: Uint32Array;
};

/** Garbage-collected with the entries. */
const columns = new WeakMap<readonly LibraryEntry[], Columns>();

/** The columns of an order, written the first time they are asked for. */
export function columnsOf(entries: readonly LibraryEntry[]): Columns {
  const known = columns.get(entries);
  if (known) return known;
  const written = {
    statuses: Uint16Array.from(entries, statusBits),
    systems: Uint32Array.from(entries, ({ game }) => game.systemId),
  };
  columns.set(entries, written);
  return written;
}

function statusBits(entry: LibraryEntry): number {
  let bits = 0;
  for (const status of STATUSES) if (matchesStatus(entry, status)) bits |= bitOf(status);
  return bits;
}

function bitOf(status: LibraryStatus): number {
  return 1 << STATUSES.indexOf(status);
}
