import { describe, expect, it } from 'vitest';

import type { LibraryEntry } from '#src/progress/library.ts';
import { orderEntries } from '#src/progress/query/order.ts';
import { SORT_CHOICES, SORTS, type Sort } from '#src/progress/query/query.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry, EVERY_AWARD, titles } from '../entries.ts';

/** The names of entries after sorting; they go in backwards, so that the order given is never the answer. */
function sorted(sort: Sort, entries: readonly LibraryEntry[]): readonly string[] {
  return titles(orderEntries(entries.toReversed(), sort));
}

describe('the order', () => {
  const UNLOCKS = [
    entry({ title: 'new', lastUnlockAt: 300 }),
    entry({ title: 'old', lastUnlockAt: 100 }),
    entry({ title: 'never', lastUnlockAt: null }),
    entry({ title: 'middle', lastUnlockAt: 200 }),
  ];

  it('recent has the last unlock first, and games never played last', () => {
    expect(sorted('recent', UNLOCKS)).toEqual(['new', 'middle', 'old', 'never']);
  });

  it('oldest has the first unlock first, and games never played last, too', () => {
    expect(sorted('oldest', UNLOCKS)).toEqual(['old', 'middle', 'new', 'never']);
  });

  const BY_TITLE = [
    entry({ title: '1942' }),
    entry({ title: 'Alpha 2' }),
    entry({ title: 'Alpha IX' }),
    entry({ title: 'Alpha 10' }),
    entry({ title: 'BETA', systemId: 2 }),
    entry({ title: 'Beta', systemId: 1 }),
    entry({ title: 'Beta', systemId: 3 }),
    entry({ title: 'Legend of Zelda, The' }),
    entry({ title: 'the Zoo' }),
    entry({ title: '~Hack~ Alpha 2' }),
  ];

  it('title goes by the site’s key, then by the whole title, then by system', () => {
    expect(sorted('title', BY_TITLE)).toEqual(titles(BY_TITLE));
    expect(orderEntries(BY_TITLE.toReversed(), 'title')[5]?.game.systemId).toBe(1);
  });

  it('title-desc is the other way round', () => {
    expect(sorted('title-desc', BY_TITLE)).toEqual(titles(BY_TITLE).toReversed());
    expect(orderEntries(BY_TITLE, 'title-desc')[4]?.game.systemId).toBe(1);
  });

  it('closest has the fewest achievements left first, and those with none left last', () => {
    const games = [
      entry({ title: '99 of 100', possible: 100, awarded: 99 }),
      entry({ title: '9 of 10, new', possible: 10, awarded: 9, lastUnlockAt: 9 }),
      entry({ title: '9 of 10, old', possible: 10, awarded: 9, lastUnlockAt: 8 }),
      entry({ title: '8 of 10', possible: 10, awarded: 8 }),
      entry({ title: '0 of 2', possible: 2, awarded: 0 }),
      entry({ title: '0 of 3', possible: 3, awarded: 0 }),
      entry({ title: 'all of 90', possible: 90, awarded: 90 }),
      entry({ title: 'all of 9', possible: 9, awarded: 9 }),
      entry({ title: 'demoted', possible: 0, awarded: 0, award: 'mastered' }),
      entry({ title: 'empty', possible: 0, awarded: 0 }),
    ];
    expect(sorted('closest', games)).toEqual(titles(games));
  });

  it('keeps its place, which old buttons rely on, and is in the menu once', () => {
    const published = ['recent', 'oldest', 'title', 'progress', 'least-progress', 'award'];
    expect(SORTS.slice(0, 6)).toEqual(published);
    expect(SORT_CHOICES.toSorted()).toEqual(SORTS.toSorted());
  });

  it('progress has the highest share first, then the larger set, then the more recent unlock', () => {
    const games = [
      entry({ title: 'all of 90', possible: 90, awarded: 90 }),
      entry({ title: 'all of 9', possible: 9, awarded: 9 }),
      entry({ title: 'demoted, new', possible: 0, awarded: 0, award: 'mastered', lastUnlockAt: 9 }),
      entry({
        title: 'demoted, old',
        possible: 0,
        awarded: 0,
        award: 'beaten-softcore',
        lastUnlockAt: 8,
      }),
      entry({ title: '999 of 1000', possible: 1_000, awarded: 999 }),
      entry({ title: 'half of 20', possible: 20, awarded: 10, lastUnlockAt: 1 }),
      entry({ title: 'half of 10, new', possible: 10, awarded: 5, lastUnlockAt: 7 }),
      entry({ title: 'half of 10, old', possible: 10, awarded: 5, lastUnlockAt: 6 }),
      entry({ title: 'half of 10, never', possible: 10, awarded: 5, lastUnlockAt: null }),
      entry({ title: 'none of 10', possible: 10, awarded: 0 }),
      entry({ title: 'empty', possible: 0, awarded: 0 }),
    ];
    expect(sorted('progress', games)).toEqual(titles(games));
  });

  it('least-progress has the lowest share first, then the set with more left, and empty sets last', () => {
    const games = [
      entry({ title: 'none of 90', possible: 90, awarded: 0 }),
      entry({ title: 'none of 9', possible: 9, awarded: 0 }),
      entry({ title: 'half of 20', possible: 20, awarded: 10 }),
      entry({ title: 'half of 10, new', possible: 10, awarded: 5, lastUnlockAt: 7 }),
      entry({ title: 'half of 10, never', possible: 10, awarded: 5, lastUnlockAt: null }),
      entry({ title: 'all of 9', possible: 9, awarded: 9 }),
      entry({ title: 'demoted', possible: 0, awarded: 0, award: 'mastered' }),
      entry({ title: 'empty', possible: 0, awarded: 0 }),
    ];
    expect(sorted('least-progress', games)).toEqual(titles(games));
  });

  it('award has the highest award first, then the latest, and games without one by progress', () => {
    const games = [
      entry({ title: 'mastered, new', award: 'mastered', awardedAt: 20 }),
      entry({ title: 'mastered, old', award: 'mastered', awardedAt: 10 }),
      entry({ title: 'mastered, undated', award: 'mastered', awardedAt: null }),
      entry({ title: 'completed', award: 'completed', awardedAt: 99 }),
      entry({ title: 'hardcore, 1970', award: 'beaten-hardcore', awardedAt: 0 }),
      entry({ title: 'hardcore, undated', award: 'beaten-hardcore', awardedAt: null }),
      entry({ title: 'softcore', award: 'beaten-softcore', awardedAt: 500 }),
      entry({ title: 'unknown kind', award: { word: 'legendary' }, awardedAt: 900 }),
      entry({ title: 'all but awarded', possible: 5, awarded: 5 }),
      entry({ title: 'half of 20', possible: 20, awarded: 10 }),
      entry({ title: 'half of 10', possible: 10, awarded: 5 }),
      entry({ title: 'empty', possible: 0, awarded: 0 }),
    ];
    expect(sorted('award', games)).toEqual(titles(games));
  });
});

