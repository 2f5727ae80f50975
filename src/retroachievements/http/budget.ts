import type { Clock } from '#src/platform/clock.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { Signals } from '#src/platform/signals.ts';
import { createSlidingWindow } from '#src/platform/sliding-window.ts';

import { RetroAchievementsError } from '../retroachievements-error.ts';
import { MAX_PAUSE_MS } from './response.ts';

/**
 * Who goes first when requests wait for the budget: the first request of a command, then the rest of a large library
 * that somebody is looking at, then work that nobody waits for.
 */
export type Priority = 'command' | 'library' | 'background';

const MINUTE_MS = 60_000;

/** Added to our minute, because requests reach the site with varying delay and it must never count too many. */
const ARRIVAL_SLACK_MS = 250;

/** The rest is always free for people. */
const BACKGROUND_SHARE = 3 / 4;

const MAX_CONCURRENT = 8;

type QueuedRequest = {
  readonly priority: Priority;
  readonly deadline: number;
  readonly grant: () => void;
  readonly refuse: (reason: unknown) => void;
};

export type RequestBudget = ReturnType<typeof createRequestBudget>;

/**
 * Creates the budget that every request to RetroAchievements passes through, retries included.
 * @param options.requestsPerMinute any positive number, rounded down. Below 1, one request starts every
 * `60 / requestsPerMinute` seconds.
 * @param options.maxConcurrent few, to be kind to the site, but enough that a granted request never waits for a
 * connection.
 */
export function createRequestBudget(options: {
  readonly requestsPerMinute: number;
  readonly clock: Clock;
  readonly maxConcurrent?: number;
  readonly signals?: Signals;
}) {
  const { requestsPerMinute, clock, maxConcurrent = MAX_CONCURRENT, signals = SILENT } = options;
  const capacity = Math.max(1, Math.floor(requestsPerMinute));
  const span = Math.max(MINUTE_MS, MINUTE_MS / requestsPerMinute) + ARRIVAL_SLACK_MS;
  const window = createSlidingWindow(capacity, span);
  const backgroundWindow = createSlidingWindow(share(capacity), span);

  const queues: Record<Priority, Set<QueuedRequest>> = {
    command: new Set(),
    library: new Set(),
    background: new Set(),
  };
  const running = { people: 0, background: 0 };
  let pausedUntil = 0;
  let alarm = new AbortController();

  function hasConnection(priority: Priority): boolean {
    if (running.people + running.background >= maxConcurrent) return false;
    return priority !== 'background' || running.background < share(maxConcurrent);
  }

  function start(priority: Priority, now: number): void {
    running[sideOf(priority)] += 1;
    window.start(now);
    if (priority === 'background') backgroundWindow.start(now);
  }

  /**
   * Plans when each queued request starts, in order: starts those that can start now, refuses those that would miss
   * their deadline, and sets an alarm for the rest. Runs after every change.
   */
  function settle(): void {
    const now = clock.now();
    pausedUntil = Math.min(pausedUntil, now + MAX_PAUSE_MS);
    const planned: number[] = [];
    const plannedBackground: number[] = [];
    let alarmAt = Infinity;
    for (const queued of [...queues.command, ...queues.library, ...queues.background]) {
      const isBackground = queued.priority === 'background';
      const at = Math.max(
        pausedUntil,
        window.freeAt(now, planned),
        isBackground ? backgroundWindow.freeAt(now, plannedBackground) : now,
      );
      if (at > queued.deadline) {
        queues[queued.priority].delete(queued);
        queued.refuse(at > now ? rateLimited(at - now) : timedOut());
      } else if (at <= now && hasConnection(queued.priority)) {
        queues[queued.priority].delete(queued);
        start(queued.priority, now);
        queued.grant();
      } else {
        planned.push(at);
        if (isBackground) plannedBackground.push(at);
        alarmAt = Math.min(alarmAt, at > now ? at : queued.deadline + 1);
      }
    }
    setAlarm(alarmAt, now);
  }

  function setAlarm(at: number, now: number): void {
    alarm.abort();
    if (at === Infinity) return;
    alarm = new AbortController();
    clock.sleep(at - now, alarm.signal).then(settle, () => undefined);
  }

  async function admit(
    priority: Priority,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    signal?.throwIfAborted();
    const { promise, resolve: grant, reject: refuse } = Promise.withResolvers<void>();
    const queued: QueuedRequest = { priority, deadline, grant, refuse };
    const leave = (): void => {
      if (!queues[priority].delete(queued)) return;
      refuse(signal?.reason);
      settle();
    };
    queues[priority].add(queued);
    signal?.addEventListener('abort', leave, { once: true });
    settle();
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  return {
    /** How many connections a client needs. */
    maxConcurrent,
    /**
     * Runs a request as soon as the budget allows.
     * @param options.deadline ms since 1970.
     * @throws RetroAchievementsError `rate-limited`, at once, if the request can't start before the deadline;
     * `timeout` if all connections stay busy until then. Also the signal's reason when aborted, and what `request`
     * throws.
     */
    async run<T>(
      priority: Priority,
      { deadline, signal }: { readonly deadline: number; readonly signal?: AbortSignal },
      request: () => Promise<T>,
    ): Promise<T> {
      const askedAt = clock.now();
      await admit(priority, deadline, signal);
      signals.budgetWait(priority, clock.now() - askedAt);
      try {
        return await request();
      } finally {
        running[sideOf(priority)] -= 1;
        settle();
      }
    },
    /** Starts nothing before `time`, ms since 1970, but waits 15 minutes at most. */
    pauseUntil(time: number): void {
      pausedUntil = Math.max(pausedUntil, time);
      settle();
    },
  };
}

function sideOf(priority: Priority): 'people' | 'background' {
  return priority === 'background' ? 'background' : 'people';
}

function share(whole: number): number {
  return Math.max(1, Math.floor(whole * BACKGROUND_SHARE));
}

function rateLimited(retryAfterMs: number): RetroAchievementsError {
  return new RetroAchievementsError({ kind: 'rate-limited', retryAfterMs });
}

function timedOut(): RetroAchievementsError {
  return new RetroAchievementsError({ kind: 'timeout' });
}
