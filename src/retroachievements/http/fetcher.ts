import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';

import { RetroAchievementsError } from '../retroachievements-error.ts';
import type { Priority, RequestBudget } from './budget.ts';
import type { AttemptTimeouts, Http } from './http.ts';
import { failureOf, mayRetry, parseRetryAfter, type HttpResponse } from './response.ts';

/** How long things may take, in ms. */
export type Timeouts = {
  /** The whole call: waiting for the budget, every try and the pauses between them. */
  readonly deadline: Readonly<Record<Priority, number>>;
  /** One try. */
  readonly attempt: Readonly<Record<Priority, AttemptTimeouts>>;
  /** A new connection, TLS included. */
  readonly connect: number;
};

export type FetchRequest<T> = {
  /** With the query. */
  readonly path: string;
  /** Turns a success into the domain; when it throws `unreadable`, that is worth one more try. */
  readonly decode: (body: string) => T;
  /** May make a value out of a status that is not a success. */
  readonly decodeFailure?: (response: HttpResponse) => T | undefined;
};

/** One request of the API, tried as often as makes sense. */
export type Fetcher = {
  /**
   * @throws RetroAchievementsError; the signal's reason when it is aborted.
   */
  fetch<T>(
    request: FetchRequest<T>,
    options: { readonly priority: Priority; readonly signal?: AbortSignal },
  ): Promise<T>;
};

/** The site publishes no numbers; this long is waited after a 429 without `Retry-After`. */
const DEFAULT_RATE_LIMIT_PAUSE_MS = 5000;

const BACKOFF = { firstMs: 300, longestMs: 10_000 };

/** @param options.closing ends every call with a `network` failure. */
export function createFetcher(options: {
  readonly http: Http;
  readonly budget: RequestBudget;
  readonly clock: Clock;
  readonly random: () => number;
  readonly timeouts: Timeouts;
  readonly closing: AbortSignal;
}): Fetcher {
  const { http, budget, clock, random, timeouts, closing } = options;

  /** One try. What the budget refuses is thrown: it has looked ahead to the deadline already. */
  async function tryOnce<T>(request: FetchRequest<T>, call: Call): Promise<Outcome<T>> {
    return await budget.run(call.priority, call, async () => {
      try {
        const response = await http.get(request.path, timeouts.attempt[call.priority], call.signal);
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
    if (failure === null) return { value: request.decode(response.body) };
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

  return {
    async fetch(request, { priority, signal }) {
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
        return await tryUntilDeadline(request, { priority, deadline, signal: ended });
      } catch (error) {
        signal?.throwIfAborted();
        if (expired.signal.aborted) throw new RetroAchievementsError({ kind: 'timeout' });
        if (closing.aborted) throw new RetroAchievementsError({ kind: 'network' });
        throw error;
      } finally {
        finished.abort();
      }
    },
  };
}

type Call = {
  readonly priority: Priority;
  /** ms since 1970. */
  readonly deadline: number;
  readonly signal: AbortSignal;
};

type Outcome<T> =
  | { readonly value: T }
  | { readonly error: RetroAchievementsError; readonly retryAfterMs: number | null };
