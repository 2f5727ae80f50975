import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { createMemoryCache } from '#src/platform/cache.ts';

const MINUTE = 60_000;

describe('a cache in memory', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('returns what was stored', async () => {
    await using cache = createMemoryCache();
    await cache.set('a', { deep: [1, 'two', null] }, MINUTE);
    expect(await cache.get('a', z.unknown())).toEqual({ deep: [1, 'two', null] });
    expect(await cache.get('b', z.unknown())).toBeUndefined();
  });

  it('returns nothing if the stored value doesn’t have the requested shape', async () => {
    await using cache = createMemoryCache();
    await cache.set('a', { age: 'old' }, MINUTE);
    expect(await cache.get('a', z.object({ age: z.number() }))).toBeUndefined();
    expect(await cache.get('a', z.object({ age: z.string() }))).toEqual({ age: 'old' });
  });

  it('forgets a value when its time is up', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
    await using cache = createMemoryCache();
    await cache.set('a', 'value', MINUTE);
    vi.setSystemTime(1_000_000 + MINUTE - 1);
    expect(await cache.get('a', z.string())).toBe('value');
    vi.setSystemTime(1_000_000 + MINUTE + 1);
    expect(await cache.get('a', z.string())).toBeUndefined();
  });

  it('keeps what fits, and forgets what hasn’t been used for longest', async () => {
    await using cache = createMemoryCache();
    const megabyte = 'x'.repeat(1024 * 1024);
    await cache.set('first', megabyte, MINUTE);
    for (let index = 0; index < 14; index += 1) await cache.set(`${index}`, megabyte, MINUTE);
    expect(await cache.get('first', z.string())).toBe(megabyte);
    // Two bytes a character: sixteen values would fill the 32 MiB without their keys.
    await cache.set('another', megabyte, MINUTE);
    expect(await cache.get('0', z.string())).toBeUndefined();
    expect(await cache.get('first', z.string())).toBe(megabyte);
    expect(await cache.get('another', z.string())).toBe(megabyte);
  });

  it('accepts no value larger than the whole cache', async () => {
    await using cache = createMemoryCache();
    await cache.set('small', 'kept', MINUTE);
    await cache.set('large', 'x'.repeat(17 * 1024 * 1024), MINUTE);
    expect(await cache.get('large', z.string())).toBeUndefined();
    expect(await cache.get('small', z.string())).toBe('kept');
  });
});
