import { settlesWithin } from './clock.ts';
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
      await settlesWithin(Promise.allSettled(running), GRACE_MS, clock);
    },
  };
}
