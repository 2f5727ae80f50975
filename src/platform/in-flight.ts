import { settlesWithin } from './clock.ts';
import type { Clock } from './clock.ts';

/** Stopping may take 10 s. */
const GRACE_MS = 8_000;

/** Collects work to finish before the process ends; disposing waits for it. */
export function createInFlight(clock: Clock) {
  const running = new Set<Promise<unknown>>();
  return {
    add(work: Promise<unknown>): void {
      running.add(work);
      const ended = () => void running.delete(work);
      work.then(ended, ended);
    },
    async [Symbol.asyncDispose]() {
      await settlesWithin(Promise.allSettled(running), GRACE_MS, clock);
    },
  };
}
