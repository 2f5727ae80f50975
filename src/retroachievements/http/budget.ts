import type { Clock } from '#src/platform/clock.ts';
import { createSlidingWindow } from '#src/platform/sliding-window.ts';

import { RetroAchievementsError } from '../retroachievements-error.ts';

/**
 * Who goes first when requests have to wait for the budget: the first request for somebody's command,
 * then the rest of a large library that somebody looks at, then work that nobody waits for.
 */
export type Priority = 'command' | 'library' | 'background';

/** Every request to RetroAchievements, first try or repeat, passes here before it starts. */
export type RequestBudget = {
  /** Requests that run at one time, at most: as many connections as a client needs. */
  readonly maxConcurrent: number;
  /**
   * Waits for a slot, runs the request, and frees its connection when the request has settled.
   * @param options.deadline ms since 1970.
   * @throws RetroAchievementsError `rate-limited`, at once, when no slot can come before the deadline;
   * `timeout` when all connections are taken until then. The signal's reason when it is aborted. What `request` throws.
   */
  run<T>(
    priority: Priority,
    options: { readonly deadline: number; readonly signal?: AbortSignal },
    request: () => Promise<T>,
  ): Promise<T>;
  /** Lets nothing start before this time (ms since 1970), at most a quarter of an hour from now. */
  pauseUntil(time: number): void;
};

const MINUTE_MS = 60_000;

/**
 * A request arrives a little after it starts, one on a new connection later than one on a kept one. So that the
 * site, too, never counts too many in one minute, ours is longer.
 */
const ARRIVAL_SLACK_MS = 250;

/** A wrong `Retry-After` must not silence the bot for longer; a right one that is longer is simply told again. */
const MAX_PAUSE_MS = 15 * MINUTE_MS;

/** So that people always find room. */
const BACKGROUND_SHARE = 3 / 4;

const MAX_CONCURRENT = 8;

type Waiting = {
  readonly priority: Priority;
  readonly deadline: number;
  readonly grant: () => void;
  readonly refuse: (reason: unknown) => void;
};

/**
 * The budget that all requests share.
 * @param options.requestsPerMinute any positive number. Below 1, one request starts every `60 / requestsPerMinute`
 * seconds; above, no more than its whole part start within any minute.
 * @param options.maxConcurrent requests under way at one time: as few connections as are kind, and as many as
 * keep a slot that is given from waiting for one.
 */
export function createRequestBudget(options: {
  readonly requestsPerMinute: number;
  readonly clock: Clock;
  readonly maxConcurrent?: number;
}): RequestBudget {
  const { requestsPerMinute, clock, maxConcurrent = MAX_CONCURRENT } = options;
  const capacity = Math.max(1, Math.floor(requestsPerMinute));
  const span = Math.max(MINUTE_MS, MINUTE_MS / requestsPerMinute) + ARRIVAL_SLACK_MS;
  const window = createSlidingWindow(capacity, span);
  const backgroundWindow = createSlidingWindow(share(capacity), span);

  const queues: Record<Priority, Set<Waiting>> = {
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
   * Goes through the queue in its order and plans when each would start: who can start now does, who can't before
   * the deadline is told so, and for the others an alarm is set. Every change comes through here.
   */
  function settle(): void {
    const now = clock.now();
    pausedUntil = Math.min(pausedUntil, now + MAX_PAUSE_MS);
    const planned: number[] = [];
    const plannedBackground: number[] = [];
    let alarmAt = Infinity;
    for (const waiting of [...queues.command, ...queues.library, ...queues.background]) {
      const isBackground = waiting.priority === 'background';
      const at = Math.max(
        pausedUntil,
        window.freeAt(now, planned),
        isBackground ? backgroundWindow.freeAt(now, plannedBackground) : now,
      );
      if (at > waiting.deadline) {
        queues[waiting.priority].delete(waiting);
        waiting.refuse(at > now ? rateLimited(at - now) : timedOut());
      } else if (at <= now && hasConnection(waiting.priority)) {
        queues[waiting.priority].delete(waiting);
        start(waiting.priority, now);
        waiting.grant();
      } else {
        planned.push(at);
        if (isBackground) plannedBackground.push(at);
        alarmAt = Math.min(alarmAt, at > now ? at : waiting.deadline + 1);
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
    const waiting: Waiting = { priority, deadline, grant, refuse };
    const leave = (): void => {
      if (!queues[priority].delete(waiting)) return;
      refuse(signal?.reason);
      settle();
    };
    queues[priority].add(waiting);
    signal?.addEventListener('abort', leave, { once: true });
    settle();
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  return {
    maxConcurrent,
    async run(priority, { deadline, signal }, request) {
      await admit(priority, deadline, signal);
      try {
        return await request();
      } finally {
        running[sideOf(priority)] -= 1;
        settle();
      }
    },
    pauseUntil(time) {
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
