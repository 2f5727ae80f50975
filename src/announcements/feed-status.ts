import type { Clock } from '#src/platform/clock.ts';

import { KEPT_WHILE_PAUSED_MS } from './feed.ts';
import type { Feed } from './feed.ts';
import type { Freshness } from './freshness.ts';
import { keptSince } from './kept-since.ts';
import type { AnnouncementStore } from './tables/announcement-store.ts';

/** How a feed is doing. Times are ms since 1970. */
export type FeedStatus = {
  readonly feed: Feed;
  readonly playerCount: number;
  /** Awards that wait for the next digest, or for the channel to work again. */
  readonly dueCount: number;
  /** How many of them are being posted, as soon as Discord accepts them. */
  readonly sendingCount: number;
  /** When the award feed was last read to its end; null before the first time. */
  readonly lastPollAt: number | null;
  /** Since when reading it fails; null if it works. */
  readonly failingSince: number | null;
  /** Since when it should have been read again, whatever the reason; null if it was. */
  readonly unreadSince: number | null;
  /** Since when this process can't write to the database; null if it can. */
  readonly unsavedSince: number | null;
  /** Since when a post should be in the channel; null if none is late. */
  readonly unpostedSince: number | null;
  /** Since when Discord has not accepted the channel's posts; null if none failed. */
  readonly postsFailingSince: number | null;
  /** Since when Discord refuses every post here, before that pauses the feed; null if it doesn't. */
  readonly refusingSince: number | null;
  /** Posts that Discord rejected in every form, and its words about the newest; null if there are none. */
  readonly rejections: { readonly count: number; readonly words: string } | null;
};

/** Reads how a feed is doing; null if it was removed. Rejects with StoreError. */
export function createFeedStatus(options: {
  readonly store: AnnouncementStore;
  readonly clock: Clock;
  readonly freshness: Freshness;
}) {
  const { store, clock, freshness } = options;
  return async ({ channelId }: Feed): Promise<FeedStatus | null> => {
    const feed = await store.feeds.get(channelId);
    if (!feed) return null;
    await store.checkHealth();
    const position = await store.awardFeed.get();
    // Older awards won't be posted.
    const now = clock.now();
    const waiting = await store.dueAwards.countDue(
      channelId,
      feed.pause ? keptSince(feed.schedule, now) : 0,
    );
    const sendingCount = await store.batches.countDueAwards(
      channelId,
      feed.pause ? now - KEPT_WHILE_PAUSED_MS : 0,
    );
    return {
      feed,
      playerCount: await store.trackedPlayers.count(channelId),
      dueCount: waiting + sendingCount,
      sendingCount,
      lastPollAt: position?.polledAt ?? null,
      failingSince: position?.failingSince ?? null,
      unreadSince: await freshness.unreadSince(),
      unsavedSince: store.health().writesFailSince,
      unpostedSince: feed.pause ? null : await freshness.unpostedSince(channelId),
      postsFailingSince: feed.pause ? null : await store.batches.failingSince(channelId),
      refusingSince: feed.pause ? null : await store.feedTroubles.refusingSince(channelId),
      rejections: await store.rejections.of(channelId, now - KEPT_WHILE_PAUSED_MS),
    };
  };
}
