import { Client } from 'pg';
import type { ClientConfig } from 'pg';

import { settlesWithin, systemClock } from '#src/platform/clock.ts';

import type { Lock } from '../database.ts';
import { BEAT_MS, endWhenSilent, NOTICE_HANG_SOON, NOTICE_LOSS_SOON } from './postgres-session.ts';

/** Any number will do as long as it never changes. Each database has its own locks. */
const KEY = 7_526_163;
/** The holder checks its lock before each poll. */
const SILENCE_MS = 5_000;
const GOODBYE_MS = 1_000;

/**
 * An advisory lock on a connection of its own: the server frees it when that connection ends, for whatever reason, and
 * ends the connection if the process hangs.
 */
export function createPostgresLock(config: ClientConfig): Lock {
  let session: Client | null = null;

  function leave(client: Client): Promise<void> {
    if (session === client) session = null;
    return client.end();
  }

  async function connect(): Promise<Client> {
    const client = new Client(config);
    client.on('error', () => void leave(client));
    try {
      await client.connect();
      endWhenSilent(client, SILENCE_MS);
      await client.query(NOTICE_LOSS_SOON);
      await client.query(NOTICE_HANG_SOON);
    } catch (error) {
      void leave(client);
      throw error;
    }
    session = client;
    beat(client);
    return client;
  }

  function beat(client: Client): void {
    const timer = setInterval(() => {
      client.query('select 1').catch(() => void leave(client));
    }, BEAT_MS).unref();
    client.once('end', () => clearInterval(timer));
  }

  async function ask(client: Client, question: string): Promise<boolean> {
    try {
      const { rows } = await client.query<{ readonly answer: boolean }>(question);
      return rows[0]?.answer === true;
    } catch (error) {
      // Whether it still has the lock is unknown; once its session ends, it certainly doesn't.
      void leave(client);
      throw error;
    }
  }

  async function isHeld(): Promise<boolean> {
    if (!session) return false;
    return ask(
      session,
      `select exists (
         select from pg_locks
         where locktype = 'advisory' and pid = pg_backend_pid() and objid = ${KEY} and granted
       ) as answer`,
    );
  }

  return {
    async tryAcquire() {
      const client = session ?? (await connect());
      return ask(client, `select pg_try_advisory_lock(${KEY}) as answer`);
    },
    isHeld: () => isHeld().catch(() => false),
    async [Symbol.asyncDispose]() {
      if (session) await settlesWithin(leave(session), GOODBYE_MS, systemClock);
    },
  };
}
