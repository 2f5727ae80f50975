/** Which games of a library to show, and in which order. Every custom_id carries it. */
export type LibraryQuery = {
  readonly status: LibraryStatus;
  readonly sort: Sort;
  /** RetroAchievements' ConsoleID; null for all. */
  readonly systemId: number | null;
  /** As typed, at most SEARCH_LIMIT UTF-16 units; empty for no search. */
  readonly search: string;
};

/** The values of `/progress status:`. Beaten means that it is the game's highest award. */
export const STATUSES = [
  'all',
  'unfinished',
  'awarded',
  'beaten',
  'beaten-hardcore',
  'beaten-softcore',
  'completed',
  'mastered',
] as const;
export type LibraryStatus = (typeof STATUSES)[number];

/** The values of `/progress sort:`. */
export const SORTS = ['recent', 'oldest', 'title', 'progress', 'least-progress', 'award'] as const;
export type Sort = (typeof SORTS)[number];

/** Keeps the whole state within a custom_id's 100 characters. */
export const SEARCH_LIMIT = 24;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A search as it was typed, on one line and cut to SEARCH_LIMIT between visible characters. */
export function searchFrom(typed: string): string {
  let search = '';
  for (const { segment } of graphemes.segment(typed.trim().replace(/\s+/g, ' '))) {
    if (search.length + segment.length > SEARCH_LIMIT) break;
    search += segment;
  }
  return search.trimEnd();
}

export const DEFAULT_QUERY: LibraryQuery = {
  status: 'all',
  sort: 'recent',
  systemId: null,
  search: '',
};
