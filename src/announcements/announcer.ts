import type { Clock } from '#src/clock.ts';
import type { Logger } from '#src/log.ts';
import type { Store } from '#src/store/store.ts';

import type { Outbox } from './outbox.ts';
import type { Poll } from './poll.ts';
import { nextDigestAt } from './schedule.ts';
import type { Wake } from './wake.ts';

/** The one that announces: polls, and puts digests together when they are due. */
export type Announcer = {
  /** Whether this process is it. */
  isActive(): boolean;
  /** Until the signal is aborted. Never rejects. */
  run(stop: AbortSignal): Promise<void>;
};

/** Another process takes over within 30 s when the one that announces dies. */
const STANDBY_MS = 10_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;
/** A digest waits for the poll after its hour, so that it holds everything up to then; but not for longer. */
const DIGEST_PATIENCE_MS = 2 * 60_000;

export function createAnnouncer(options: {
  readonly store: Store;
  readonly poll: Poll;
  readonly outbox: Outbox;
  /** Delivery's. */
  readonly wake: Wake;
  readonly pollMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}): Announcer {
  const { store, poll, outbox, wake, pollMs, clock, log } = options;
  const lock = store.announcerLock;
  let isActive = false;
  let failures = 0;

  /** @throws StoreError */
  async function hasLock(): Promise<boolean> {
    const had = isActive;
    isActive = (had && (await lock.isHeld())) || (await lock.tryAcquire());
    if (isActive && !had) log.info('this process announces');
    if (!isActive && had) log.warn('another process announces from now on');
    return isActive;
  }

  /** Whether the award feed was read. */
  async function tryPoll(stop: AbortSignal): Promise<boolean> {
    const startedAt = clock.now();
    try {
      if ((await poll.run(stop)) > 0) wake.wake();
      failures = 0;
      return true;
    } catch (error) {
      if (stop.aborted) return false;
      failures += 1;
      log.warn({ error, failures }, 'the award feed could not be read; trying again');
      await store.awardFeed.failing(startedAt).catch(() => undefined);
      return false;
    }
  }

  /** @param readAt when the award feed was begun to be read, if it was. @throws StoreError */
  async function runDigests(readAt: number | null): Promise<void> {
    const now = clock.now();
    for (const { channelId, schedule, nextDigestAt: dueAt } of await store.feeds.withDigestDue(
      now,
    )) {
      if (dueAt === null) continue;
      const isAllThere = readAt !== null && readAt >= dueAt;
      if (!isAllThere && now - dueAt < DIGEST_PATIENCE_MS) continue;
      const isPlanned = await store.transaction(async (repositories) => {
        // From now, not from when it was due: what was missed is posted once.
        const isOurs = await repositories.feeds.moveDigest(
          channelId,
          dueAt,
          nextDigestAt(schedule, now),
        );
        return isOurs && outbox.planDigest(repositories, channelId, now);
      });
      if (isPlanned) wake.wake();
    }
  }

  async function turn(stop: AbortSignal): Promise<void> {
    const startedAt = clock.now();
    const isRead = await tryPoll(stop);
    await runDigests(isRead ? startedAt : null);
  }

  /** From the turn's beginning to the next one's. */
  function waitMs(): number {
    if (!isActive) return STANDBY_MS;
    const longest = Math.max(pollMs, LONGEST_BACK_OFF_MS);
    return Math.min(pollMs * 2 ** Math.min(failures, 20), longest);
  }

  return {
    isActive: () => isActive,
    async run(stop) {
      while (!stop.aborted) {
        const startedAt = clock.now();
        try {
          if (await hasLock()) await turn(stop);
        } catch (error) {
          failures += 1;
          log.warn({ error }, 'announcements wait, because the database fails');
        }
        const spentMs = clock.now() - startedAt;
        await clock.sleep(Math.max(waitMs() - spentMs, 1), stop).catch(() => undefined);
      }
    },
  };
}
