import type { Transact } from '#src/announcements/tables/announcement-store.ts';
import type { PostOutcome } from '#src/discord/channels/posts.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { Batch } from '../batch.ts';
import type { Feed } from '../feed.ts';
import type { createRecentAttempts } from './recent-attempts.ts';
import { shortDetail } from './trouble.ts';
import type { Troubles } from './trouble.ts';

type Circumstances = {
  readonly transact: Transact;
  /** Whether no earlier attempt is in doubt. */
  readonly isFirst: boolean;
  readonly abandon: AbortSignal;
};

/** Stores the outcome of an attempt to post a batch, and what comes next. */
export function createStoreOutcome(options: {
  readonly troubles: Troubles;
  readonly recentAttempts: ReturnType<typeof createRecentAttempts>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}) {
  const { troubles, recentAttempts, clock, log } = options;

  async function refused(
    { id, channelId }: Batch,
    feed: Feed,
    outcome: Extract<PostOutcome, { readonly kind: 'refused' }>,
    { transact, isFirst, abandon }: Circumstances,
  ): Promise<void> {
    const at = clock.now();
    const verdict = await troubles.verdict(feed, outcome, at, abandon);
    const { detail } = outcome;
    if (verdict.kind === 'again') log.warn({ channelId, detail }, 'a channel takes no posts');
    else log.warn({ channelId, detail, reason: verdict.reason }, 'a channel is paused');
    await transact(async ({ feedTroubles, batches, attempts }) => {
      await feedTroubles.setRefusingSince(channelId, verdict.since);
      if (verdict.kind === 'again') await batches.retryAt(id, at + verdict.waitMs);
      else await feedTroubles.pause(channelId, verdict.reason, at, { tell: true, ...verdict });
      // A post that was already in doubt still is.
      if (isFirst) await attempts.end(id);
    });
  }

  async function rejected(batch: Batch, detail: string, transact: Transact): Promise<void> {
    const { id, channelId, isPlain } = batch;
    log[isPlain ? 'error' : 'warn'](
      { channelId, batchId: id, detail },
      isPlain
        ? 'a post was rejected for good'
        : 'a post was rejected; sending it in a plainer form',
    );
    await transact(async ({ batches, rejections, attempts }) => {
      if (isPlain) await rejections.add(id, shortDetail(detail));
      else await batches.makePlain(id);
      await attempts.end(id);
    });
  }

  /** @throws StoreError */
  return async (
    batch: Batch,
    feed: Feed,
    outcome: PostOutcome,
    how: Circumstances,
  ): Promise<void> => {
    const { id, channelId } = batch;
    const { transact, isFirst } = how;
    switch (outcome.kind) {
      case 'posted':
        recentAttempts.posted(id, outcome.messageId);
        await transact(async ({ batches, feeds, attempts }) => {
          const at = clock.now();
          const crosspost = feed.crossposts;
          await batches.posted(id, { id: outcome.messageId, at, crosspost });
          await feeds.posted(channelId, at);
          await attempts.end(id);
        });
        break;
      case 'refused':
        await refused(batch, feed, outcome, how);
        break;
      case 'rejected':
        await rejected(batch, outcome.detail, transact);
        break;
      case 'deleted':
        await transact(async ({ batches, attempts }) => {
          await batches.drop(id);
          await attempts.end(id);
        });
        break;
      case 'limited': {
        const at = clock.now();
        return transact(async ({ batches, attempts }) => {
          await batches.waitUntil(id, at + outcome.waitMs, at);
          if (isFirst) await attempts.end(id);
        });
      }
      case 'unsent':
      case 'unsure': {
        const waitMs = recentAttempts.failed(id);
        return transact(async ({ batches, attempts }) => {
          await batches.retryAt(id, clock.now() + waitMs);
          if (isFirst && outcome.kind === 'unsent') await attempts.end(id);
        });
      }
    }
    recentAttempts.end(id);
  };
}
