import type { Clock } from './clock.ts';

export type Wake = ReturnType<typeof createWake>;

/** Wakes whoever waits for work. A call while nobody waits ends the next wait at once. */
export function createWake(clock: Clock) {
  let woken = Promise.withResolvers<void>();
  return {
    wake: () => woken.resolve(),
    /** Resolves when woken, after `ms`, or when the signal is aborted. */
    async wait(ms: number, signal: AbortSignal): Promise<void> {
      const timer = new AbortController();
      const ends = AbortSignal.any([signal, timer.signal]);
      await Promise.race([woken.promise, clock.sleep(ms, ends).catch(() => undefined)]);
      timer.abort();
      woken = Promise.withResolvers<void>();
    },
  };
}
