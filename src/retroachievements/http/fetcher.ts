import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';

import { RetroAchievementsError } from '../retroachievements-error.ts';
import type { Priority } from './budget-shares.ts';
import type { RequestBudget } from './budget.ts';
import type { AttemptTimeouts, Http } from './http.ts';
import { failureOf, mayRetry, parseRetryAfter, type HttpResponse } from './response.ts';

/** In ms. */
export type Timeouts = {
  /** For the whole call: waiting for the budget, all attempts and the pauses between them. */
  readonly deadline: Readonly<Record<Priority, number>>;
  readonly attempt: Readonly<Record<Priority, AttemptTimeouts>>;
  /** For a new connection, including TLS. */
  readonly connect: number;
};

export const DEFAULT_TIMEOUTS: Timeouts = {
  // Whatever the site does, a command is answered within 15 s. The rest of a large library, whose first page is already
  // on screen, may wait for the next minute's budget.
  deadline: { poll: 75_000, command: 12_000, library: 75_000, background: 60_000 },
  attempt: {
    command: { headers: 7000, body: 7000 },
    poll: { headers: 6000, body: 6000 },
    // Two attempts against a site that hangs still end within 15 s.
    library: { headers: 6000, body: 6000 },
    background: { headers: 20_000, body: 20_000 },
  },
  connect: 5000,
};

export type FetchRequest<T> = {
  /** With the query. */
  readonly path: string;
  /** The most that the response may have, unpacked. */
  readonly maxBytes: number;
  /** Decodes a success. Throwing `unreadable` earns one more attempt. */
  readonly decode: (body: string) => T;
  /** Decodes a failure that has a meaning of its own; undefined for all others. */
  readonly decodeFailure?: (response: HttpResponse) => T | undefined;
};

/** After a 429 without `Retry-After`; the site publishes no limits. */
const DEFAULT_RATE_LIMIT_PAUSE_MS = 5000;

const BACKOFF = { firstMs: 300, longestMs: 10_000 };

/**
 * Creates a function that makes one API request, with retries.
 * @param options.closing ends every call with a `network` failure.
 */
export function createFetcher(options: {
  readonly http: Http;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timeouts: Timeouts;
  readonly closing: AbortSignal;
}) {
  const { http, budget, clock, random, timeouts, closing } = options;

  /** A refusal of the budget is thrown, not returned: retrying can't help, because the budget knows the deadline. */
  async function tryOnce<T>(request: FetchRequest<T>, call: Call): Promise<Outcome<T>> {
    const charged = { ...call, isCharged: (outcome: Outcome<T>) => 'value' in outcome };
    return await budget.run(call.priority, charged, async () => {
      try {
        const limits = { ...timeouts.attempt[call.priority], maxBytes: request.maxBytes };
        const response = await http.get(request.path, limits, call.signal);
        return read(response, request);
      } catch (error) {
        if (error instanceof RetroAchievementsError) return { error, retryAfterMs: null };
        throw error;
      }
    });
  }

  function read<T>(response: HttpResponse, request: FetchRequest<T>): Outcome<T> {
    const now = clock.now();
    const failure = failureOf(response, now);
    if (failure === null) return { value: request.decode(response.body ?? '') };
    const value = request.decodeFailure?.(response);
    if (value !== undefined) return { value };
    const error = new RetroAchievementsError(failure);
    return { error, retryAfterMs: parseRetryAfter(response.retryAfter, now) };
  }

  async function tryUntilDeadline<T>(request: FetchRequest<T>, call: Call): Promise<T> {
    for (let attempts = 1; ; attempts += 1) {
      const outcome = await tryOnce(request, call);
      if ('value' in outcome) return outcome.value;
      const { error, retryAfterMs } = outcome;
      let waitMs = Math.max(
        backoffMs(attempts, { ...BACKOFF, random: random() }),
        retryAfterMs ?? 0,
      );
      if (error.failure.kind === 'rate-limited') {
        if (retryAfterMs === null) waitMs = DEFAULT_RATE_LIMIT_PAUSE_MS;
        budget.pauseUntil(clock.now() + waitMs);
      }
      const isTooLate = clock.now() + waitMs > call.deadline;
      if (isTooLate || !mayRetry(error.failure, attempts)) throw error;
      await clock.sleep(waitMs, call.signal);
    }
  }

  /** @throws RetroAchievementsError; the signal's reason when aborted. */
  return async function fetch<T>(
    request: FetchRequest<T>,
    {
      priority,
      person,
      signal,
    }: {
      readonly priority: Priority;
      readonly person?: string | undefined;
      readonly signal?: AbortSignal;
    },
  ): Promise<T> {
    signal?.throwIfAborted();
    const expired = new AbortController();
    const finished = new AbortController();
    const limitMs = timeouts.deadline[priority];
    clock.sleep(limitMs, finished.signal).then(
      () => expired.abort(),
      () => undefined,
    );
    const ends = [expired.signal, closing];
    const ended = AbortSignal.any(signal ? [...ends, signal] : ends);
    try {
      const deadline = clock.now() + limitMs;
      return await tryUntilDeadline(request, { priority, person, deadline, signal: ended });
    } catch (error) {
      signal?.throwIfAborted();
      if (expired.signal.aborted) throw new RetroAchievementsError({ kind: 'timeout' });
      if (closing.aborted) throw new RetroAchievementsError({ kind: 'network' });
      throw error;
    } finally {
      finished.abort();
    }
  };
}

type Call = {
  readonly priority: Priority;
  readonly person?: string | undefined;
  /** ms since 1970. */
  readonly deadline: number;
  readonly signal: AbortSignal;
};

type Outcome<T> =
  | { readonly value: T }
  | { readonly error: RetroAchievementsError; readonly retryAfterMs: number | null };
