import { wordsOf } from '#src/platform/text.ts';

/** Which games of a library to show, and in which order. Every custom_id carries it. */
export type LibraryQuery = {
  readonly status: LibraryStatus;
  readonly sort: Sort;
  /** RetroAchievements' ConsoleID; null for all. */
  readonly systemId: number | null;
  /** As typed, at most SEARCH_LIMIT UTF-16 units; empty for no search. */
  readonly search: string;
};

/**
 * The contract's names for `/progress status:`: the filters of the site's own page. Custom_ids that are years old
 * contain their places, so only ever append.
 */
export const STATUSES = [
  'all',
  'unfinished',
  'awarded',
  'beaten',
  'beaten-hardcore',
  'beaten-softcore',
  'completed',
  'mastered',
  'completed-or-mastered',
  'not-100',
  'revised',
  'hardcore-awards',
  'casual-awards',
  'hardcore-progress',
  'casual-progress',
] as const;
export type LibraryStatus = (typeof STATUSES)[number];

/** In the order of the site's own menu. */
export const STATUS_CHOICES: readonly LibraryStatus[] = [
  'all',
  'unfinished',
  'beaten-hardcore',
  'beaten-softcore',
  'completed',
  'mastered',
  'beaten',
  'completed-or-mastered',
  'not-100',
  'awarded',
  'revised',
  'casual-awards',
  'hardcore-awards',
  'casual-progress',
  'hardcore-progress',
];

/** The contract's names for `/progress sort:`. Only ever append. */
export const SORTS = [
  'recent',
  'oldest',
  'title',
  'progress',
  'least-progress',
  'award',
  'title-desc',
  'closest',
] as const;
export type Sort = (typeof SORTS)[number];

/** As menus offer them: each next to its opposite. */
export const SORT_CHOICES: readonly Sort[] = [
  'recent',
  'oldest',
  'title',
  'title-desc',
  'progress',
  'least-progress',
  'closest',
  'award',
];

/** Keeps the whole state within a custom_id's 100 characters. */
export const SEARCH_LIMIT = 24;

/** White space, control characters, and what turns the direction of all that follows. */
const UNWRITTEN = /[\s\p{Cc}\p{Bidi_Control}]+/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A search as it was typed, on one line and cut to SEARCH_LIMIT between visible characters; empty if there is no letter
 * or digit to look for.
 */
export function searchFrom(typed: string): string {
  if (typed === '') return '';
  let search = '';
  for (const { segment } of graphemes.segment(typed.replace(UNWRITTEN, ' ').trim())) {
    if (search.length + segment.length > SEARCH_LIMIT) break;
    search += segment;
  }
  return wordsOf(search).length === 0 ? '' : search.trimEnd();
}

export const DEFAULT_QUERY: LibraryQuery = {
  status: 'all',
  sort: 'recent',
  systemId: null,
  search: '',
};
