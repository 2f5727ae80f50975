import type { RedisCacheOptions } from './cache-redis.ts';
import { createMemoryCache, type Cache } from './cache.ts';
import type { Logger } from './log.ts';
import { SILENT, type Signals } from './signals.ts';

/** Prefixes every key, because others may use the same server. */
const NAMESPACE = 'completionist';

/** @param options.url `redis://…`, shared by all processes; undefined for this process's own memory. */
export function openCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
  readonly signals?: Signals;
}): Cache {
  const { url, log, signals = SILENT } = options;
  const cache =
    url === undefined ? createMemoryCache() : inRedis({ url, namespace: NAMESPACE, log });
  return {
    ...cache,
    async get(key, schema) {
      const value = await cache.get(key, schema);
      // A key begins with the kind of record; the rest may name a player.
      const [record = ''] = key.split(':', 1);
      signals.cacheLookup(record, value === undefined ? 'miss' : 'hit');
      return value;
    },
  };
}

/** Loading the Redis client takes a fifth of the start, and most bots have no Redis. */
function inRedis(options: RedisCacheOptions): Cache {
  const loading = import('./cache-redis.ts').then((redis) => redis.createRedisCache(options));
  return {
    get: async (key, schema) => (await loading).get(key, schema),
    set: async (key, value, ttlMs) => (await loading).set(key, value, ttlMs),
    [Symbol.asyncDispose]: async () => (await loading)[Symbol.asyncDispose](),
  };
}
