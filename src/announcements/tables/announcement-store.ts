import { sql } from 'kysely';

import { createDenials } from '#src/people/tables/denials.ts';
import { createKnownPlayers } from '#src/people/tables/known-players.ts';
import type { Database } from '#src/store/database.ts';
import { keepingOpen } from '#src/store/keep-open.ts';
import type { Store } from '#src/store/store.ts';

import { createActivity } from './activity.ts';
import { createAttempts } from './attempts.ts';
import { createAwardFeedPosition } from './award-feed-position.ts';
import { createBatches } from './batches.ts';
import type { BatchHead } from './batches.ts';
import { createCrossposts } from './crossposts.ts';
import { createDueAwards } from './due-awards.ts';
import { createFeedTroubles } from './feed-troubles.ts';
import { createFeeds } from './feeds.ts';
import { createOpenBatches } from './open-batches.ts';
import { createRejections } from './rejections.ts';
import type { Schema } from './schema.ts';
import { createSweeps } from './sweeps.ts';
import { createTrackedPlayers } from './tracked-players.ts';
import { createUnwantedAwards } from './unwanted-awards.ts';

/** Everything that announcements keep, one repository per concept. */
export type AnnouncementTables = ReturnType<typeof createTables>;

/** Runs its work in one transaction. */
export type Transact = <T>(work: (tables: AnnouncementTables) => Promise<T>) => Promise<T>;

/** A batch that no other process works on. */
export type Claim = {
  readonly transact: Transact;
  /** @throws StoreError if another process has it by now, because this one hung for a while */
  confirm(): Promise<void>;
};

/** The announcements' tables, and how they are changed together. All of it rejects with StoreError. */
export type AnnouncementStore = ReturnType<typeof createAnnouncementStore>;

export function createAnnouncementStore(
  store: Pick<Store, 'db' | 'lock' | 'sharesWork' | 'health' | 'checkHealth' | 'connections'>,
) {
  const { db, lock, sharesWork, health, checkHealth, connections } = store;
  const tables = createTables(db);
  const transaction: Transact = (work) =>
    db.transaction().execute((trx) => work(createTables(trx)));
  return {
    ...tables,
    transaction,
    /**
     * Works on the next due batch that no other process works on.
     * @param busy channels that this process is already working on
     * @returns whether there was a batch
     */
    async deliver(
      now: number,
      busy: readonly string[],
      work: (head: BatchHead, claim: Claim) => Promise<void>,
    ): Promise<boolean> {
      if (!sharesWork) {
        const head = await tables.batches.nextDue(now, busy);
        if (head) await work(head, { transact: transaction, confirm: () => Promise.resolve() });
        return head !== null;
      }
      // The batch's row stays locked until the work is done, and is free soon if this process dies or hangs.
      return db.transaction().execute(async (trx) => {
        const held = createTables(trx);
        const head = await held.batches.nextDue(now, busy);
        const claim: Claim = {
          transact: (write) => write(held),
          confirm: async () => void (await sql`select 1`.execute(trx)),
        };
        if (head) await keepingOpen(trx, () => work(head, claim));
        return head !== null;
      });
    },
    /** The process that holds it announces. */
    lock,
    /** Whether processes without the lock deliver as well. */
    sharesWork,
    health,
    checkHealth,
    connections,
  };
}

function createTables(database: Database) {
  const db = database.$extendTables<Schema>();
  const knownPlayers = createKnownPlayers(database);
  return {
    feeds: createFeeds(db),
    feedTroubles: createFeedTroubles(db),
    trackedPlayers: createTrackedPlayers(db, knownPlayers),
    dueAwards: createDueAwards(db),
    unwantedAwards: createUnwantedAwards(db),
    batches: createBatches(db),
    openBatches: createOpenBatches(db),
    rejections: createRejections(db),
    crossposts: createCrossposts(db),
    attempts: createAttempts(db),
    awardFeed: createAwardFeedPosition(db),
    sweeps: createSweeps(db),
    denials: createDenials(database),
    activity: createActivity(db),
    knownPlayers,
  };
}
