import { describe, expect, test } from 'vitest';

import type { Failure } from '#src/retroachievements/errors.ts';
import { mayRetry } from '#src/retroachievements/http/retry.ts';

describe('what is tried again', () => {
  test.each<[string, Failure, number]>([
    ['a cut connection', { kind: 'network' }, 3],
    ['a 502', { kind: 'status', status: 502 }, 3],
    ['a 503', { kind: 'status', status: 503 }, 3],
    ['a 504', { kind: 'status', status: 504 }, 3],
    ['a 522 of the network in front', { kind: 'status', status: 522 }, 3],
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
