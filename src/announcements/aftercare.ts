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
  const crossposts = createRests(clock);
  const notices = createRests(clock);
  let running: Promise<void> | null = null;

  async function crosspost(signal: AbortSignal): Promise<void> {
    const due = await store.batches.toCrosspost(crossposts.resting());
    for (const { batchId, channelId, messageId } of due) {
      if (signal.aborted) return;
      if (crossposts.isResting(channelId)) continue;
      const outcome = await posts.crosspost(channelId, messageId, signal);
      if (outcome === 'done') await store.batches.crossposted(batchId);
      else crossposts.rest(channelId);
    }
  }

  async function tell(signal: AbortSignal): Promise<void> {
    for (const feed of await store.feeds.withNoticeDue()) {
      const { channelId, managerId } = feed;
      if (signal.aborted) return;
      if (notices.isResting(channelId)) continue;
      const notice = options.writeNotice(feed);
      const outcome = await posts.tell(managerId, notice, noticeNonce(feed), signal);
      if (outcome === 'later') notices.rest(channelId);
      else await store.feeds.noticeGiven(channelId);
    }
  }

  async function careFor(signal: AbortSignal): Promise<void> {
    for (const result of await Promise.allSettled([tell(signal), crosspost(signal)])) {
      if (result.status === 'rejected') {
        log.error({ error: result.reason }, 'what follows posts has to wait');
      }
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

/** Channels in which something is not to be tried again for a while. */
function createRests(clock: Clock) {
  const until = new Map<string, number>();

  /** A clock that was set back makes no rest longer. */
  function isResting(channelId: string): boolean {
    const leftMs = (until.get(channelId) ?? -Infinity) - clock.now();
    if (leftMs > 0 && leftMs <= LATER_MS) return true;
    until.delete(channelId);
    return false;
  }

  return {
    isResting,
    resting: () => [...until.keys()].filter(isResting),
    rest: (channelId: string) => void until.set(channelId, clock.now() + LATER_MS),
  };
}

/** One for each pause: the manager is told once, also when the bot dies before it has written that down. */
function noticeNonce({ channelId, pause }: Feed): string {
  const RADIX = 36;
  return `n${BigInt(channelId).toString(RADIX)}${(pause?.at ?? 0).toString(RADIX)}`;
}