describe('every order', () => {
  const someEntry = fc
    .record({
      title: fc.constantFrom('A', '~Hack~ A', 'B 2', 'b 10', 'É'),
      systemId: fc.constantFrom(1, 2),
      possible: fc.constantFrom(0, 4, 8),
      share: fc.constantFrom(0, 0.5, 1),
      lastUnlockAt: fc.constantFrom(null, 1, 2),
      award: fc.constantFrom(...EVERY_AWARD),
      awardedAt: fc.constantFrom(null, 1, 2),
    })
    .map(({ share, ...said }) => entry({ ...said, awarded: said.possible * share }));
  const someEntries = fc.array(someEntry, { maxLength: 30 });

  it.each(SORTS)('%s keeps each game once and leaves its input alone', (sort) => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const before = [...entries];
        const after = orderEntries(entries, sort);
        expect(entries).toEqual(before);
        expect(after).toHaveLength(entries.length);
        expect(new Set(after)).toEqual(new Set(entries));
      }),
    );
  });

  it.each(SORTS)('%s is the same, and no copy, when sorted again', (sort) => {
    fc.assert(
      fc.property(someEntries, (entries) => {
        const once = orderEntries(entries, sort);
        expect(orderEntries(once, sort)).toBe(once);
      }),
    );
  });

  it.each(SORTS)('%s leaves equal games in the site’s order', (sort) => {
    const alike = Array.from({ length: 40 }, (_, index) =>
      entry({ gameId: index + 1, title: 'Same' }),
    );
    expect(orderEntries(alike, sort)).toEqual(alike);
  });
});
