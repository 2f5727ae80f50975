import type { Clock } from './clock.ts';

/** Work that was begun and is worth finishing before the process ends. */
export type InFlight = {
  add(work: Promise<unknown>): void;
} & AsyncDisposable;

/** Of the 10 s that a stop may take. */
const GRACE_MS = 8_000;

export function createInFlight(clock: Clock): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      running.add(work);
      void work.finally(() => running.delete(work)).catch(() => undefined);
    },
    async [Symbol.asyncDispose]() {
      const timer = new AbortController();
      const grace = clock.sleep(GRACE_MS, timer.signal).catch(() => undefined);
      await Promise.race([Promise.allSettled(running), grace]);
      timer.abort();
    },
  };
}
