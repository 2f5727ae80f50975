import { setTimeout as delay } from 'node:timers/promises';

/** Time as the bot sees it, passed in so that tests can hold it still. */
export type Clock = {
  /** ms since 1970, UTC. */
  now(): number;
  /** Resolves after `ms`; rejects with an AbortError when the signal is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : undefined),
};
