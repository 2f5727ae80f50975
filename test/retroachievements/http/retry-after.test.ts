import { describe, expect, test } from 'vitest';

import { parseRetryAfter } from '#src/retroachievements/http/retry-after.ts';

const NOW = Date.UTC(2025, 10, 21, 12, 0, 0);

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['7', 7000],
    [' 120 ', 120_000],
    ['Fri, 21 Nov 2025 12:00:30 GMT', 30_000],
    ['Friday, 21-Nov-25 12:00:30 GMT', 30_000],
    ['Fri Nov 21 12:00:30 2025', 30_000],
    ['Fri, 21 Nov 2025 11:00:00 GMT', 0],
  ])('%j is %d ms from now', (header, ms) => {
    expect(parseRetryAfter(header, NOW)).toBe(ms);
  });

  test.each([
    [null],
    [''],
    ['soon'],
    ['-5'],
    ['1.5'],
    ['1e3'],
    ['2025-11-21T12:00:30Z'],
    ['Fri, nonsense'],
  ])('%j says nothing', (header) => {
    expect(parseRetryAfter(header, NOW)).toBeNull();
  });
});
