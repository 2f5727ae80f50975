import { Kysely } from 'kysely';

import type { BatchHead } from '#src/announcements/tables/batches.ts';
import type { Schema } from '#src/announcements/tables/schema.ts';
import { createRepositories } from '#src/announcements/tables/tables.ts';
import type { Repositories } from '#src/announcements/tables/tables.ts';
import { systemClock } from '#src/platform/clock.ts';

import type { AnnouncerLock } from './announcer-lock.ts';
import { openBackend, placeOf } from './backend.ts';
import type { Backend } from './backend.ts';
import { guardedDialect } from './guarded-dialect.ts';
import { migrate } from './migrate.ts';
import type { Waiting } from './postgres/wait-for-server.ts';
import { asStoreError, StoreError } from './store-error.ts';

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
  readonly lock: AnnouncerLock;
  /** Whether processes without the announcer's lock deliver, too. */
  readonly sharesWork: boolean;
} & AsyncDisposable;

const SILENT: Waiting = {
  clock: systemClock,
  log: { warn: () => undefined, error: () => undefined },
};

/**
 * Opens the database that DATABASE_URL names and brings its tables to this version.
 * @param waiting how a server is waited for that is not up yet
 * @throws StoreError with a sentence for the operator
 */
export async function openStore(url: string, waiting: Waiting = SILENT): Promise<Store> {
  const place = placeOf(url);
  try {
    return await open(await openBackend(url, waiting), place);
  } catch (error) {
    if (waiting.signal?.aborted) throw error;
    const known = asStoreError(error, place);
    if (known instanceof StoreError && known.failure !== 'broken') throw known;
    waiting.log.error({ error }, 'the database can’t be used');
    throw new StoreError('broken', place, { cause: error });
  }
}

async function open(backend: Backend, place: string): Promise<Store> {
  const { dialect, lock, hasRowLocks } = backend;
  const db = new Kysely<Schema>({ dialect: guardedDialect(dialect, place) });
  const close = async () => {
    await lock[Symbol.asyncDispose]();
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
    lock: {
      tryAcquire: () =>
        lock.tryAcquire().catch((error: unknown) => {
          throw asStoreError(error, place);
        }),
      isHeld: lock.isHeld,
      [Symbol.asyncDispose]: lock[Symbol.asyncDispose],
    },
    sharesWork: hasRowLocks,
    [Symbol.asyncDispose]: close,
  };
}
