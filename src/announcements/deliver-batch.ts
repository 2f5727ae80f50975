import type { Clock } from '#src/clock.ts';
import type { Logger } from '#src/log.ts';
import type { Attempt } from '#src/store/attempts.ts';
import type { BatchHead } from '#src/store/batches.ts';
import type { Store, Transact } from '#src/store/store.ts';

import type { Batch } from './award.ts';
import type { ChannelPosts, PostOutcome } from './channel-posts.ts';
import type { Feed } from './feed.ts';

/** Sees one batch to its channel, once. @throws StoreError */
export type DeliverBatch = (
  head: BatchHead,
  write: Transact,
  abandon: AbortSignal,
) => Promise<void>;

/** Discord remembers a nonce "for minutes"; after this long it is looked for what became of the post. */
const NONCE_TRUST_MS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;

/**
 * The order is what makes it exactly once: the text is written down before it is sent, so that a process that dies
 * at any moment leaves either nothing sent or a post in doubt, which the next one looks for before it sends it again.
 */
export function createDeliverBatch(options: {
  readonly store: Pick<Store, 'attempts' | 'batches' | 'feeds'>;
  readonly posts: ChannelPosts;
  /** The message as JSON. */
  readonly write: (batch: Batch, feed: Feed) => Promise<string>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): DeliverBatch {
  const { store, posts, clock, log } = options;
  const startedAt = clock.now();
  const failures = new Map<string, number>();
  /** Posted, but the database did not take it. */
  const unwritten = new Map<string, string>();

  /** Whether the post is to be looked for before it is sent again. */
  function isInDoubt({ firstAt, lastAt }: Attempt): boolean {
    return lastAt < startedAt || clock.now() - firstAt > NONCE_TRUST_MS;
  }

  async function send(
    batch: Batch,
    feed: Feed,
    attempt: Attempt | null,
    abandon: AbortSignal,
  ): Promise<PostOutcome> {
    const { id, channelId } = batch;
    const known = unwritten.get(id);
    if (known !== undefined) return { kind: 'posted', messageId: known };
    if (attempt && isInDoubt(attempt)) {
      const { body, firstAt } = attempt;
      const found = await posts.find(channelId, feed.guildId, body, firstAt, id, abandon);
      if (found.kind === 'found') return { kind: 'posted', messageId: found.messageId };
      if (found.kind === 'later') return { kind: 'unsure' };
    }
    const body = attempt?.body ?? (await options.write(batch, feed));
    await store.attempts.begin(id, body, clock.now());
    return posts.post(channelId, body, id, abandon);
  }

  async function settle(
    { id, channelId }: Batch,
    feed: Feed,
    outcome: PostOutcome,
    { write, isFirst }: { readonly write: Transact; readonly isFirst: boolean },
  ): Promise<void> {
    const at = clock.now();
    switch (outcome.kind) {
      case 'posted':
        unwritten.set(id, outcome.messageId);
        failures.delete(id);
        await write(async ({ batches, feeds, attempts }) => {
          const crosspost = feed.crossposts;
          await batches.posted(id, { id: outcome.messageId, at, crosspost });
          await feeds.posted(channelId, at);
          await attempts.end(id);
        });
        unwritten.delete(id);
        return;
      case 'refused':
        log.warn({ channelId, reason: outcome.reason }, 'a channel is paused');
        return write(async ({ feeds, attempts }) => {
          await feeds.pause(channelId, outcome.reason, at, { tell: true });
          // What was in doubt before still is.
          if (isFirst) await attempts.end(id);
        });
      case 'invalid':
        log.error({ channelId, batchId: id, detail: outcome.detail }, 'Discord refuses a post');
        return write(async ({ batches, attempts }) => {
          await batches.giveUp(id, 'failed');
          await attempts.end(id);
        });
      case 'unsent':
      case 'unsure': {
        const count = (failures.get(id) ?? 0) + 1;
        failures.set(id, count);
        const waitMs = Math.min(FIRST_RETRY_MS * 2 ** (count - 1), LAST_RETRY_MS);
        return write(async ({ batches, attempts }) => {
          await batches.retryAt(id, at + waitMs);
          if (isFirst && outcome.kind === 'unsent') await attempts.end(id);
        });
      }
    }
  }

  return async (head, write, abandon) => {
    const [batch, feed] = [await store.batches.get(head.id), await store.feeds.get(head.channelId)];
    // Removed meanwhile.
    if (!batch || !feed) return;
    if (batch.awards.length === 0) {
      await write(({ batches }) => batches.giveUp(batch.id, 'failed'));
      return;
    }
    const attempt = await store.attempts.of(batch.id);
    const outcome = await send(batch, feed, attempt, abandon);
    await settle(batch, feed, outcome, { write, isFirst: attempt === null });
  };
}
