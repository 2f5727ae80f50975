import { LRUCache } from 'lru-cache';

import { createNumbering } from '#src/platform/numbering.ts';
import type { Library } from '#src/progress/library.ts';

import { compareLibraries } from './comparison.ts';
import type { Comparison } from './comparison.ts';

/** About 10 MB in memory, the libraries included; room for the two largest. */
const LIMIT_GAMES = 60_000;
/** What a comparison costs besides its games, in games. */
const OVERHEAD_GAMES = 10;

/** Comparisons of libraries: each pair of copies is compared once, for all pages and everyone. */
export type Comparisons = ReturnType<typeof createComparisons>;

export function createComparisons() {
  const kept = new LRUCache<string, Comparison>({
    maxSize: LIMIT_GAMES,
    sizeCalculation: ({ one, other }) => one.entries.length + other.entries.length + OVERHEAD_GAMES,
  });
  /** Two copies of a library are two libraries. */
  const numberOf = createNumbering();

  return {
    /** @param one whole, and so is `other` */
    of(one: Library, other: Library): Comparison {
      const key = `${numberOf(one)} ${numberOf(other)}`;
      const known = kept.get(key);
      if (known) return known;
      const comparison = compareLibraries(one, other);
      kept.set(key, comparison);
      return comparison;
    },
  };
}
