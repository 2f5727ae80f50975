import {
  isBeatenAward,
  isHardcoreAward,
  knownKind,
  type AwardKind,
} from '#src/retroachievements/award-kind.ts';

import { shareWon, type LibraryEntry } from '../library.ts';
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
      return shareWon(entry) < 1;
    case 'revised':
      return isForWholeSet(kind) && shareWon(entry) < 1;
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
  const { status, systemId } = filter;
  const isFound = createSearch(filter.search);
  return entries.filter(
    (entry) =>
      (systemId === null || entry.game.systemId === systemId) &&
      matchesStatus(entry, status) &&
      (isFound === null || isFound(entry.game.searchKey)),
  );
}
