import { setTimeout as delay } from 'node:timers/promises';

import { createClient, createKeyv } from '@keyv/redis';
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
/** A connection that brings nothing is one that died unnoticed: pings keep a live one from looking like it. */
const PING_EVERY_MS = 2_000;
const SILENCE_LIMIT_MS = 5_000;
const CONNECT_WITHIN_MS = 2_000;
const RECONNECT_DELAY_MS = { first: 100, longest: 2_000 };

const NAMESPACE = 'completionist';

/** @param url `redis://…`, shared by all processes; left out, this process's own bounded memory. */
export function createCache(options: {
  readonly url: string | undefined;
  readonly log: Logger;
}): Cache {
  return options.url === undefined ? inMemory() : inRedis(options.url, options.log);
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

function inRedis(url: string, log: Logger): Cache {
  const client = createClient({
    url,
    // While there is no connection a call fails at once, instead of waiting in a queue that grows.
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      reconnectStrategy: (attempts) =>
        Math.min(RECONNECT_DELAY_MS.first * 2 ** attempts, RECONNECT_DELAY_MS.longest),
    },
  });
  const keyv = createKeyv(client, { namespace: NAMESPACE });

  // A server that is gone reports it over and over: say it once, and once when it is back.
  let isFailing = false;
  let isClosed = false;
  const failed = (error: unknown) => {
    if (!isFailing && !isClosed)
      log.warn({ error }, 'the cache does not answer; going on without it');
    isFailing = true;
  };
  const answered = () => {
    if (isFailing) log.info('the cache answers again');
    isFailing = false;
  };
  keyv.on('error', failed);
  client.on('ready', answered);
  // With this strategy it tries until it is connected, and again whenever the connection is lost.
  client.connect().catch(failed);

  /** While an answer is overdue nothing more is asked: a server that hangs costs one wait, not one a call. */
  let overdue = 0;

  async function attempt<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (overdue > 0 || !client.isReady) return undefined;
    const running = call().catch(failed);
    const timer = new AbortController();
    const late = delay(ANSWER_WITHIN_MS, true, { ref: false, signal: timer.signal });
    const isLate = await Promise.race([running.then(() => false), late]);
    timer.abort();
    if (!isLate) return (await running) ?? undefined;
    overdue += 1;
    failed(new Error(`No answer within ${ANSWER_WITHIN_MS} ms`));
    void running.finally(() => {
      overdue -= 1;
      if (client.isReady) answered();
    });
    return undefined;
  }

  return {
    async get(key, schema) {
      const value = await attempt(() => keyv.get<unknown>(key));
      return value === undefined ? undefined : schema.safeParse(value).data;
    },
    async set(key, value, ttlMs) {
      await attempt(() => keyv.set(key, value, ttlMs));
    },
    async [Symbol.asyncDispose]() {
      // Answers come in the order of the calls: after this one, all are in.
      await attempt(() => client.ping());
      isClosed = true;
      // A connection that is only just being made would otherwise keep the process.
      client.unref();
      client.destroy();
    },
  };
}
