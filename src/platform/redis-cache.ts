import { setTimeout as delay } from 'node:timers/promises';

import { createClient, createKeyv } from '@keyv/redis';
import type { Deserialize, DeserializedData } from 'keyv';

import { backoffMs } from './backoff.ts';
import { cacheRefusalOf } from './cache-refused.ts';
import type { Cache } from './cache.ts';
import type { Logger } from './log.ts';
import type { RedisAddress } from './redis-url.ts';

/** Replies wait for the cache; one that is slower than this counts as missing. */
const ANSWER_WITHIN_MS = 250;
/** A silent connection may have died unnoticed; pings keep a live one from being silent. */
const PING_EVERY_MS = 2_000;
const SILENCE_LIMIT_MS = 5_000;
const CONNECT_WITHIN_MS = 2_000;
/** Characters. The largest libraries have a fourth of it; much more would hold up everyone while it is read. */
const VALUE_LIMIT = 4 * 1024 * 1024;
const RECONNECT = { firstMs: 100, longestMs: 2_000 };

export type RedisCacheOptions = {
  readonly address: RedisAddress;
  /** The certificate authorities to trust; null for the well-known ones. */
  readonly certificates: Buffer | null;
  /** What it is called in sentences. */
  readonly place: string;
  /** Prefixes every key. */
  readonly namespace: string;
  readonly log: Logger;
};

/** How long the value that the trial writes is kept. */
const TRIAL_MS = 1_000;

/**
 * The cache that all processes share. A server that is gone, slow or silent delays no call noticeably.
 * @returns with `refused`, which rejects with CacheRefused if the server's first response is a refusal.
 */
export function createRedisCache(
  options: RedisCacheOptions,
): Cache & { readonly refused: Promise<never> } {
  const { address, namespace, log } = options;
  const client = createClient({
    url: address.url,
    database: address.database,
    // Without a connection, calls fail at once instead of piling up.
    disableOfflineQueue: true,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENCE_LIMIT_MS,
      reconnectStrategy: (retries) => backoffMs(retries + 1, RECONNECT),
      ...tlsOf(options),
    },
  });
  const keyv = createKeyv(client, { namespace });
  keyv.deserialize = readOwn(keyv.deserialize);

  // The client reports an outage over and over; log its start and its end.
  let isFailing = false;
  let isClosed = false;
  let hasServed = false;
  const refused = Promise.withResolvers<never>();
  refused.promise.catch(() => undefined);
  const failed = (error: unknown) => {
    if (isAboutOneKey(error)) return;
    const refusal = cacheRefusalOf(error, options.place);
    if (refusal && !hasServed) refused.reject(refusal);
    if (!isFailing && !isClosed) {
      const sentence = refusal?.message ?? 'the cache is not responding; continuing without it';
      log.warn({ error }, sentence);
    }
    isFailing = true;
  };
  const answered = () => {
    if (isFailing) log.info('the cache is responding again');
    isFailing = false;
  };
  keyv.on('error', failed);
  client.on('ready', () => {
    answered();
    if (!hasServed) void tryOut();
  });
  // Retries until connected, and after every lost connection.
  client.connect().catch(failed);

  /**
   * A client that can connect may still not be allowed to read and write, or not yet: a server that is loading its data
   * says so.
   */
  async function tryOut(): Promise<void> {
    const key = `${namespace}::start`;
    while (!hasServed && client.isReady) {
      try {
        await client.set(key, '', { PX: TRIAL_MS });
        await client.get(key);
        hasServed = true;
        answered();
        log.info({ cache: options.place }, 'the cache is ready');
      } catch (error) {
        failed(error);
        await delay(TRIAL_MS, undefined, { ref: false });
      }
    }
  }

  /** While an answer is overdue, calls are skipped, so that a hanging server costs one wait rather than one per call. */
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
    refused: refused.promise,
    async get(key, schema) {
      const value = await attempt(() => keyv.get<unknown>(key));
      return value === undefined ? undefined : schema.safeParse(value).data;
    },
    async set(key, value, ttlMs) {
      await attempt(() => keyv.set(key, value, ttlMs));
    },
    async [Symbol.asyncDispose]() {
      // Redis answers in order, so this waits for all earlier writes.
      await attempt(() => client.ping());
      isClosed = true;
      // A connection attempt would otherwise keep the process alive.
      client.unref();
      client.destroy();
    },
  };
}

/** A key with a list or the like, which Redis won't read as a text, is as good as missing. The next write replaces it. */
function isAboutOneKey(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('WRONGTYPE');
}

/** Reads what the bot has written; anything else is missing. */
function readOwn(read: Deserialize = JSON.parse): Deserialize {
  return async <T>(text: string): Promise<DeserializedData<T> | undefined> => {
    if (text.length > VALUE_LIMIT) return undefined;
    try {
      const kept = await read<T>(text);
      // Redis forgets what is over. Keyv would delete it first, which not every user may do.
      delete kept?.expires;
      return kept;
    } catch {
      return undefined;
    }
  };
}

function tlsOf({ address, certificates }: RedisCacheOptions) {
  if (!address.url.startsWith('rediss:')) return {};
  return {
    tls: true as const,
    rejectUnauthorized: !address.trustsAny,
    ...(certificates && { ca: certificates }),
  };
}
