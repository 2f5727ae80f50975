import { setTimeout as delay } from 'node:timers/promises';

import { createClient, createKeyv } from '@keyv/redis';

import { backoffMs } from './backoff.ts';
import type { Cache } from './cache.ts';
import type { Logger } from './log.ts';

/** A reply waits for the cache: slower than this, it is not there. */
const ANSWER_WITHIN_MS = 250;
/** A connection that brings nothing is one that died unnoticed: pings keep a live one from looking like it. */
const PING_EVERY_MS = 2_000;
const SILENCE_LIMIT_MS = 5_000;
const CONNECT_WITHIN_MS = 2_000;
const RECONNECT = { firstMs: 100, longestMs: 2_000 };

export type RedisCacheOptions = {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** Before every key: others may use the same server. */
  readonly namespace: string;
  readonly log: Logger;
};

/** What all processes remember together. A server that is gone, slow or silent costs no call more than a moment. */
export function createRedisCache(options: RedisCacheOptions): Cache {
  const { url, namespace, log } = options;
  const client = createClient({
    url,
    // While there is no connection a call fails at once, instead of waiting in a queue that grows.
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      reconnectStrategy: (retries) => backoffMs(retries + 1, RECONNECT),
    },
  });
  const keyv = createKeyv(client, { namespace });

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
