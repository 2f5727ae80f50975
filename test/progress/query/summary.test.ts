import { describe, expect, it } from 'vitest';

import { matchesStatus } from '#src/progress/query/filter.ts';
import { summarize, summaryOf, systemsOf } from '#src/progress/query/summary.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry, EVERY_AWARD, library } from '../entries.ts';

describe('the counts', () => {
  it('distinguish hardcore from casual, and leave subsets out of the unfinished', () => {
    const games = [
      ...Array.from({ length: 1 }, () => entry({ award: 'mastered' })),
      ...Array.from({ length: 2 }, () => entry({ award: 'completed' })),
      ...Array.from({ length: 3 }, () => entry({ award: 'beaten-hardcore' })),
      ...Array.from({ length: 4 }, () => entry({ award: 'beaten-softcore' })),
      ...Array.from({ length: 5 }, () => entry()),
      entry({ title: 'Suikoden [Subset - Bonus]' }),
    ];
    expect(summarize(games)).toEqual({
      played: 16,
      unfinished: 5,
      beaten: 3,
      mastered: 1,
      beatenCasual: 4,
      completed: 2,
    });
  });

  it('of an empty library are zeros', () => {
    expect(new Set(Object.values(summarize([])))).toEqual(new Set([0]));
  });

  it('agree with the lists behind them', () => {
    const game = fc
      .record({
        award: fc.constantFrom(...EVERY_AWARD),
        title: fc.constantFrom('A', 'A [Subset - B]'),
      })
      .map(entry);
    fc.assert(
      fc.property(fc.array(game), (games) => {
        const summary = summarize(games);
        const listed = (['unfinished', 'beaten-hardcore', 'mastered'] as const).map(
          (status) => games.filter((one) => matchesStatus(one, status)).length,
        );
        expect([summary.unfinished, summary.beaten, summary.mastered]).toEqual(listed);
      }),
    );
  });

  it('are computed once for a library', () => {
    const whole = library([entry()]);
    expect(summaryOf(whole, null)).toBe(summaryOf(whole, null));
    expect(summaryOf(whole, 3)).toBe(summaryOf(whole, 3));
    expect(summaryOf(whole, null).played).toBe(1);
    expect(summaryOf(library([]), null).played).toBe(0);
  });

  it('are those of the chosen system', () => {
    const whole = library([
      entry({ systemId: 3, award: 'mastered' }),
      entry({ systemId: 3 }),
      entry({ systemId: 7, award: 'mastered' }),
    ]);
    expect(summaryOf(whole, 3)).toMatchObject({ played: 2, unfinished: 1, mastered: 1 });
    expect(summaryOf(whole, null)).toMatchObject({ played: 3, unfinished: 1, mastered: 2 });
    expect(summaryOf(whole, 999)).toMatchObject({ played: 0, unfinished: 0, mastered: 0 });
  });

  it('count an unknown award only as played', () => {
    const whole = library([entry({ award: { word: 'legendary' } })]);
    expect(Object.values(summaryOf(whole, null))).toEqual([1, 0, 0, 0, 0, 0]);
  });
});

describe('the systems of a library', () => {
  it('are sorted by most games, then by short name', () => {
    const whole = library([
      entry({ systemId: 12, systemName: 'PlayStation' }),
      entry({ systemId: 999, systemName: 'Newest' }),
      entry({ systemId: 1, systemName: 'Genesis/Mega Drive' }),
      entry({ systemId: 7, systemName: 'NES/Famicom' }),
      entry({ systemId: 7, systemName: 'NES/Famicom' }),
    ]);
    expect(systemsOf(whole)).toEqual([
      { systemId: 7, systemName: 'NES/Famicom', count: 2 },
      { systemId: 1, systemName: 'Genesis/Mega Drive', count: 1 },
      { systemId: 999, systemName: 'Newest', count: 1 },
      { systemId: 12, systemName: 'PlayStation', count: 1 },
    ]);
    expect(systemsOf(whole)).toBe(systemsOf(whole));
  });
});
