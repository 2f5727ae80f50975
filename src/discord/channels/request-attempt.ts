import type { Clock } from '#src/platform/clock.ts';

import type { DiscordAgent } from '../connection/rest.ts';

type Dispatch = DiscordAgent['dispatch'];
type Handler = Parameters<Dispatch>[1];

/** From the start of a request to the end of the answer, ms. Waiting for a rate limit doesn't count. */
export const REQUEST_TIMEOUT_MS = 15_000;

/** One request on its way. */
export type RequestAttempt = ReturnType<typeof createRequestAttempt>;

/**
 * Knows how far a request got, which discord.js's errors don't say: it may have waited for a rate limit or for a
 * connection, or been lost on its way, and only in the last case may Discord have it. Gives up when the response takes
 * too long; discord.js's own limit only covers the headers.
 */
export function createRequestAttempt(clock: Clock, agent: DiscordAgent) {
  const given = new AbortController();
  const givenUp = Promise.withResolvers<never>();
  givenUp.promise.catch(() => undefined);
  let timer = new AbortController();
  let isOpen = false;
  let isOver = false;

  function abort(reason: string): void {
    const error = new DOMException(reason, 'AbortError');
    given.abort(error);
    givenUp.reject(error);
  }

  function startTimer(): void {
    timer.abort();
    timer = new AbortController();
    clock.sleep(REQUEST_TIMEOUT_MS, timer.signal).then(
      () => abort('No answer in time'),
      () => undefined,
    );
  }

  function noteStatus(status: number): void {
    // 3xx and 4xx mean that nothing was done, whoever sent them. 5xx leaves it open.
    if (status >= 300 && status < 500) isOpen = false;
    // discord.js waits now, and then sends it again.
    if (status === 429) timer.abort();
  }

  const followed = (handler: Handler): Handler => ({
    ...(handler.onBodySent ? { onBodySent: handler.onBodySent.bind(handler) } : {}),
    onConnect(abortRequest) {
      isOpen ||= !isOver;
      if (isOver) abortRequest();
      else handler.onConnect?.(abortRequest);
    },
    onHeaders(status, ...rest) {
      noteStatus(status);
      return handler.onHeaders?.(status, ...rest) ?? true;
    },
    onData: (chunk) => handler.onData?.(chunk) ?? true,
    onComplete: (trailers) => handler.onComplete?.(trailers),
    onError: (error) => handler.onError?.(error),
  });

  const dispatch: Dispatch = (options, handler) => {
    startTimer();
    return agent.dispatch(options, followed(handler));
  };
  const dispatcher: DiscordAgent = Object.create(agent, { dispatch: { value: dispatch } });

  return {
    /** The agent, for this request alone. */
    dispatcher,
    /** Aborted when it is given up. */
    signal: given.signal,
    /** Rejects when it is given up. */
    givenUp: givenUp.promise,
    giveUp: () => abort('No longer wanted'),
    /** Whether Discord may have carried it out: it was sent, and not turned away. */
    isOpen: () => isOpen,
    /** From now on nothing more is sent. */
    end(): void {
      isOver = true;
      timer.abort();
    },
  };
}
