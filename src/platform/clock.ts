import { setTimeout as delay } from 'node:timers/promises';

/** Passed in, so that tests can stop the time. */
export type Clock = {
  /** ms since 1970, UTC. */
  now(): number;
  /** Rejects with an AbortError if the signal is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Calls once the time is up. @returns prevents it */
  after(ms: number, call: () => void): () => void;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : undefined),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** Whether `work` resolves or rejects within `ms`. Never rejects itself. */
export function settlesWithin(work: Promise<unknown>, ms: number, clock: Clock): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const cancel = clock.after(ms, () => resolve(false));
  const settle = () => {
    cancel();
    resolve(true);
  };
  work.then(settle, settle);
  return promise;
}
