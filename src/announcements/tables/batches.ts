import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { z } from 'zod';

import { BATCH_KINDS } from '#src/announcements/award.ts';
import type { Batch, BatchKind } from '#src/announcements/award.ts';

import { createDueAwards } from './due-awards.ts';
import type { Schema } from './schema.ts';

/** A batch without its awards. */
export type BatchHead = Omit<Batch, 'awards'>;

/** What becomes messages, channel by channel in order. */
export type Batches = {
  add(batch: Batch): Promise<void>;
  get(batchId: string): Promise<Batch | null>;
  /**
   * The first batch of a channel that is not paused, where it may be tried now. While another transaction works on
   * a channel's first batch, that channel has none.
   * @param busy channels that are worked on in this process
   */
  nextDue(now: number, busy: readonly string[]): Promise<BatchHead | null>;
  /** The next time after this one at which one that failed may be tried again; null where none waits. */
  nextRetryAt(after: number): Promise<number | null>;
  posted(
    batchId: string,
    message: { readonly id: string; readonly at: number; readonly crosspost: boolean },
  ): Promise<void>;
  retryAt(batchId: string, at: number): Promise<void>;
  /** It is never posted. */
  giveUp(batchId: string, status: 'dropped' | 'failed'): Promise<void>;
  /** What waits of a channel from before this time is never posted, but for what is on its way just now. */
  dropDue(channelId: string, before: number): Promise<void>;
  /** @param since leaves out what was made before */
  countDueAwards(channelId: string, since?: number): Promise<number>;
  /** When the first of those that Discord did not take at the first try was made; null where none waits for another. */
  failingSince(channelId: string): Promise<number | null>;
  /**
   * Messages that are still to be cross-posted, oldest first.
   * @param resting channels that are passed over
   */
  toCrosspost(
    resting?: readonly string[],
  ): Promise<
    readonly { readonly batchId: string; readonly channelId: string; readonly messageId: string }[]
  >;
  crossposted(batchId: string): Promise<void>;
};

const IS_DUE = sql<boolean>`batches.status = 'due'`;
const IS_CROSSPOST_DUE = sql<boolean>`batches.crosspost = 'due'`;
/** Whoever would wait for longer had a clock that was set back since. */
const LONGEST_WAIT_MS = 10 * 60_000;
/** At a time; the next look brings the next. */
const CROSSPOSTS = 100;

export function createBatches(db: Kysely<Schema>, hasRowLocks: boolean): Batches {
  const dueAwards = createDueAwards(db, hasRowLocks);
  return {
    async add(batch) {
      await db
        .insertInto('batches')
        .values({
          id: batch.id,
          channel_id: batch.channelId,
          kind: batch.kind,
          created_at: batch.createdAt,
          pings: batch.pings ? 1 : 0,
          status: 'due',
        })
        .execute();
      await dueAwards.assign(batch.id, batch.awards);
    },
    async get(batchId) {
      const row = await db
        .selectFrom('batches')
        .selectAll()
        .where('id', '=', batchId)
        .executeTakeFirst();
      return row ? { ...toHead(row), awards: await dueAwards.ofBatch(batchId) } : null;
    },
    async nextDue(now, busy) {
      const row = await db
        .selectFrom('batches')
        .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
        .selectAll('batches')
        .where(IS_DUE)
        .where('feeds.pause_reason', 'is', null)
        .where(({ or, eb, not, between }) =>
          or([
            eb('retry_at', 'is', null),
            not(between('retry_at', now + 1, now + LONGEST_WAIT_MS)),
          ]),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('batches as earlier')
                .select('earlier.id')
                .where(sql<boolean>`earlier.status = 'due'`)
                .whereRef('earlier.channel_id', '=', 'batches.channel_id')
                .whereRef('earlier.id', '<', 'batches.id'),
            ),
          ),
        )
        .$if(busy.length > 0, (query) => query.where('batches.channel_id', 'not in', busy))
        .orderBy('batches.id')
        .limit(1)
        .$if(hasRowLocks, (query) => query.forUpdate('batches').skipLocked())
        .executeTakeFirst();
      return row ? toHead(row) : null;
    },
    async nextRetryAt(after) {
      const row = await db
        .selectFrom('batches')
        .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
        .select(({ fn }) => fn.min('retry_at').as('at'))
        .where(IS_DUE)
        .where('retry_at', '>', after)
        .where('feeds.pause_reason', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    async posted(batchId, { id, at, crosspost }) {
      await db
        .updateTable('batches')
        .set({
          status: 'posted',
          message_id: id,
          posted_at: at,
          crosspost: crosspost ? 'due' : null,
        })
        .where('id', '=', batchId)
        .execute();
    },
    async retryAt(batchId, at) {
      await db.updateTable('batches').set({ retry_at: at }).where('id', '=', batchId).execute();
    },
    async giveUp(batchId, status) {
      await db.updateTable('batches').set({ status }).where('id', '=', batchId).execute();
    },
    async dropDue(channelId, before) {
      await db
        .updateTable('batches')
        .set({ status: 'dropped' })
        .where('id', 'in', (query) =>
          query
            .selectFrom('batches')
            .select('id')
            .where(IS_DUE)
            .where('channel_id', '=', channelId)
            .where('created_at', '<', before)
            .$if(hasRowLocks, (due) => due.forUpdate().skipLocked()),
        )
        .execute();
    },
    async countDueAwards(channelId, since = 0) {
      const row = await db
        .selectFrom('batches')
        .innerJoin('outbox', 'outbox.batch_id', 'batches.id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(IS_DUE)
        .where('batches.channel_id', '=', channelId)
        .where('batches.created_at', '>=', since)
        .executeTakeFirstOrThrow();
      return row.count;
    },
    async failingSince(channelId) {
      const row = await db
        .selectFrom('batches')
        .select(({ fn }) => fn.min('created_at').as('at'))
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('retry_at', 'is not', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    async toCrosspost(resting = []) {
      const rows = await db
        .selectFrom('batches')
        .select(['id as batchId', 'channel_id as channelId', 'message_id as messageId'])
        .where(IS_CROSSPOST_DUE)
        .$if(resting.length > 0, (query) => query.where('channel_id', 'not in', resting))
        .orderBy('id')
        .limit(CROSSPOSTS)
        .execute();
      return rows.flatMap(({ messageId, ...row }) =>
        messageId === null ? [] : [{ ...row, messageId }],
      );
    },
    async crossposted(batchId) {
      await db
        .updateTable('batches')
        .set({ crosspost: 'done' })
        .where('id', '=', batchId)
        .execute();
    },
  };
}

const kind = z.enum(BATCH_KINDS);

function toHead(row: {
  id: string;
  channel_id: string;
  kind: string;
  created_at: number;
  pings: number;
}): BatchHead {
  return {
    id: row.id,
    channelId: row.channel_id,
    kind: kind.parse(row.kind) satisfies BatchKind,
    createdAt: row.created_at,
    pings: row.pings === 1,
  };
}
