import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';

/** A fault of the site that empties libraries is over by then. */
const CONFIRMED_AFTER_MS = 3 * 60_000;

/** Libraries that had games and come back empty: a fault of the site for some seconds, or a player who started over. */
export function createEmptiedLibraries(clock: Clock) {
  const since = new LRUCache<string, number>({ max: 10_000 });
  return {
    /** Notes an empty library. @returns whether it was empty minutes ago, too, and always in between. */
    isConfirmed(key: string): boolean {
      const now = clock.now();
      const first = Math.min(since.get(key) ?? now, now);
      since.set(key, first);
      return now - first >= CONFIRMED_AFTER_MS;
    },
    /** The library has games. */
    forget(key: string): void {
      since.delete(key);
    },
  };
}
