import type { Clock } from '#src/platform/clock.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { Signals } from '#src/platform/signals.ts';

import { RetroAchievementsError } from '../retroachievements-error.ts';
import { connectionsFor, createBudgetShares } from './budget-shares.ts';
import type { Claim, Priority } from './budget-shares.ts';
import { MAX_PAUSE_MS } from './response.ts';

const MINUTE_MS = 60_000;

/** Added to our minute, because requests reach the site with varying delay and it must never count too many. */
const ARRIVAL_SLACK_MS = 250;

/** However small the budget is. */
const SLOWEST_MS = 24 * 60 * MINUTE_MS;

const MAX_CONCURRENT = 8;
/** Whatever hangs, the award feed can be read. */
const POLL_CONNECTIONS = 1;

type QueuedRequest = {
  readonly claim: Claim;
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
  const spanMs = Math.min(Math.max(MINUTE_MS, MINUTE_MS / requestsPerMinute), SLOWEST_MS);
  const shares = createBudgetShares(capacity, spanMs + ARRIVAL_SLACK_MS);

  const queues: Record<Priority, Set<QueuedRequest>> = {
    poll: new Set(),
    command: new Set(),
    library: new Set(),
    background: new Set(),
  };
  const running = new Set<Claim>();
  let pausedUntil = 0;
  let alarm = new AbortController();

  function hasConnection({ priority, person }: Claim): boolean {
    if (priority === 'poll') return running.size < maxConcurrent + POLL_CONNECTIONS;
    if (running.size >= maxConcurrent) return false;
    if (priority !== 'background' && person === undefined) return true;
    const alike = [...running].filter((other) =>
      priority === 'background' ? other.priority === priority : other.person === person,
    );
    return alike.length < connectionsFor(priority, maxConcurrent);
  }

  function inOrder(now: number): readonly QueuedRequest[] {
    const polls = [...queues.poll];
    const first = shares.hasPollShare(now) ? polls.splice(0, 1) : [];
    return [...first, ...queues.command, ...polls, ...queues.library, ...queues.background];
  }

  /**
   * Plans when each queued request starts, in order: starts those that can start now, refuses those that would miss
   * their deadline, and sets an alarm for the rest. Runs after every change.
   */
  function settle(): void {
    const now = clock.now();
    pausedUntil = Math.min(pausedUntil, now + MAX_PAUSE_MS);
    const plan = shares.plan(now);
    let alarmAt = Infinity;
    for (const queued of inOrder(now)) {
      const { claim, deadline } = queued;
      const free = plan.freeAt(claim);
      const at = Math.max(pausedUntil, free.at, free.ownAt);
      if (at > deadline) {
        queues[claim.priority].delete(queued);
        queued.refuse(refusal(at - now, free.ownAt > Math.max(pausedUntil, free.at)));
      } else if (at <= now && hasConnection(claim)) {
        queues[claim.priority].delete(queued);
        running.add(claim);
        shares.start(claim, now);
        queued.grant();
      } else {
        plan.wait(claim, { at: Math.max(pausedUntil, free.at), ownAt: free.ownAt });
        alarmAt = Math.min(alarmAt, at > now ? at : deadline + 1);
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
    claim: Claim,
    deadline: number,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    signal?.throwIfAborted();
    const { promise, resolve: grant, reject: refuse } = Promise.withResolvers<void>();
    const queued: QueuedRequest = { claim, deadline, grant, refuse };
    const queue = queues[claim.priority];
    const leave = (): void => {
      if (!queue.delete(queued)) return;
      refuse(signal?.reason);
      settle();
    };
    queue.add(queued);
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
    connections: maxConcurrent + POLL_CONNECTIONS,
    /**
     * Runs a request as soon as the budget allows.
     * @param call.deadline ms since 1970.
     * @param call.person who asked, as Discord's id: it's charged to them.
     * @param call.isCharged whether a result costs the person anything; what is thrown doesn't.
     * @throws RetroAchievementsError, at once, if the request can't start before the deadline: `own-share` because of
     * the person's own requests, otherwise `rate-limited`; `timeout` if all connections stay busy until then. Also the
     * signal's reason when aborted, and what `request` throws.
     */
    async run<T>(
      priority: Priority,
      call: {
        readonly deadline: number;
        readonly signal?: AbortSignal;
        readonly person?: string | undefined;
        readonly isCharged?: (result: T) => boolean;
      },
      request: () => Promise<T>,
    ): Promise<T> {
      const { deadline, signal, person, isCharged = () => true } = call;
      const claim: Claim = { priority, person };
      const askedAt = clock.now();
      await admit(claim, deadline, signal);
      const startedAt = clock.now();
      signals.budgetWait(priority, startedAt - askedAt);
      let isOwed = false;
      try {
        const result = await request();
        isOwed = isCharged(result);
        return result;
      } finally {
        running.delete(claim);
        if (!isOwed) shares.giveBack(claim, startedAt);
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

function refusal(waitMs: number, isOwnShare: boolean): RetroAchievementsError {
  if (waitMs <= 0) return new RetroAchievementsError({ kind: 'timeout' });
  const kind = isOwnShare ? 'own-share' : 'rate-limited';
  return new RetroAchievementsError({ kind, retryAfterMs: waitMs });
}
