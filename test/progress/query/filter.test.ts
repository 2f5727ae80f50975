import { describe, expect, it } from 'vitest';

import { filterEntries, isUnfiltered, matchesStatus } from '#src/progress/query/filter.ts';
import { STATUS_CHOICES, STATUSES } from '#src/progress/query/query.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry, EVERY_AWARD, query, titles } from '../entries.ts';

describe('a status', () => {
  it.each([
    ['mastered', ['mastered', 'completed-or-mastered', 'hardcore-awards']],
    ['completed', ['completed', 'completed-or-mastered', 'casual-awards']],
    ['beaten-hardcore', ['beaten', 'beaten-hardcore', 'hardcore-awards']],
    ['beaten-softcore', ['beaten', 'beaten-softcore', 'casual-awards']],
    [{ word: 'legendary' }, []],
  ] as const)('shows a game whose highest award is %j under awarded and %j', (award, expected) => {
    const game = entry({ award, possible: 9, awarded: 9, awardedHardcore: 0 });
    const shown = STATUSES.filter((status) => matchesStatus(game, status));
    expect(new Set(shown)).toEqual(new Set(['all', 'awarded', 'casual-progress', ...expected]));
  });

  it('shows a game without an award under unfinished', () => {
    const game = entry({ awarded: 5, awardedHardcore: 5 });
    expect(STATUSES.filter((status) => matchesStatus(game, status))).toEqual([
      'all',
      'unfinished',
      'not-100',
      'hardcore-progress',
    ]);
  });

  it('never shows a subset as unfinished', () => {
    const subset = entry({ title: 'Suikoden [Subset - Bonus]', awarded: 0, awardedHardcore: 0 });
    expect(STATUSES.filter((status) => matchesStatus(subset, status))).toEqual(['all', 'not-100']);
  });

  it('goes by the award, not by the counts', () => {
    expect(matchesStatus(entry({ possible: 9, awarded: 9 }), 'unfinished')).toBe(true);
    expect(matchesStatus(entry({ possible: 0, awarded: 0, award: 'mastered' }), 'mastered')).toBe(
      true,
    );
  });

  it.each([
    [10, 9, 'mastered', ['not-100', 'revised']],
    [10, 10, 'mastered', []],
    [10, 9, 'completed', ['not-100', 'revised']],
    [10, 9, 'beaten-hardcore', ['not-100']],
    [10, 9, null, ['not-100']],
    [10, 10, null, []],
    [0, 0, 'mastered', []],
    [0, 0, 'beaten-hardcore', []],
    [0, 0, { word: 'legendary' }, []],
    [0, 0, null, ['not-100']],
  ] as const)('of %i achievements, %i unlocked, with %j: %j', (possible, awarded, award, shown) => {
    const game = entry({ possible, awarded, award });
    const revision = ['not-100', 'revised'] as const;
    expect(revision.filter((status) => matchesStatus(game, status))).toEqual(shown);
  });

  it.each([
    [5, 5, ['hardcore-progress']],
    [5, 2, ['hardcore-progress', 'casual-progress']],
    [5, 0, ['casual-progress']],
    [0, 0, []],
  ] as const)('of %i unlocks, %i in hardcore: %j', (awarded, awardedHardcore, shown) => {
    const game = entry({ awarded, awardedHardcore });
    const progress = ['hardcore-progress', 'casual-progress'] as const;
    expect(progress.filter((status) => matchesStatus(game, status))).toEqual(shown);
  });

  it('keeps its place, which old buttons rely on, and is in the menu once', () => {
    expect(STATUSES.slice(0, 8)).toEqual([
      'all',
      'unfinished',
      'awarded',
      'beaten',
      'beaten-hardcore',
      'beaten-softcore',
      'completed',
      'mastered',
    ]);
    expect(STATUSES).toHaveLength(15);
    expect(STATUS_CHOICES.toSorted()).toEqual(STATUSES.toSorted());
  });
});

describe('a filter', () => {
  const GAMES = EVERY_AWARD.flatMap((award) =>
    [3, 7].map((systemId) => entry({ award, systemId, title: `${award} on ${systemId}` })),
  );

  it('lets only games of its system through', () => {
    expect(titles(filterEntries(GAMES, query({ systemId: 7, status: 'beaten' })))).toEqual([
      'beaten-hardcore on 7',
      'beaten-softcore on 7',
    ]);
    expect(filterEntries(GAMES, query({ systemId: 999 }))).toEqual([]);
  });

  it('applies all conditions together', () => {
    const filter = query({ systemId: 3, status: 'awarded', search: 'core ON' });
    expect(titles(filterEntries(GAMES, filter))).toEqual([
      'beaten-hardcore on 3',
      'beaten-softcore on 3',
    ]);
  });

  it('of a status shows exactly the games with that status', () => {
    const game = fc
      .record({
        award: fc.constantFrom(...EVERY_AWARD),
        title: fc.constantFrom('A', 'A [Subset - B]'),
        possible: fc.constantFrom(0, 9),
        awarded: fc.constantFrom(0, 3, 9),
        awardedHardcore: fc.constantFrom(0, 3),
      })
      .map(entry);
    fc.assert(
      fc.property(fc.array(game), fc.constantFrom(...STATUSES), (games, status) => {
        expect(filterEntries(games, query({ status }))).toEqual(
          games.filter((one) => matchesStatus(one, status)),
        );
      }),
    );
  });

  it('without conditions returns the same list', () => {
    expect(filterEntries(GAMES, query({ search: ' ' }))).toBe(GAMES);
    expect(isUnfiltered(query({ sort: 'title' }))).toBe(true);
    expect(isUnfiltered(query({ systemId: 0 }))).toBe(false);
  });
});
