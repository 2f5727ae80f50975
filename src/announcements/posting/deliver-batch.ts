import type { AnnouncementStore, Claim } from '#src/announcements/tables/announcement-store.ts';
import type { Attempt } from '#src/announcements/tables/attempts.ts';
import type { BatchHead } from '#src/announcements/tables/batches.ts';
import type { ChannelPosts, PostOutcome } from '#src/discord/channels/posts.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { Batch } from '../batch.ts';
import type { Feed } from '../feed.ts';
import { awardKey } from './planner.ts';
import { createRecentAttempts } from './recent-attempts.ts';
import { createStoreOutcome } from './store-outcome.ts';
import type { Troubles } from './trouble.ts';

export type DeliverBatch = ReturnType<typeof createDeliverBatch>;

/**
 * Posts a batch exactly once. The text is stored before it is sent, so a process that dies leaves nothing sent, or a
 * post in doubt that the next process looks for before it sends it again.
 */
export function createDeliverBatch(options: {
  readonly store: Pick<AnnouncementStore, 'attempts' | 'batches' | 'feeds' | 'transaction'>;
  readonly posts: ChannelPosts;
  /** The message as JSON. */
  readonly textOf: (batch: Batch, feed: Feed) => Promise<string>;
  /** The feed, updated with what its channel is like now. */
  readonly checkChannel: (feed: Feed, abandon: AbortSignal) => Promise<Feed>;
  readonly troubles: Troubles;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}) {
  const { store, posts, clock, log } = options;
  const recentAttempts = createRecentAttempts(clock);
  const storeOutcome = createStoreOutcome({ ...options, recentAttempts });

  /** Null if it can't be written, or not in time. */
  async function bodyOf(batch: Batch, feed: Feed, abandon: AbortSignal): Promise<string | null> {
    try {
      return await unlessAborted(options.textOf(batch, feed), abandon);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // Not retried: it would fail again, and hold up the channel forever.
      log.error({ error, batchId: batch.id }, 'a post could not be written');
      return null;
    }
  }

  /**
   * False if the batch was changed while its text was written: a player was untracked, the filter narrowed, or another
   * process posted it after this one lost its claim.
   */
  async function begin(batch: Batch, body: string, attempt: Attempt | null): Promise<boolean> {
    const { id, awards } = batch;
    return store.transaction(async ({ attempts, batches, dueAwards }) => {
      await dueAwards.hold([id]);
      const current = attempt ? batch : await batches.get(id);
      if (current?.awards.map(awardKey).join() !== awards.map(awardKey).join()) return false;
      if (!(await batches.isDue(id))) return false;
      await attempts.begin(id, body, clock.now());
      return true;
    });
  }

  /** Null if there is nothing left to post now. */
  async function send(
    batch: Batch,
    feed: Feed,
    attempt: Attempt | null,
    { confirm, abandon }: Pick<Claim, 'confirm'> & { readonly abandon: AbortSignal },
  ): Promise<PostOutcome | null> {
    const { id, channelId } = batch;
    const known = recentAttempts.messageOf(id);
    if (known !== null) return { kind: 'posted', messageId: known };
    const isRepeat = attempt !== null && !recentAttempts.isInDoubt(id);
    if (attempt && !isRepeat) {
      const { body, firstAt } = attempt;
      const found = await posts.find(channelId, feed.guildId, body, firstAt, id, abandon);
      if (found.kind === 'found') return { kind: 'posted', messageId: found.messageId };
      if (found.kind === 'later') return { kind: 'unsure' };
    }
    const body = attempt?.body ?? (await bodyOf(batch, feed, abandon));
    if (body === null) {
      return abandon.aborted ? null : { kind: 'rejected', detail: 'it could not be written' };
    }
    // That took a while: someone may have paused the feed, or removed it and made another.
    const current = await store.feeds.get(channelId);
    if (current?.createdAt !== feed.createdAt || current.pause) return null;
    const isBegun = await begin(batch, body, attempt);
    if (!isBegun) return null;
    await confirm();
    recentAttempts.sends(id, isRepeat);
    return posts.post(channelId, body, id, abandon);
  }

  /** @throws StoreError */
  return async (head: BatchHead, claim: Claim, abandon: AbortSignal): Promise<void> => {
    const { transact } = claim;
    const [batch, feed] = [await store.batches.get(head.id), await store.feeds.get(head.channelId)];
    // Removed in the meantime.
    if (!batch || !feed) return;
    if (batch.awards.length === 0) {
      await transact(({ batches }) => batches.drop(batch.id));
      return;
    }
    const attempt = await store.attempts.of(batch.id);
    const isCheckDue = batch.pings && attempt === null;
    const current = isCheckDue ? await options.checkChannel(feed, abandon) : feed;
    const outcome = await send(batch, current, attempt, { ...claim, abandon });
    if (!outcome) return;
    await storeOutcome(batch, current, outcome, { transact, isFirst: attempt === null, abandon });
  };
}

/** Null as soon as the signal is aborted. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const end = () => resolve(null);
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', end);
  }
}
