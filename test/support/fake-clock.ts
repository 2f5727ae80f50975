import { setImmediate as nextTurn } from 'node:timers/promises';

import type { Clock } from '#src/platform/clock.ts';

/** A clock that stands still until it is told to go on. */
export type FakeClock = Clock & {
  /** Goes on by `ms`, waking sleepers in their order; those that they wake, or that then sleep anew, get their turn too. */
  advance(ms: number): Promise<void>;
  /** Sets the time without waking anybody, as when a machine's clock is corrected. */
  set(now: number): void;
  /** Resolves as soon as somebody has gone to sleep for exactly so many ms. */
  asleep(ms: number): Promise<void>;
  /** How many sleep. */
  sleeperCount(): number;
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/**
 * @param start ms since 1970.
 * @param settle resolves when whoever was woken has had their turn
 */
export function createFakeClock(
  start = Date.UTC(2025, 0, 1),
  settle: () => Promise<unknown> = nextTurn,
): FakeClock {
  let now = start;
  let sleepers: Sleeper[] = [];
  const watchers = new Map<number, () => void>();

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    if (signal?.aborted) {
      reject(new DOMException('The sleep was ended', 'AbortError'));
      return promise;
    }
    if (ms <= 0) {
      resolve();
      return promise;
    }
    const cancel = after(ms, resolve);
    const end = (): void => {
      cancel();
      reject(new DOMException('The sleep was ended', 'AbortError'));
    };
    signal?.addEventListener('abort', end, { once: true });
    return promise;
  }

  function after(ms: number, wake: () => void): () => void {
    const sleeper = { at: now + ms, wake };
    sleepers = [...sleepers, sleeper].toSorted((a, b) => a.at - b.at);
    watchers.get(ms)?.();
    return () => {
      sleepers = sleepers.filter((other) => other !== sleeper);
    };
  }

  return {
    now: () => now,
    sleep,
    after,
    async advance(ms) {
      const end = now + ms;
      await settle();
      for (let next = sleepers[0]; next && next.at <= end; next = sleepers[0]) {
        sleepers = sleepers.slice(1);
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = end;
    },
    set(time) {
      now = time;
    },
    async asleep(ms) {
      if (sleepers.some(({ at }) => at === now + ms)) return;
      await new Promise<void>((resolve) => {
        watchers.set(ms, resolve);
      });
    },
    sleeperCount: () => sleepers.length,
  };
}
