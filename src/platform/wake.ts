import type { Clock } from './clock.ts';

/** Wakes somebody who waits for work. A call that comes while nobody waits is not lost. */
export type Wake = {
  wake(): void;
  /** Resolves when woken, after `ms`, or when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};

export function createWake(clock: Clock): Wake {
  let woken = Promise.withResolvers<void>();
  return {
    wake: () => woken.resolve(),
    async wait(ms, signal) {
      const timer = new AbortController();
      const ends = AbortSignal.any([signal, timer.signal]);
      await Promise.race([woken.promise, clock.sleep(ms, ends).catch(() => undefined)]);
      timer.abort();
      woken = Promise.withResolvers<void>();
    },
  };
}
