import { readFileSync } from 'node:fs';

import { CacheRefused } from './cache-refused.ts';
import { createMemoryCache, type Cache } from './cache.ts';
import type { Logger } from './log.ts';
import type { RedisCacheOptions } from './redis-cache.ts';
import { parseRedisUrl, redisPlaceOf } from './redis-url.ts';
import { SILENT, type Signals } from './signals.ts';

/** Prefixes every key, because others may use the same server. */
const NAMESPACE = 'completionist';

/**
 * @param options.url `redis://…`, shared by all processes; undefined for this process's own memory.
 * @returns the cache; `refused` rejects with CacheRefused if a server's first response is a refusal.
 * @throws CacheRefused for a file of certificates that can't be read
 */
export function openCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
  readonly signals?: Signals;
}): Cache & { readonly refused: Promise<never> } {
  const { url, log, signals = SILENT } = options;
  const cache =
    url === undefined
      ? { ...createMemoryCache(), refused: new Promise<never>(() => undefined) }
      : inRedis({ ...addressOf(url), namespace: NAMESPACE, log });
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

function addressOf(url: string): Pick<RedisCacheOptions, 'address' | 'certificates' | 'place'> {
  const address = parseRedisUrl(url);
  const place = redisPlaceOf(url);
  try {
    const file = address.rootCertificate;
    return { address, place, certificates: file === null ? null : readFileSync(file) };
  } catch (error) {
    throw new CacheRefused('noCertificate', place, { cause: error });
  }
}

/** Loading the Redis client takes a fifth of the start, and most bots have no Redis. */
function inRedis(options: RedisCacheOptions): ReturnType<typeof openCache> {
  const loading = import('./redis-cache.ts').then((redis) => redis.createRedisCache(options));
  const refused = loading.then((redis) => redis.refused);
  refused.catch(() => undefined);
  return {
    refused,
    get: async (key, schema) => (await loading).get(key, schema),
    set: async (key, value, ttlMs) => (await loading).set(key, value, ttlMs),
    [Symbol.asyncDispose]: async () => (await loading)[Symbol.asyncDispose](),
  };
}
