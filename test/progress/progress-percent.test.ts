import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { filledCells, percent } from '#src/progress/progress-percent.ts';

describe('per cent', () => {
  it.each([
    [0, 10, 0],
    [1, 1_000, 1],
    [1, 3, 33],
    [2, 3, 66],
    [29, 100, 29],
    [999, 1_000, 99],
    [10, 10, 100],
  ])('of %i of %i is %i', (awarded, possible, expected) => {
    expect(percent({ awarded, possible })).toBe(expected);
  });

  it('of a set without achievements is none', () => {
    expect(percent({ awarded: 0, possible: 0 })).toBeNull();
  });

  it('is 0 only for nothing and 100 only for everything', () => {
    const counts = fc.tuple(fc.nat(2_000), fc.integer({ min: 1, max: 2_000 }));
    fc.assert(
      fc.property(counts, ([some, possible]) => {
        const awarded = Math.min(some, possible);
        const share = percent({ awarded, possible });
        expect([share === 0, share === 100]).toEqual([awarded === 0, awarded === possible]);
      }),
    );
  });
});

describe('a progress bar', () => {
  it.each([
    [0, 50, 0],
    [1, 50, 1],
    [24, 50, 4],
    [25, 50, 5],
    [49, 50, 9],
    [50, 50, 10],
  ])('for %i of %i fills %i cells of ten', (awarded, possible, expected) => {
    expect(filledCells({ awarded, possible, award: null }, 10)).toBe(expected);
  });

  it('is full for a demoted set while its award stands, empty otherwise', () => {
    expect(filledCells({ awarded: 0, possible: 0, award: 'beaten-hardcore' }, 10)).toBe(10);
    expect(filledCells({ awarded: 0, possible: 0, award: null }, 10)).toBe(0);
  });

  it('takes another length', () => {
    expect(filledCells({ awarded: 1, possible: 2, award: null }, 4)).toBe(2);
  });
});
