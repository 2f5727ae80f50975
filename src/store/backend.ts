import type { Dialect } from 'kysely';

import type { AnnouncerLock } from './announcer-lock.ts';
import type { Waiting } from './postgres/wait-for-server.ts';
import { createSqliteLock } from './sqlite/sqlite-lock.ts';
import { openSqlite } from './sqlite/sqlite.ts';
import { StoreError } from './store-error.ts';

/** A database of one kind, before it is known to work. */
export type Backend = {
  readonly dialect: Dialect;
  readonly lock: AnnouncerLock;
  /** Whether others write at the same time, so that rows have to be held. */
  readonly hasRowLocks: boolean;
};

const SQLITE = 'sqlite:';
const IN_MEMORY = ':memory:';

/** @throws Error of the driver or of node:fs */
export async function openBackend(url: string, waiting: Waiting): Promise<Backend> {
  if (!url.startsWith(SQLITE)) {
    // Most bots have no server, and its client takes a twentieth of the start.
    const { openPostgres } = await import('./postgres/postgres.ts');
    return openPostgres(url, waiting);
  }
  const file = url.slice(SQLITE.length);
  return {
    dialect: openSqlite(file),
    lock: createSqliteLock(file === IN_MEMORY ? null : file),
    hasRowLocks: false,
  };
}

/**
 * What DATABASE_URL leads to, for people: without user and password.
 * @throws StoreError
 */
export function placeOf(url: string): string {
  if (url.startsWith(SQLITE)) return url.slice(SQLITE.length);
  const address = URL.parse(url);
  // A password with a slash or a number sign in it would make what stands before it the host.
  if (!address || /@/.test(address.pathname + address.search + address.hash)) {
    throw new StoreError('url', null);
  }
  return `${address.host}${address.pathname}`;
}
