import { Kysely } from 'kysely';
import type { Dialect } from 'kysely';

import type { AnnouncerLock } from './announcer-lock.ts';
import type { BatchHead } from './batches.ts';
import { StoreError, storeFailureOf } from './errors.ts';
import { guardedDialect } from './guarded-dialect.ts';
import { migrate } from './migrate.ts';
import { createRepositories } from './repositories.ts';
import type { Repositories } from './repositories.ts';
import type { Schema } from './schema.ts';
import { createSqliteLock } from './sqlite-lock.ts';
import { openSqlite } from './sqlite.ts';

/** Does its work whole or not at all. */
export type Transact = <T>(work: (repositories: Repositories) => Promise<T>) => Promise<T>;

/** What the bot remembers. Disposing of it closes the database. */
export type Store = Repositories & {
  readonly transaction: Transact;
  /**
   * Works on the first batch that is due, while nobody else does; false where none is.
   * @param busy channels that this process works on already
   */
  deliver(
    now: number,
    busy: readonly string[],
    work: (head: BatchHead, write: Transact) => Promise<void>,
  ): Promise<boolean>;
  readonly announcerLock: AnnouncerLock;
  /** Whether processes without the announcer's lock deliver, too. */
  readonly sharesDeliveries: boolean;
} & AsyncDisposable;

/** A database of one kind, before it is known to work. */
export type Backend = {
  readonly dialect: Dialect;
  readonly announcerLock: AnnouncerLock;
  /** Whether others write at the same time, so that rows have to be held. */
  readonly hasRowLocks: boolean;
};

/**
 * Opens the database that DATABASE_URL names and brings its tables to this version.
 * @throws StoreError with a sentence for the operator
 */
export async function openStore(url: string): Promise<Store> {
  const place = placeOf(url);
  const { dialect, announcerLock, hasRowLocks } = await backendOf(url, place);
  const db = new Kysely<Schema>({ dialect: guardedDialect(dialect, place) });
  const close = async () => {
    await announcerLock[Symbol.asyncDispose]();
    await db.destroy();
  };
  try {
    await migrate(db, place);
  } catch (error) {
    await close();
    throw error;
  }
  const repositories = createRepositories(db, hasRowLocks);
  const transaction: Transact = (work) =>
    db.transaction().execute((trx) => work(createRepositories(trx, hasRowLocks)));
  return {
    ...repositories,
    transaction,
    async deliver(now, busy, work) {
      if (!hasRowLocks) {
        const head = await repositories.batches.nextDue(now, busy);
        if (head) await work(head, transaction);
        return head !== null;
      }
      // Its row stays locked until the work is done, and is free again at once when this process dies.
      return db.transaction().execute(async (trx) => {
        const held = createRepositories(trx, hasRowLocks);
        const head = await held.batches.nextDue(now, busy);
        if (head) await work(head, (write) => write(held));
        return head !== null;
      });
    },
    announcerLock,
    sharesDeliveries: hasRowLocks,
    [Symbol.asyncDispose]: close,
  };
}

async function backendOf(url: string, place: string): Promise<Backend> {
  if (!url.startsWith('sqlite:')) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(url, place);
  }
  const file = place;
  try {
    const isFile = file !== ':memory:';
    return {
      dialect: openSqlite(file),
      announcerLock: createSqliteLock(isFile ? file : null, place),
      hasRowLocks: false,
    };
  } catch (error) {
    throw new StoreError(storeFailureOf(error) ?? fileFailureOf(error), place, { cause: error });
  }
}

/** When the folder can't be made. */
function fileFailureOf(error: unknown): 'readOnly' | 'full' | 'noFile' {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return 'readOnly';
  return code === 'ENOSPC' ? 'full' : 'noFile';
}

/** Without user and password. */
function placeOf(url: string): string {
  if (url.startsWith('sqlite:')) return url.slice('sqlite:'.length);
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
