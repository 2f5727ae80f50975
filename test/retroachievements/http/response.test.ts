import { describe, expect, test } from 'vitest';

import { mayRetry, parseRetryAfter } from '#src/retroachievements/http/response.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';

describe('retries', () => {
  test.each<[string, Failure, number]>([
    ['a cut connection', { kind: 'network' }, 3],
    ['a 502', { kind: 'status', status: 502 }, 3],
    ['a 503', { kind: 'status', status: 503 }, 3],
    ['a 504', { kind: 'status', status: 504 }, 3],
    ['a 522 of the network in front', { kind: 'status', status: 522 }, 3],
    ['a 530 of the network in front', { kind: 'status', status: 530 }, 3],
    ['a 500', { kind: 'status', status: 500 }, 1],
    ['a 429', { kind: 'rate-limited', retryAfterMs: 1000 }, 3],
    ['silence', { kind: 'timeout' }, 1],
    ['an unreadable answer', { kind: 'unreadable', detail: 'HTML' }, 1],
    ['a refused key', { kind: 'key-refused' }, 0],
    ['a 403', { kind: 'status', status: 403 }, 0],
    ['a 404', { kind: 'status', status: 404 }, 0],
    ['a 422', { kind: 'status', status: 422 }, 0],
  ])('%s: %o, %d times', (_name, failure, times) => {
    const tries = [1, 2, 3, 4, 5, 6].filter((attempts) => mayRetry(failure, attempts));
    expect(tries).toEqual([1, 2, 3].slice(0, times));
  });
});

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
    ['901', 900_000],
    ['86400', 900_000],
    ['99999999999999999999', 900_000],
    ['9'.repeat(400), 900_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 900_000],
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
