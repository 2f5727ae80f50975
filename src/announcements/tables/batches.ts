import { sql } from 'kysely';
import type { Kysely, Selectable } from 'kysely';

import { BATCH_KINDS } from '#src/announcements/batch.ts';
import type { Batch, BatchKind } from '#src/announcements/batch.ts';
import { inChunks } from '#src/store/chunks.ts';

import { createDueAwards } from './due-awards.ts';
import { IS_READABLE } from './readable-feeds.ts';
import type { BatchRow, Schema } from './schema.ts';

/** A batch without its awards. */
export type BatchHead = Omit<Batch, 'awards'>;

const IS_DUE = sql<boolean>`batches.status = 'due'`;
/** A newer version's kinds of messages wait for that version. */
const IS_KNOWN = sql<boolean>`batches.kind in (${sql.join(BATCH_KINDS)})`;
const IS_FAILED = sql<boolean>`batches.status = 'failed'`;
const IS_CROSSPOST_DUE = sql<boolean>`batches.crosspost = 'due'`;
/** A longer wait means that the clock was set back. */
const LONGEST_WAIT_MS = 10 * 60_000;
const OPEN = ['due', 'failed'] as const;
/** The rest follow next time. */
const CROSSPOSTS_LIMIT = 100;

/** Awards put together into messages. Each channel's batches are posted in order. */
export function createBatches(db: Kysely<Schema>) {
  const dueAwards = createDueAwards(db);

  /** No attempt to post them was ever begun. */
  const unbegun = (channelId: string, statuses: readonly string[]) =>
    db
      .selectFrom('batches')
      .select('id')
      .where('channel_id', '=', channelId)
      .where('status', 'in', statuses)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attempts')
              .select('attempts.batch_id')
              .whereRef('attempts.batch_id', '=', 'batches.id'),
          ),
        ),
      );

  /** Those of them that nobody works on. They stay that way until the transaction ends. */
  async function free(channelId: string, statuses: readonly string[]): Promise<readonly string[]> {
    const rows = await unbegun(channelId, statuses).forUpdate().skipLocked().execute();
    return rows.map(({ id }) => id);
  }

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
    /** Discord refused the first form: the next try sends the plain one. */
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
    /** Discord refused the batch in every form. @param refusal Discord's words */
    async refused(batchId: string, refusal: string): Promise<void> {
      await db
        .updateTable('batches')
        .set({ status: 'failed', refusal, retry_at: null })
        .where('id', '=', batchId)
        .execute();
    },
    /** How many batches made since then Discord refused, and its words about the newest. */
    async refusals(
      channelId: string,
      since: number,
    ): Promise<{ readonly count: number; readonly words: string } | null> {
      const rows = await db
        .selectFrom('batches')
        .select('refusal')
        .where(IS_FAILED)
        .where('channel_id', '=', channelId)
        .where('created_at', '>=', since)
        .orderBy('id', 'desc')
        .execute();
      return rows.length === 0 ? null : { count: rows.length, words: rows[0]?.refusal ?? '' };
    },
    /** Tries those again, from the first form on. @returns how many */
    async retryRefused(channelId: string, since: number): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('batches')
        .set({ status: 'due', plain: 0, refusal: null, retry_at: null })
        .where(IS_FAILED)
        .where('channel_id', '=', channelId)
        .where('created_at', '>=', since)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
    /**
     * In a transaction. Batches that wait, are being written, or were refused, and that certainly aren't posted or being
     * posted. They stay that way until the transaction ends.
     */
    async open(channelId: string): Promise<readonly string[]> {
      const found = await unbegun(channelId, OPEN).execute();
      const ids = found.map(({ id }) => id);
      await dueAwards.hold(ids);
      // Some may have been begun while this waited.
      const rows = await inChunks(ids, (chunk) =>
        unbegun(channelId, OPEN).where('batches.id', 'in', chunk).execute(),
      );
      return rows.map(({ id }) => id);
    },
    /** In a transaction. Makes the awards of waiting batches due again, as if they had never been put together. */
    async takeApart(channelId: string): Promise<void> {
      const ids = await free(channelId, ['due']);
      await inChunks(ids, async (chunk) => {
        await db
          .updateTable('outbox')
          .set({ status: 'due', batch_id: null })
          .where('batch_id', 'in', chunk)
          .execute();
        await db.deleteFrom('batches').where('id', 'in', chunk).execute();
        return [];
      });
    },
    /** In a transaction. Drops batches that have no awards left. Whoever works on one drops it then. */
    async dropEmpty(channelId: string): Promise<void> {
      await inChunks(await free(channelId, OPEN), async (chunk) => {
        await db
          .updateTable('batches')
          .set({ status: 'dropped' })
          .where('id', 'in', chunk)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox')
                  .select('outbox.batch_id')
                  .whereRef('outbox.batch_id', '=', 'batches.id'),
              ),
            ),
          )
          .execute();
        return [];
      });
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
    /**
     * Messages still to be published to following channels, oldest first.
     * @param resting channels to skip
     */
    async toCrosspost(resting: readonly string[] = []) {
      const rows = await db
        .selectFrom('batches')
        .select(['id as batchId', 'channel_id as channelId', 'message_id as messageId'])
        .where(IS_CROSSPOST_DUE)
        .$if(resting.length > 0, (query) => query.where('channel_id', 'not in', resting))
        .orderBy('id')
        .limit(CROSSPOSTS_LIMIT)
        .execute();
      return rows.flatMap(({ messageId, ...row }) =>
        messageId === null ? [] : [{ ...row, messageId }],
      );
    },
    async crossposted(batchId: string): Promise<void> {
      await db
        .updateTable('batches')
        .set({ crosspost: 'done' })
        .where('id', '=', batchId)
        .execute();
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
