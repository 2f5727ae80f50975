import type { Clock } from '#src/platform/clock.ts';

import type { AnnouncementStore } from './tables/announcement-store.ts';

/** This many polls may be missed before anyone is told. */
const POLLS = 3;
/** A poll may take a while. */
const LEAST_MS = 15_000;
/** Discord's pace and short failures are no reason to worry. */
const LATE_MS = 2 * 60_000;

export type Freshness = ReturnType<typeof createFreshness>;

/**
 * Whether what should happen all the time has happened lately, in whichever process announces. Counted from this
 * process's start at the earliest, so that starting after an outage doesn't count as one.
 */
export function createFreshness(options: {
  readonly store: Pick<AnnouncementStore, 'awardFeed' | 'trackedPlayers' | 'activity'>;
  readonly pollMs: number;
  readonly clock: Clock;
}) {
  const { store, pollMs, clock } = options;
  const startedAt = clock.now();
  const pollsMs = POLLS * pollMs;
  const limitMs = Math.max(pollsMs, LEAST_MS);

  return {
    /** How old the last poll may be, ms. */
    limitMs,
    /**
     * Since when no poll has been saved, if that's too long; null if all is well, if no player is tracked, or if it's
     * the site that is failing. @throws StoreError
     */
    async unreadSince(): Promise<number | null> {
      const earliest = await store.trackedPlayers.earliest();
      if (earliest === null) return null;
      const position = await store.awardFeed.get();
      if (position?.failingSince) return null;
      const polledAt = position?.polledAt ?? null;
      const expectedFrom = Math.max(polledAt ?? 0, earliest, startedAt);
      return clock.now() - expectedFrom > limitMs ? (polledAt ?? expectedFrom) : null;
    },
    /** Since when a message has been waiting for a channel, if that's too long. @throws StoreError */
    async unpostedSince(channelId: string): Promise<number | null> {
      const oldestAt = await store.activity.oldestPostIn(channelId);
      const isLate = oldestAt !== null && clock.now() - oldestAt > Math.max(LATE_MS, pollsMs);
      return isLate ? oldestAt : null;
    },
  };
}
