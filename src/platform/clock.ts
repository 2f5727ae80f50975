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

/** Whether `work` settles, well or badly, within `ms`. Never rejects. */
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
