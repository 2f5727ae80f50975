import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';

import { BATCH_KINDS } from '#src/announcements/batch.ts';
import type { Batch, BatchKind } from '#src/announcements/batch.ts';

import { createDueAwards } from './due-awards.ts';
import { IS_READABLE } from './readable-feeds.ts';
import type { BatchRow, Schema } from './schema.ts';

/** A batch without its awards. */
export type BatchHead = Omit<Batch, 'awards'>;

const IS_DUE = sql<boolean>`batches.status = 'due'`;
/** A newer version's kinds of messages wait for that version. */
const IS_KNOWN = sql<boolean>`batches.kind in (${sql.join(BATCH_KINDS)})`;
/** A longer wait means that the clock was set back. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Awards put together into messages. Each channel's batches are posted in order. */
export function createBatches(db: Kysely<Schema>) {
  const dueAwards = createDueAwards(db);
  return {
    /** In a transaction. Marks the batch's awards as well. */
    async add(batch: Batch): Promise<void> {
      await db
        .insertInto('batches')
        .values({
          id: batch.id,
          channel_id: batch.channelId,
          kind: batch.kind,
          created_at: batch.createdAt,
          pings: batch.pings ? 1 : 0,
          plain: batch.isPlain ? 1 : 0,
          status: 'due',
        })
        .execute();
      await dueAwards.assign(batch.id, batch.awards);
    },
    async get(batchId: string): Promise<Batch | null> {
      const row = await db
        .selectFrom('batches')
        .selectAll()
        .where('id', '=', batchId)
        .executeTakeFirst();
      return row && isKnown(row)
        ? { ...toHead(row), awards: await dueAwards.ofBatch(batchId) }
        : null;
    },
    /** Whether it is still to be posted. */
    async isDue(batchId: string): Promise<boolean> {
      const row = await db
        .selectFrom('batches')
        .select('id')
        .where('id', '=', batchId)
        .where(IS_DUE)
        .executeTakeFirst();
      return row !== undefined;
    },
    /**
     * The oldest batch that may be posted now; locked if this is a transaction. A channel has none while its feed is
     * paused, while its oldest batch waits for a retry, or while another transaction holds that batch.
     * @param busy channels that this process is already working on
     */
    async nextDue(now: number, busy: readonly string[]): Promise<BatchHead | null> {
      const row = await db
        .selectFrom('batches')
        .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
        .selectAll('batches')
        .where(IS_DUE)
        .where(IS_KNOWN)
        .where(IS_READABLE)
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
                .where('earlier.kind', 'in', BATCH_KINDS)
                .whereRef('earlier.channel_id', '=', 'batches.channel_id')
                .whereRef('earlier.id', '<', 'batches.id'),
            ),
          ),
        )
        .$if(busy.length > 0, (query) => query.where('batches.channel_id', 'not in', busy))
        .orderBy('batches.id')
        .limit(1)
        .forUpdate('batches')
        .skipLocked()
        .executeTakeFirst();
      return row && isKnown(row) ? toHead(row) : null;
    },
    /** The first retry after this time, ms since 1970; null if there is none. */
    async nextRetryAt(after: number): Promise<number | null> {
      const row = await db
        .selectFrom('batches')
        .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
        .select(({ fn }) => fn.min('retry_at').as('at'))
        .where(IS_DUE)
        .where('retry_at', '>', after)
        .where(IS_KNOWN)
        .where(IS_READABLE)
        .where('feeds.pause_reason', 'is', null)
        .executeTakeFirst();
      return row?.at ?? null;
    },
    /** @param message.crosspost whether it still has to be published to following channels */
    async posted(
      batchId: string,
      message: { readonly id: string; readonly at: number; readonly crosspost: boolean },
    ): Promise<void> {
      const { id, at, crosspost } = message;
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
    async retryAt(batchId: string, at: number): Promise<void> {
      await db
        .updateTable('batches')
        .set({ retry_at: at, limited: 0 })
        .where('id', '=', batchId)
        .execute();
    },
    /** Waits for a rate limit to end, or for the longest wait. @param at ms since 1970 */
    async waitUntil(batchId: string, at: number, now: number): Promise<void> {
      await db
        .updateTable('batches')
        .set({ retry_at: Math.min(at, now + LONGEST_WAIT_MS), limited: 1 })
        .where('id', '=', batchId)
        .execute();
    },
    /** Discord rejected the first form: the next try sends the plain one. */
    async makePlain(batchId: string): Promise<void> {
      await db.updateTable('batches').set({ plain: 1 }).where('id', '=', batchId).execute();
    },
    /** The batch is never posted. */
    async drop(batchId: string): Promise<void> {
      await db
        .updateTable('batches')
        .set({ status: 'dropped' })
        .where('id', '=', batchId)
        .execute();
    },
    /** Drops a channel's batches from before this time, except one that is being posted right now. */
    async dropDue(channelId: string, before: number): Promise<void> {
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
            .forUpdate()
            .skipLocked(),
        )
        .execute();
    },
    /** @param since leaves out older batches */
    async countDueAwards(channelId: string, since = 0): Promise<number> {
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
    /** When the oldest batch that waits for a retry after a failure was made; null if none does. */
    async failingSince(channelId: string): Promise<number | null> {
      const row = await db
        .selectFrom('batches')
        .select(({ fn }) => fn.min('created_at').as('at'))
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('retry_at', 'is not', null)
        .where('limited', '=', 0)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}

type Row = Selectable<BatchRow>;

function isKnown(row: Row): row is Row & { kind: BatchKind } {
  return BATCH_KINDS.some((kind) => kind === row.kind);
}

function toHead(row: Row & { kind: BatchKind }): BatchHead {
  return {
    id: row.id,
    channelId: row.channel_id,
    kind: row.kind,
    createdAt: row.created_at,
    pings: row.pings === 1,
    isPlain: row.plain === 1,
  };
}
