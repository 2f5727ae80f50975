import { describe, expect, test } from 'vitest';

import { backoffMs } from '#src/platform/backoff.ts';

describe('the pause before the next attempt', () => {
  const limits = { firstMs: 100, longestMs: 2_000 };

  test('doubles with each failure, up to the longest', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map((failures) => backoffMs(failures, limits));
    expect(pauses).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000]);
  });

  test('grows by another factor if one is given', () => {
    const pauses = [1, 2, 3, 4].map((failures) => backoffMs(failures, { ...limits, factor: 4 }));
    expect(pauses).toEqual([100, 400, 1_600, 2_000]);
  });

  test('stays at the longest, however long the outage lasts', () => {
    expect(backoffMs(1_000_000, limits)).toBe(2_000);
  });

  test('is never longer than the longest, even at first', () => {
    expect(backoffMs(1, { firstMs: 5_000, longestMs: 2_000 })).toBe(2_000);
  });

  test.each([
    [1, 0, 0],
    [1, 0.5, 50],
    [2, 0.5, 100],
    [3, 0.25, 100],
    [30, 0.5, 1_000],
  ])('after %d failures with %d of full jitter is %d ms', (failures, random, ms) => {
    expect(backoffMs(failures, { ...limits, random })).toBe(ms);
  });

  test('with jitter is a whole number of ms', () => {
    expect(backoffMs(1, { ...limits, random: 0.333 })).toBe(33);
  });
});
