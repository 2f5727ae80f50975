import { PostgresDialect } from 'kysely';
import { Client, Pool } from 'pg';
import type { ClientConfig } from 'pg';

import type { Backend } from '../backend.ts';
import { storeFailureOf } from '../store-error.ts';
import { createPostgresLock } from './postgres-lock.ts';
import { endWhenSilent, NOTICE_LOSS_SOON, SESSION } from './postgres-session.ts';
import { waitForServer } from './wait-for-server.ts';
import type { Waiting } from './wait-for-server.ts';

/**
 * Each of the four deliveries on their way holds a connection, and needs another one now and then; everybody else
 * has one for as long as statements take. Nobody waits for a row that a delivery holds (`skip locked`), so whoever
 * waits for a connection gets one. With the announcer's lock a process has nine: two of them fit into the twenty of
 * the smallest databases that are rented out.
 */
const POOL_SIZE = 8;
const SILENCE_MS = 60_000;

/**
 * A server's database as Kysely's, once the server answers.
 * @throws Error of pg
 */
export async function openPostgres(url: string, waiting: Waiting): Promise<Backend> {
  const plain: ClientConfig = { ...SESSION, connectionString: withExplicitTls(url) };
  const config = await waitForServer(() => findEncryption(plain), waiting);
  const pool = new Pool({ ...config, max: POOL_SIZE });
  // Whoever uses a connection that breaks learns it from the query. Without listeners it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    endWhenSilent(client, SILENCE_MS);
    client.query(NOTICE_LOSS_SOON).catch(() => undefined);
  });
  return {
    dialect: new PostgresDialect({ pool }),
    lock: createPostgresLock(config),
    hasRowLocks: true,
  };
}

/**
 * Where the URL says nothing of encryption, it is used where the server insists, as libpq's `sslmode=allow` does.
 * Heroku's servers insist, with certificates that nobody can verify.
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

/** pg reads these as `verify-full`, and warns on every start that it will not for ever. */
function withExplicitTls(url: string): string {
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}
