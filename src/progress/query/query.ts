/** What somebody wants to see of a library: the state that travels in every custom_id. */
export type LibraryQuery = {
  readonly status: Status;
  readonly sort: Sort;
  /** RetroAchievements' ConsoleID; null for all. */
  readonly systemId: number | null;
  /** As typed, at most SEARCH_LIMIT UTF-16 units; empty for no search. */
  readonly search: string;
};

/** The contract's names for `/progress status:`. Beaten means that it is the game's highest award. */
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
export type Status = (typeof STATUSES)[number];

/** The contract's names for `/progress sort:`. */
export const SORTS = ['recent', 'oldest', 'title', 'progress', 'least-progress', 'award'] as const;
export type Sort = (typeof SORTS)[number];

/** So that the whole state fits the 100 characters of a custom_id. */
export const SEARCH_LIMIT = 24;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What somebody typed as a search: one line, cut to SEARCH_LIMIT between what a person sees as characters. */
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
