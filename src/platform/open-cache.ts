import type { RedisCacheOptions } from './cache-redis.ts';
import { createMemoryCache, type Cache } from './cache.ts';
import type { Logger } from './log.ts';

/** Prefixes every key, because others may use the same server. */
const NAMESPACE = 'completionist';

/** @param options.url `redis://…`, shared by all processes; undefined for this process's own memory. */
export function openCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
}): Cache {
  const { url, log } = options;
  return url === undefined ? createMemoryCache() : inRedis({ url, namespace: NAMESPACE, log });
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
