import type { Clock } from '#src/clock.ts';
import type { Logger } from '#src/log.ts';
import type { Store } from '#src/store/store.ts';

import type { ChannelPosts } from './channel-posts.ts';
import type { Feed } from './feed.ts';

/** What follows posts and never holds them back: cross-posting, and telling managers of a pause. */
export type Aftercare = {
  /** Begins what is due, unless it is under way. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
};

/** A channel may cross-post ten messages an hour: what has to wait is tried again after this long. */
const LATER_MS = 5 * 60_000;

export function createAftercare(options: {
  readonly store: Pick<Store, 'feeds' | 'batches'>;
  readonly posts: ChannelPosts;
  /** The direct message that tells of a pause, as JSON. */
  readonly writeNotice: (feed: Feed) => string;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}): Aftercare {
  const { store, posts, clock, log } = options;
  const notBefore = new Map<string, number>();
  let running: Promise<void> | null = null;

  const waits = (key: string) => (notBefore.get(key) ?? 0) > clock.now();
  const putOff = (key: string) => notBefore.set(key, clock.now() + LATER_MS);

  async function crosspost(signal: AbortSignal): Promise<void> {
    for (const { batchId, channelId, messageId } of await store.batches.toCrosspost()) {
      if (signal.aborted) return;
      if (waits(channelId)) continue;
      const outcome = await posts.crosspost(channelId, messageId, signal);
      if (outcome === 'done') await store.batches.crossposted(batchId);
      else putOff(channelId);
    }
  }

  async function tell(signal: AbortSignal): Promise<void> {
    for (const feed of await store.feeds.withNoticeDue()) {
      if (signal.aborted) return;
      const key = `notice ${feed.channelId}`;
      if (waits(key)) continue;
      const outcome = await posts.tell(
        feed.managerId,
        options.writeNotice(feed),
        noticeNonce(feed),
        signal,
      );
      if (outcome === 'later') putOff(key);
      else await store.feeds.noticeGiven(feed.channelId);
    }
  }

  async function careFor(signal: AbortSignal): Promise<void> {
    try {
      await Promise.all([tell(signal), crosspost(signal)]);
    } catch (error) {
      log.error({ error }, 'what follows posts has to wait');
    }
  }

  return {
    run(signal) {
      running ??= careFor(signal).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** One for each pause: the manager is told once, also when the bot dies before it has written that down. */
function noticeNonce({ channelId, pause }: Feed): string {
  const RADIX = 36;
  return `n${BigInt(channelId).toString(RADIX)}${(pause?.at ?? 0).toString(RADIX)}`;
}
