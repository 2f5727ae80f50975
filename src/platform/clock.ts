import { setTimeout as delay } from 'node:timers/promises';

/** Passed in, so that tests can stop the time. */
export type Clock = {
  /** ms since 1970, UTC. */
  now(): number;
  /** Rejects with an AbortError if the signal is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal ? { signal } : undefined),
};

/** Whether `work` resolves or rejects within `ms`. Never rejects itself. */
export async function settlesWithin(
  work: Promise<unknown>,
  ms: number,
  clock: Clock,
): Promise<boolean> {
  const timer = new AbortController();
  const settled = work.then(
    () => true,
    () => true,
  );
  const expired = clock.sleep(ms, timer.signal).then(
    () => false,
    () => false,
  );
  const isSettled = await Promise.race([settled, expired]);
  timer.abort();
  return isSettled;
}
