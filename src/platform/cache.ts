import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';

import type { RedisCacheOptions } from './cache-redis.ts';
import type { Logger } from './log.ts';

/**
 * What may be forgotten. A cache that fails is an empty one: no method rejects, and none waits for a server
 * that does not answer.
 */
export type Cache = {
  get<S extends z.ZodType>(key: string, schema: S): Promise<z.output<S> | undefined>;
  /** @param ttlMs how long it is worth keeping. */
  set(key: string, value: unknown, ttlMs: number): Promise<void>;
} & AsyncDisposable;

/** In memory: about what 2,000 libraries take up. */
const MEMORY_LIMIT_BYTES = 32 * 1024 * 1024;

/** Before every key: others may use the same server. */
const NAMESPACE = 'completionist';

/** @param url `redis://…`, shared by all processes; left out, this process's own bounded memory. */
export function createCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
}): Cache {
  const { url, log } = options;
  return url === undefined ? inMemory() : inRedis({ url, namespace: NAMESPACE, log });
}

/** Loading its client takes a fifth of the start, and most bots have no Redis. */
function inRedis(options: RedisCacheOptions): Cache {
  const loading = import('./cache-redis.ts').then((redis) => redis.createRedisCache(options));
  return {
    get: async (key, schema) => (await loading).get(key, schema),
    set: async (key, value, ttlMs) => (await loading).set(key, value, ttlMs),
    [Symbol.asyncDispose]: async () => (await loading)[Symbol.asyncDispose](),
  };
}

function inMemory(): Cache {
  const kept = new LRUCache<string, string>({
    maxSize: MEMORY_LIMIT_BYTES,
    sizeCalculation: (value, key) => 2 * (value.length + key.length),
  });
  const keyv = new Keyv({
    namespace: NAMESPACE,
    // Keyv puts the end of a value's time into the value; lru-cache would refuse its third argument, a bare number.
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
