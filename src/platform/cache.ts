import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';

/** For values that may be lost. No method rejects or hangs: a broken cache looks like an empty one. */
export type Cache = {
  get<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S> | undefined>;
  /** @param ttlMs how long to keep the value. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
} & AsyncDisposable;

/** Holds about 2,000 libraries. */
const MEMORY_LIMIT_BYTES = 32 * 1024 * 1024;

/** The bounded cache of one process. */
export function createMemoryCache(): Cache {
  const kept = new LRUCache<string, string>({
    maxSize: MEMORY_LIMIT_BYTES,
    sizeCalculation: (value, key) => 2 * (value.length + key.length),
  });
  const keyv = new Keyv({
    // Keyv stores the expiry in the value itself; lru-cache would reject its third argument, a bare number.
    store: {
      get: (key: string) => kept.get(key),
      set: (key: string, value: string) => kept.set(key, value),
      delete: (key: string) => kept.delete(key),
      clear: () => kept.clear(),
    },
  });
  return {
    async get(key, schema) {
      const value = await keyv.get<unknown>(key);
      return value === undefined ? undefined : schema.safeParse(value).data;
    },
    async set(key, value, ttlMs) {
      await keyv.set(key, value, ttlMs);
    },
    async [Symbol.asyncDispose]() {
      await keyv.clear();
    },
  };
}
