import type { Clock } from '#src/platform/clock.ts';

import type { RequestTrace } from './request-trace.ts';

/** One request on its way, until somebody gives it up. */
export type RequestJourney = {
  readonly trace: RequestTrace;
  /** Aborted when it is given up. */
  readonly signal: AbortSignal;
  /** Rejects when it is given up. */
  readonly givenUp: Promise<never>;
  giveUp(this: void): void;
  /** Whether Discord may have carried it out: it was sent, and not turned away. */
  isOpen(): boolean;
  /** From now on nothing more is sent. */
  end(): void;
};

/** From being sent to the end of the answer. Waiting for a rate limit is not part of it. */
export const REQUEST_TIMEOUT_MS = 15_000;

/** A request that gives itself up when it is not answered in time: discord.js waits only for the headers. */
export function createRequestJourney(clock: Clock): RequestJourney {
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

  return {
    trace: {
      onStart() {
        timer.abort();
        timer = new AbortController();
        clock.sleep(REQUEST_TIMEOUT_MS, timer.signal).then(
          () => abort('No answer in time'),
          () => undefined,
        );
      },
      onSend() {
        isOpen ||= !isOver;
        return !isOver;
      },
      onStatus(status) {
        // 3xx and 4xx say that it was not done, whoever says it; 5xx leaves it open.
        if (status >= 300 && status < 500) isOpen = false;
        // discord.js waits now, and hands it over again then.
        if (status === 429) timer.abort();
      },
    },
    signal: given.signal,
    givenUp: givenUp.promise,
    giveUp: () => abort('Nobody waits for it any more'),
    isOpen: () => isOpen,
    end() {
      isOver = true;
      timer.abort();
    },
  };
}
