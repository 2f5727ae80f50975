import { PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import type { ClientConfig } from 'pg';

import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { Backend } from '../database.ts';
import { CertificateUnreadable, storeFailureOf } from '../store-error.ts';
import { createPostgresLock } from './postgres-lock.ts';
import { endWhenSilent, NOTICE_LOSS_SOON, SESSION } from './postgres-session.ts';

/** What it takes to wait for a server that is not up yet. */
export type ServerWait = {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Ends the wait, which then rejects with an AbortError. */
  readonly signal?: AbortSignal;
};

/**
 * Each of the four deliveries under way holds a connection and sometimes needs another; everyone else has one only
 * while a statement runs. Nobody waits for a row that a delivery holds (`skip locked`), so whoever waits for a
 * connection gets one. With the lock's own, a process uses nine: two processes fit into the twenty that the smallest
 * hosted databases allow.
 */
const POOL_SIZE = 8;
/** Together they are less than the 15 s within which every reply comes, even if the server hangs. */
const SILENCE_MS = 8_000;
const CONNECTION_WAIT_MS = 5_000;
/** A migration may build an index on large tables, or wait for another process that does. */
const MIGRATION_SILENCE_MS = 10 * 60_000;
/** Enough for a database that starts together with the bot. */
const PATIENCE_MS = 30_000;
const RETRY = { firstMs: 1_000, longestMs: 5_000 };

/**
 * Connects as soon as the server answers.
 * @throws Error of pg
 */
export async function openPostgres(url: string, wait: ServerWait): Promise<Backend> {
  const plain: ClientConfig = { ...SESSION, connectionString: withExplicitTls(url) };
  readCertificates(plain);
  const config = await waitForServer(() => findEncryption(plain), wait);
  const pool = createPool(config, POOL_SIZE, SILENCE_MS);
  return {
    dialect: new PostgresDialect({ pool }),
    migrations: new PostgresDialect({ pool: createPool(config, 1, MIGRATION_SILENCE_MS) }),
    lock: createPostgresLock(config),
    // Whoever can connect can take it.
    tryLock: () => Promise.resolve(),
    sharesWork: true,
    connections: () => ({
      limit: POOL_SIZE,
      inUse: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
  };
}

/** @param silenceMs a connection ends when the server has owed an answer for so long. */
function createPool(config: ClientConfig, size: number, silenceMs: number): Pool {
  const pool = new Pool({
    ...config,
    max: size,
    connectionTimeoutMillis: CONNECTION_WAIT_MS,
  });
  // A query on a broken connection fails by itself; without listeners the error would also end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    endWhenSilent(client, silenceMs);
    client.query(NOTICE_LOSS_SOON).catch(() => undefined);
  });
  return pool;
}

/** A new client reads the files that its address names. @throws CertificateUnreadable */
function readCertificates(config: ClientConfig): void {
  try {
    void new Client(config);
  } catch (error) {
    throw new CertificateUnreadable('A certificate can’t be read', { cause: error });
  }
}

/** Retries for 30 s, unless waiting can't help. */
async function waitForServer<T>(
  attempt: () => Promise<T>,
  { clock, log, signal }: ServerWait,
): Promise<T> {
  const end = clock.now() + PATIENCE_MS;
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const failure = storeFailureOf(error);
      const mayPass = failure === 'unreachable' || failure === 'crowded';
      const leftMs = end - clock.now();
      if (!mayPass || leftMs <= 0) throw error;
      const retryInMs = Math.min(backoffMs(failures, RETRY), leftMs);
      log.warn({ error, retryInMs }, 'the database is not responding; trying again');
      await clock.sleep(retryInMs, signal);
    }
  }
}

/**
 * Encrypts if the server insists and the URL says nothing about it, like libpq's `sslmode=allow`. Heroku's servers
 * insist, and their certificates can't be verified.
 */
async function findEncryption(plain: ClientConfig): Promise<ClientConfig> {
  try {
    await tryOut(plain);
    return plain;
  } catch (error) {
    if (storeFailureOf(error) !== 'unencrypted') throw error;
    const encrypted = { ...plain, ssl: { rejectUnauthorized: false } };
    await tryOut(encrypted);
    return encrypted;
  }
}

async function tryOut(config: ClientConfig): Promise<void> {
  const client = new Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } finally {
    await client.end();
  }
}

/** pg already reads these as `verify-full`, but warns on every start that this will change. */
function withExplicitTls(url: string): string {
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}
