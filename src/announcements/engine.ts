import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import type { ChannelPosts } from '#src/discord/channels/posts.ts';
import type { Seen } from '#src/people/tables/known-games.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { createWake } from '#src/platform/wake.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';

import type { Batch } from './batch.ts';
import type { Feed } from './feed.ts';
import { createFreshness } from './freshness.ts';
import { createManagement } from './management.ts';
import { createPeopleInFeeds } from './people-in-feeds.ts';
import type { Post } from './post.ts';
import { createAftercare } from './posting/aftercare.ts';
import { createChannelCheck } from './posting/check-channel.ts';
import { createPausedCheck } from './posting/check-paused.ts';
import type { Compose } from './posting/compose.ts';
import { createDeliverBatch } from './posting/deliver-batch.ts';
import { createDelivery } from './posting/delivery.ts';
import { createBatchIds, createPlanner } from './posting/planner.ts';
import { createTroubles } from './posting/trouble.ts';
import { createAnnouncer } from './reading/announcer.ts';
import { createPoll } from './reading/poll.ts';
import { createSecondReading } from './reading/second-reading.ts';
import { createSweeper } from './reading/sweep.ts';

/** The unit of how long a problem must last before it counts; tests poll more often, so they wait less. */
const UNIT_MS = 60_000;
/** Another process may have added a message meanwhile. */
const LOOK_MS = 5_000;

export type AnnouncementEngine = ReturnType<typeof createAnnouncementEngine>;

/**
 * Everything that announces: polls the award feed, matches it with what is tracked, puts what is due in the outbox, and
 * delivers it. Everything outside (site, Discord, texts) is passed in.
 */
export function createAnnouncementEngine(options: {
  readonly store: AnnouncementStore;
  readonly site: Pick<RetroAchievements, 'recentGameAwards' | 'completionProgress'>;
  readonly posts: ChannelPosts;
  readonly channels: Pick<ChannelPermissions, 'access' | 'glance'>;
  readonly compose: Compose;
  /** Messages as JSON. */
  readonly messages: {
    post(post: Post, isPlain: boolean, language: string): string;
    pauseNotice(feeds: readonly Feed[]): string;
  };
  readonly pollMs: number;
  readonly requestsPerMinute: number;
  /** Called with the games that a sweep has seen. */
  readonly onSeen?: ((seen: Seen) => void) | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}) {
  const { store, posts, compose, messages, clock, log } = options;
  const wake = createWake(clock);
  const planner = createPlanner(createBatchIds(clock));
  const shared = { ...options, planner, wake };
  const poll = createPoll(shared);
  const announcer = createAnnouncer({ ...shared, poll });
  const { isActive } = announcer;
  const sweeper = createSweeper({ ...shared, isActive });
  const secondReading = createSecondReading({ ...shared, isActive });
  const textOf = async (batch: Batch, feed: Feed) =>
    messages.post(await compose(batch, feed), batch.isPlain, feed.language);
  const { pauseNotice } = messages;
  const unitMs = Math.min(options.pollMs, UNIT_MS);
  const troubles = createTroubles({ ...options, unitMs });
  const freshness = createFreshness(options);
  const aftercare = createAftercare({ store, posts, pauseNotice, unitMs, clock, log });
  const pausedCheck = createPausedCheck({ ...shared, troubles });
  const checkChannel = createChannelCheck(options);
  const delivery = createDelivery({
    ...shared,
    lookMs: Math.min(unitMs, LOOK_MS),
    deliver: createDeliverBatch({ store, posts, textOf, checkChannel, troubles, clock, log }),
    isAllowed: () => store.sharesWork || announcer.isActive(),
    // Only in one process, or it would be done twice.
    aftercare: async (abandon) => {
      if (announcer.isActive()) {
        await Promise.all([aftercare.run(abandon), pausedCheck.run(abandon)]);
      }
    },
  });

  const disposing = new AbortController();
  let running: Promise<unknown> = Promise.resolve();
  return {
    management: createManagement({ ...shared, freshness }),
    peopleInFeeds: createPeopleInFeeds(shared),
    /** How this process is doing, ms since 1970; null for what is as it should be. */
    health: () => ({
      ...store.health(),
      /** Whether this process is the one that polls. */
      isAnnouncing: announcer.isActive(),
      pollsStuckSince: announcer.stuckSince(freshness.limitMs),
    }),
    connections: store.connections,
    /** How announcements are going, whoever makes them. @throws StoreError */
    async activity() {
      await store.checkHealth();
      const position = await store.awardFeed.get();
      return { ...(await store.activity.get()), lastPollAt: position?.polledAt ?? null };
    },
    /** Runs until the signal is aborted, or the engine is disposed of. */
    start(signal?: AbortSignal): void {
      const stop = AbortSignal.any([disposing.signal, ...(signal ? [signal] : [])]);
      const parts = [announcer, sweeper, secondReading, delivery];
      running = Promise.all(parts.map((part) => part.run(stop)));
    },
    async [Symbol.asyncDispose](): Promise<void> {
      disposing.abort();
      await running;
    },
  };
}
