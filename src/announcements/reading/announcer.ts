import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Wake } from '#src/platform/wake.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { Outbox } from '../posting/outbox.ts';
import { nextDigestAt } from '../schedule.ts';
import type { Poll } from './poll.ts';

/** The one that announces: polls, and puts digests together when they are due. */
export type Announcer = {
  /** Whether this process is it. */
  isActive(): boolean;
  /** Until the signal is aborted. Never rejects. */
  run(stop: AbortSignal): Promise<void>;
};

/** Another process takes over within 30 s when the one that announces dies. */
const STANDBY_MS = 10_000;
/** Between two polls, or while they fail, digests become due and the lock can get lost. */
const LOOK_MS = 30_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** A digest waits for the poll after its hour, so that it holds everything up to then; but not for longer. */
const DIGEST_PATIENCE_MS = 2 * 60_000;
/** At one hour thousands of feeds can have theirs; between them others get their turn. */
const DIGESTS_A_TURN = 10;

export function createAnnouncer(options: {
  readonly store: AnnouncementStore;
  readonly poll: Poll;
  readonly outbox: Outbox;
  /** Delivery's. */
  readonly wake: Wake;
  readonly pollMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): Announcer {
  const { store, poll, outbox, wake, pollMs, clock, log } = options;
  const lock = store.lock;
  let isActive = false;
  let failures = 0;
  /** When the award feed is read next. */
  let pollAt = -Infinity;
  /** When it was begun to be read the last time that it could be. */
  let readAt = -Infinity;

  /** @throws StoreError */
  async function hasLock(): Promise<boolean> {
    const had = isActive;
    try {
      isActive = (had && (await lock.isHeld())) || (await lock.tryAcquire());
    } catch (error) {
      isActive = false;
      throw error;
    }
    if (isActive && !had) log.info('this process announces');
    if (!isActive && had) log.warn('another process announces from now on');
    return isActive;
  }

  /** From the beginning of one poll to that of the next. */
  function intervalMs(): number {
    const longest = Math.max(pollMs, LONGEST_BACK_OFF_MS);
    return Math.min(pollMs * 2 ** Math.min(failures, 20), longest);
  }

  /** Also when the clock was set back. */
  function isPollDue(): boolean {
    const untilPoll = pollAt - clock.now();
    return untilPoll <= 0 || untilPoll > intervalMs();
  }

  /** @throws StoreError */
  async function tryPoll(stop: AbortSignal): Promise<void> {
    const startedAt = clock.now();
    try {
      if ((await poll.run(stop)) > 0) wake.wake();
      failures = 0;
      readAt = startedAt;
    } catch (error) {
      if (stop.aborted) return;
      failures += 1;
      // The site is not to blame for what the database does.
      if (error instanceof StoreError) throw error;
      log.warn({ error, failures }, 'the award feed could not be read; trying again');
      await store.awardFeed.failing(startedAt).catch(() => undefined);
    } finally {
      pollAt = startedAt + intervalMs();
    }
  }

  /** @throws StoreError */
  async function runDigests(): Promise<void> {
    const now = clock.now();
    for (const [index, feed] of (await store.feeds.withDigestDue(now)).entries()) {
      const { channelId, schedule, nextDigestAt: dueAt } = feed;
      if (dueAt === null || (readAt < dueAt && now - dueAt < DIGEST_PATIENCE_MS)) continue;
      const isPlanned = await store.transaction(async (tables) => {
        // From now, not from when it was due: what was missed is posted once.
        const nextAt = nextDigestAt(schedule, now);
        const isOurs = await tables.feeds.moveDigest(channelId, dueAt, nextAt);
        return isOurs && outbox.planDigest(tables, channelId, now);
      });
      if (isPlanned) wake.wake();
      if (index % DIGESTS_A_TURN === DIGESTS_A_TURN - 1) await nextTurn();
    }
  }

  async function turn(stop: AbortSignal): Promise<void> {
    if (!(await hasLock())) return;
    if (isPollDue()) await tryPoll(stop);
    if (!stop.aborted) await runDigests();
  }

  return {
    isActive: () => isActive,
    async run(stop) {
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
