import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';
import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import type { Feed } from '../feed.ts';

/** Most failures pass within seconds, but Discord publishes only ten messages an hour in a channel. */
const REST = { firstMs: 5_000, longestMs: 10 * 60_000 };

/** What follows a post and never delays one: publishing it to following channels, telling managers of a pause. */
export function createAftercare(options: {
  readonly store: Pick<AnnouncementStore, 'feeds' | 'batches'>;
  readonly posts: ChannelPosts;
  /** The direct message about a pause, as JSON. */
  readonly pauseNotice: (feed: Feed) => string;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}) {
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
        log.error({ error: result.reason }, 'cross-posts and notices failed; trying again later');
      }
    }
  }

  return {
    /** Begins what is due, unless it is already running. Never rejects. */
    run(signal: AbortSignal): Promise<void> {
      running ??= careFor(signal).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** Channels where something failed and has to wait a while. */
function createRests(clock: Clock) {
  const rests = new Map<
    string,
    {
      readonly until: number;
      readonly lengthMs: number;
      readonly failures: number;
    }
  >();

  /** Setting the clock back makes no rest longer. */
  function isResting(channelId: string): boolean {
    const rest = rests.get(channelId);
    const leftMs = rest ? rest.until - clock.now() : 0;
    return rest !== undefined && leftMs > 0 && leftMs <= rest.lengthMs;
  }

  return {
    isResting,
    resting: () => [...rests.keys()].filter(isResting),
    rest(channelId: string): void {
      const failures = (rests.get(channelId)?.failures ?? 0) + 1;
      const lengthMs = backoffMs(failures, REST);
      rests.set(channelId, { until: clock.now() + lengthMs, lengthMs, failures });
    },
    end: (channelId: string) => void rests.delete(channelId),
  };
}

/** One per pause, so that the manager is told once even if the bot dies before it has stored that. */
function noticeNonce({ channelId, pause }: Feed): string {
  const RADIX = 36;
  return `n${BigInt(channelId).toString(RADIX)}${(pause?.at ?? 0).toString(RADIX)}`;
}
