import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { isPlannable } from '#src/announcements/timezones/timezone.ts';
import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Wake } from '#src/platform/wake.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { Feed } from '../feed.ts';
import type { Planner } from '../posting/planner.ts';
import { nextDigestAt } from '../schedule.ts';
import type { Poll } from './poll.ts';

/** When the announcing process dies, another must take over within 30 s. */
const STANDBY_MS = 10_000;
/** Between polls, digests become due and the lock can be lost. */
const LOOK_MS = 30_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** A digest waits this long for the poll after its hour, which completes it. */
const DIGEST_PATIENCE_MS = 2 * 60_000;
/** Only another version of Node knows other zones. */
const ZONE_LOOK_MS = 6 * 60 * 60_000;

/** Polls the award feed and makes digests when they are due, if this process holds the lock. */
export function createAnnouncer(options: {
  readonly store: AnnouncementStore;
  readonly poll: Poll;
  readonly planner: Planner;
  /** Delivery's. */
  readonly wake: Wake;
  readonly pollMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}) {
  const { store, poll, planner, wake, pollMs, clock, log } = options;
  const lock = store.lock;
  let isActive = false;
  let failures = 0;
  /** When to read the award feed next. */
  let pollAt = -Infinity;
  /** When the last read that succeeded began. */
  let readAt = -Infinity;
  /** When the outcome of a poll was last stored, or when this process began to announce. */
  let savedAt = -Infinity;
  let isPolling = false;

  /** @throws StoreError */
  async function hasLock(): Promise<boolean> {
    const had = isActive;
    try {
      isActive = (had && (await lock.isHeld())) || (await lock.tryAcquire());
    } catch (error) {
      isActive = false;
      throw error;
    }
    if (isActive && !had) {
      log.info('this process announces');
      savedAt = clock.now();
    }
    if (!isActive && had) log.warn('another process has taken over announcing');
    return isActive;
  }

  /** From the start of one poll to the start of the next. */
  function intervalMs(): number {
    const longestMs = Math.max(pollMs, LONGEST_BACK_OFF_MS);
    return backoffMs(failures + 1, { firstMs: pollMs, longestMs });
  }

  /** Also true after the clock was set back. */
  function isPollDue(): boolean {
    const untilPoll = pollAt - clock.now();
    return untilPoll <= 0 || untilPoll > intervalMs();
  }

  /** @throws StoreError */
  async function tryPoll(stop: AbortSignal): Promise<void> {
    const startedAt = clock.now();
    isPolling = true;
    try {
      if ((await poll.run(stop)) > 0) wake.wake();
      failures = 0;
      readAt = startedAt;
      savedAt = clock.now();
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      // The database's failures don't count as the site's.
      if (error instanceof StoreError) throw error;
      log.warn({ error, failures }, 'the award feed could not be read; trying again');
      await store.awardFeed.failing(startedAt);
      savedAt = clock.now();
    } finally {
      isPolling = false;
      pollAt = startedAt + intervalMs();
    }
  }

  /** @throws StoreError */
  async function runDigests(): Promise<void> {
    const now = clock.now();
    for (const feed of await store.feeds.withDigestDue(now)) {
      const { channelId, nextDigestAt: dueAt } = feed;
      if (dueAt === null || (readAt < dueAt && now - dueAt < DIGEST_PATIENCE_MS)) continue;
      try {
        await runDigest(feed, dueAt, now);
      } catch (error) {
        if (error instanceof StoreError) throw error;
        log.error({ error, channelId }, 'a digest could not be planned; trying again');
      }
      // Thousands of feeds may have the same hour, and SQLite writes each to disk on this thread.
      await nextTurn();
    }
  }

  async function runDigest(
    { channelId, schedule }: Feed,
    dueAt: number,
    now: number,
  ): Promise<void> {
    if (!isPlannable(schedule)) {
      log.warn({ channelId, timezone: schedule.timezone }, 'a feed with an unknown zone is paused');
      const lookAt = now + ZONE_LOOK_MS;
      return store.feedTroubles.pause(channelId, 'unknownTimezone', now, { tell: true, lookAt });
    }
    const isPlanned = await store.transaction(async (tables) => {
      // Counted from now: missed digests become one.
      const nextAt = nextDigestAt(schedule, now);
      const isOurs = await tables.feeds.moveDigest(channelId, dueAt, nextAt);
      return isOurs && planner.planDigest(tables, channelId, now);
    });
    if (isPlanned) wake.wake();
  }

  async function turn(stop: AbortSignal): Promise<void> {
    if (!(await hasLock())) return;
    if (isPollDue()) await tryPoll(stop);
    if (!stop.aborted) await runDigests();
  }

  return {
    /** Whether this process announces. */
    isActive: () => isActive,
    /**
     * Since when this process has announced without saving a poll, ms since 1970; null if all is well. A poll under way
     * may take long: after an outage it reads days.
     */
    stuckSince(patienceMs: number): number | null {
      const isLate = clock.now() - savedAt > intervalMs() + patienceMs;
      return isActive && !isPolling && isLate ? savedAt : null;
    },
    /** Runs until the signal is aborted. Never rejects. */
    async run(stop: AbortSignal): Promise<void> {
      while (!stop.aborted) {
        await turn(stop).catch((error: unknown) => {
          log.error({ error }, 'announcements wait; trying again');
        });
        const waitMs = Math.min(Math.max(pollAt - clock.now(), 1), LOOK_MS);
        await clock.sleep(isActive ? waitMs : STANDBY_MS, stop).catch(() => undefined);
      }
    },
  };
}
