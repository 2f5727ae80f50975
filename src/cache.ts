import { createKeyvNonBlocking } from '@keyv/redis';
import { Keyv } from 'keyv';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';

import type { Logger } from '#src/log.ts';

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
/** A reply waits for the cache: slower than this, it is not there. */
const ANSWER_WITHIN_MS = 250;

/** @param url `redis://…`, shared by all processes; left out, this process's own bounded memory. */
export function createCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
}): Cache {
  const { url, log } = options;
  const keyv =
    url === undefined ? inMemory() : createKeyvNonBlocking(url, { namespace: 'completionist' });
  // A server that is gone reports it over and over: say it once, and once when it is back.
  let isFailing = false;
  const failed = (error: unknown) => {
    if (!isFailing) log.warn({ error }, 'the cache does not answer; going on without it');
    isFailing = true;
  };
  const answered = () => {
    if (isFailing) log.info('the cache answers again');
    isFailing = false;
  };
  keyv.on('error', failed);

  async function attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
    const timeout = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const expired = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(timeout.reason), { once: true });
    });
    try {
      const result = await Promise.race([call(), expired]);
      return result;
    } catch (error) {
      failed(error);
      return undefined;
    }
  }

  return {
    async get(key, schema) {
      const value = await attempt(() => keyv.get<unknown>(key));
      if (value === undefined) return undefined;
      answered();
      return schema.safeParse(value).data;
    },
    async set(key, value, ttlMs) {
      await attempt(() => keyv.set(key, value, ttlMs));
    },
    async [Symbol.asyncDispose]() {
      await attempt(() => keyv.disconnect());
    },
  };
}

function inMemory(): Keyv {
  const store = new LRUCache<string, string>({
    maxSize: MEMORY_LIMIT_BYTES,
    sizeCalculation: (value, key) => 2 * (value.length + key.length),
  });
  return new Keyv({
    namespace: 'completionist',
    // Keyv hands a lifetime in ms to `set`, where lru-cache takes an object of options: it must not arrive there.
    store: {
      get: (key: string) => store.get(key),
      set: (key: string, value: string) => void store.set(key, value),
      delete: (key: string) => store.delete(key),
      clear: () => store.clear(),
    },
  });
}
