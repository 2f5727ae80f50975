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
  readonly store: Pick<AnnouncementStore, 'feeds' | 'feedTroubles' | 'crossposts'>;
  readonly posts: ChannelPosts;
  /** The direct message about pauses of one manager's channels in one server, as JSON. */
  readonly pauseNotice: (feeds: readonly Feed[]) => string;
  /** How long a notice waits so that others can be sent with it, ms. */
  readonly unitMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}) {
  const { store, posts, unitMs, clock, log } = options;
  const failed = createRests(clock);
  const untold = createRests(clock);
  let running: Promise<void> | null = null;

  async function crosspost(signal: AbortSignal): Promise<void> {
    const due = await store.crossposts.due(failed.resting());
    for (const { batchId, channelId, messageId } of due) {
      if (signal.aborted) return;
      if (failed.isResting(channelId)) continue;
      const outcome = await posts.crosspost(channelId, messageId, signal);
      if (outcome === 'later') {
        failed.rest(channelId);
        continue;
      }
      failed.end(channelId);
      if (outcome === 'unfollowable') await store.feeds.setCrossposts(channelId, false);
      await store.crossposts.done(batchId);
    }
  }

  async function tell(signal: AbortSignal): Promise<void> {
    const due = Map.groupBy(
      await store.feedTroubles.withNoticeDue(),
      ({ managerId, guildId }) => `${managerId} ${guildId}`,
    );
    for (const [key, feeds] of due) {
      if (signal.aborted) return;
      const [first] = feeds;
      if (!first || untold.isResting(key) || !isRipe(feeds)) continue;
      const notice = options.pauseNotice(feeds);
      const outcome = await posts.tell(first.managerId, notice, noticeNonce(feeds), signal);
      if (outcome === 'later') {
        untold.rest(key);
        continue;
      }
      untold.end(key);
      await store.feedTroubles.noticeGiven(feeds.map(({ channelId }) => channelId));
    }
  }

  /** What breaks one channel often breaks others, so they are reported together. */
  function isRipe(feeds: readonly Feed[]): boolean {
    const waitedMs = clock.now() - Math.min(...feeds.map(pausedAt));
    return waitedMs >= unitMs || waitedMs < 0;
  }

  async function careFor(signal: AbortSignal): Promise<void> {
    for (const result of await Promise.allSettled([tell(signal), crosspost(signal)])) {
      if (result.status === 'rejected') {
        log.error({ error: result.reason }, 'cross-posts and notices failed; trying again later');
      }
    }
  }

  return {
    /** Starts what is due, unless it's already running. Never rejects. */
    run(signal: AbortSignal): Promise<void> {
      running ??= careFor(signal).finally(() => {
        running = null;
      });
      return running;
    },
  };
}

/** What failed and has to wait a while: channels, and a manager's notices in one server. */
function createRests(clock: Clock) {
  const rests = new Map<
    string,
    {
      readonly until: number;
      readonly lengthMs: number;
      readonly failures: number;
    }
  >();

  /** If the clock is set back, no rest gets longer. */
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

function pausedAt({ pause }: Feed): number {
  return pause?.at ?? 0;
}

/** The same for the same pauses, so the manager is told once even if the bot dies before it has stored that. */
function noticeNonce(feeds: readonly Feed[]): string {
  const RADIX = 36;
  const [first] = feeds.toSorted(
    (a, b) => pausedAt(a) - pausedAt(b) || (a.channelId < b.channelId ? -1 : 1),
  );
  return first
    ? `n${BigInt(first.channelId).toString(RADIX)}${pausedAt(first).toString(RADIX)}`
    : '';
}
