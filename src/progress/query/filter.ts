import { foldText } from '#src/platform/fold-text.ts';
import { isBeatenAward } from '#src/retroachievements/award-kind.ts';

import type { LibraryEntry } from '../library.ts';
import type { LibraryQuery, LibraryStatus } from './query.ts';

/** Everything of a query but its sort. */
export type LibraryFilter = Omit<LibraryQuery, 'sort'>;

/**
 * Whether a game is shown under a status, as the site's Completion Progress page has it: beaten means
 * that it is the highest award, and a subset is never unfinished.
 */
export function matchesStatus(entry: LibraryEntry, status: LibraryStatus): boolean {
  // Each award kind is a status of its own.
  const own: LibraryStatus | null = entry.award;
  switch (status) {
    case 'all':
      return true;
    case 'unfinished':
      return entry.award === null && !entry.game.isSubset;
    case 'awarded':
      return entry.award !== null;
    case 'beaten':
      return entry.award !== null && isBeatenAward(entry.award);
    case 'beaten-hardcore':
    case 'beaten-softcore':
    case 'completed':
    case 'mastered':
      return own === status;
  }
}

/** The words of a search, folded. None for a search that is empty or white space. */
export function searchWords(search: string): readonly string[] {
  return foldText(search)
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether every word occurs somewhere in the whole title, tags and alternative names included. */
function matchesWords(entry: LibraryEntry, words: readonly string[]): boolean {
  return words.every((word) => entry.game.searchKey.includes(word));
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
  const words = searchWords(filter.search);
  return entries.filter(
    (entry) =>
      (systemId === null || entry.game.systemId === systemId) &&
      matchesStatus(entry, status) &&
      matchesWords(entry, words),
  );
}
