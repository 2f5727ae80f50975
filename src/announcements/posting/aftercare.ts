import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { Feed } from '../feed.ts';

/** What follows posts and never holds them back: cross-posting, and telling managers of a pause. */
export type Aftercare = {
  /** Begins what is due, unless it is under way. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
};

/** Doubled with each failure: a passing one costs seconds, but a channel may cross-post no more than ten an hour. */
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 10 * 60_000;

export function createAftercare(options: {
  readonly store: Pick<AnnouncementStore, 'feeds' | 'batches'>;
  readonly posts: ChannelPosts;
  /** The direct message about a pause, as JSON. */
  readonly pauseNotice: (feed: Feed) => string;
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
      if (outcome === 'later') {
        crossposts.rest(channelId);
        continue;
      }
      crossposts.end(channelId);
      await store.batches.crossposted(batchId);
    }
  }

  async function tell(signal: AbortSignal): Promise<void> {
    for (const feed of await store.feeds.withNoticeDue()) {
      const { channelId, managerId } = feed;
      if (signal.aborted) return;
      if (notices.isResting(channelId)) continue;
      const notice = options.pauseNotice(feed);
      const outcome = await posts.tell(managerId, notice, noticeNonce(feed), signal);
      if (outcome === 'later') {
        notices.rest(channelId);
        continue;
      }
      notices.end(channelId);
      await store.feeds.noticeGiven(channelId);
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
  const rests = new Map<string, { readonly until: number; readonly lengthMs: number }>();

  /** A clock that was set back makes no rest longer. */
  function isResting(channelId: string): boolean {
    const rest = rests.get(channelId);
    const leftMs = rest ? rest.until - clock.now() : 0;
    return rest !== undefined && leftMs > 0 && leftMs <= rest.lengthMs;
  }

  return {
    isResting,
    resting: () => [...rests.keys()].filter(isResting),
    rest(channelId: string): void {
      const before = rests.get(channelId)?.lengthMs;
      const lengthMs = before ? Math.min(before * 2, LONGEST_REST_MS) : FIRST_REST_MS;
      rests.set(channelId, { until: clock.now() + lengthMs, lengthMs });
    },
    end: (channelId: string) => void rests.delete(channelId),
  };
}

/** One for each pause: the manager is told once, also when the bot dies before it has written that down. */
function noticeNonce({ channelId, pause }: Feed): string {
  const RADIX = 36;
  return `n${BigInt(channelId).toString(RADIX)}${(pause?.at ?? 0).toString(RADIX)}`;
}
