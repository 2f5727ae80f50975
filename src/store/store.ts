import { Kysely } from 'kysely';
import type { Dialect } from 'kysely';

import { settlesWithin, systemClock } from '#src/platform/clock.ts';

import { placeOf, sqliteFileOf } from './database-url.ts';
import type { Backend, Connections, Database, Lock } from './database.ts';
import { guardedDialect } from './guarded-dialect.ts';
import { migrate, tryWriting } from './migrate.ts';
import type { Migrations } from './migrate.ts';
import type { ServerWait } from './postgres/postgres.ts';
import { openSqlite } from './sqlite/sqlite.ts';
import { asStoreError, StoreError } from './store-error.ts';
import { createStoreHealthLog } from './store-health.ts';
import type { StoreHealth, StoreHealthLog } from './store-health.ts';

/** Stopping may take 10 s. */
const CLOSING_MS = 1_000;

/** After this, a failed write says nothing about now. */
const WRITE_AGAIN_MS = 60_000;

/** What the bot remembers. Disposing of it closes the database. */
export type Store = {
  /** Queries reject with StoreError when the database fails. */
  readonly db: Database;
  readonly lock: Lock;
  /** Whether several processes can work on the same database at once. */
  readonly sharesWork: boolean;
  connections(): Connections | null;
  /** As the last tries went. */
  health(): StoreHealth;
  /** Tries to write again if the last try, a while ago, failed. Never rejects. */
  checkHealth(): Promise<void>;
} & AsyncDisposable;

/**
 * Opens the database at DATABASE_URL and runs the migrations that it has not seen yet.
 * @throws StoreError with a sentence for the operator; AbortError when the signal ends the wait for a server
 */
export async function openStore(
  url: string,
  options: ServerWait & { readonly migrations: Migrations },
): Promise<Store> {
  const { migrations, log, signal } = options;
  const place = placeOf(url);
  try {
    const health = createStoreHealthLog(() => options.clock.now());
    return await open(await openBackend(url, options), { migrations, place, health });
  } catch (error) {
    if (signal?.aborted) throw error;
    const known = asStoreError(error, place);
    if (known instanceof StoreError && known.failure !== 'broken') throw known;
    log.error({ error }, 'the database can’t be used');
    throw new StoreError('broken', place, { cause: error });
  }
}

async function open(
  backend: Backend,
  options: {
    readonly migrations: Migrations;
    readonly place: string;
    readonly health: StoreHealthLog;
  },
): Promise<Store> {
  const { migrations, place, health } = options;
  const { dialect, lock, tryLock, sharesWork, connections } = backend;
  const connect = (by: Dialect): Database =>
    new Kysely({ dialect: guardedDialect(by, place, health) });
  const db = connect(dialect);
  const close = async () => {
    await lock[Symbol.asyncDispose]();
    // A server that hangs doesn't close its connections.
    await settlesWithin(db.destroy(), CLOSING_MS, systemClock);
  };
  const migrating = backend.migrations && connect(backend.migrations);
  try {
    await migrate(migrating ?? db, migrations, place);
    await tryWriting(db);
    await tryLock();
  } catch (error) {
    await close();
    throw error;
  } finally {
    if (migrating) await settlesWithin(migrating.destroy(), CLOSING_MS, systemClock);
  }
  const tryAcquire = () =>
    lock.tryAcquire().catch((error: unknown) => {
      throw asStoreError(error, place);
    });
  return {
    db,
    lock: { ...lock, tryAcquire },
    sharesWork,
    connections,
    health: health.health,
    async checkHealth() {
      const isOld = health.now() - health.writeTriedAt() >= WRITE_AGAIN_MS;
      if (health.health().writesFailSince !== null && isOld) {
        await tryWriting(db).catch(() => undefined);
      }
    },
    [Symbol.asyncDispose]: close,
  };
}

/** @throws Error of the driver or of node:fs */
async function openBackend(url: string, wait: ServerWait): Promise<Backend> {
  const file = sqliteFileOf(url);
  if (file !== null) return openSqlite(file);
  // Most bots don't use Postgres, and loading its client takes a twentieth of the start.
  const { openPostgres } = await import('./postgres/postgres.ts');
  return openPostgres(url, wait);
}
