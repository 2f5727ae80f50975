import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';
import { createSlidingWindow } from '#src/platform/sliding-window.ts';

/** Nobody needs this many, and a large library's file is a megabyte on its way to Discord. */
const EXPORTS = 30;
const WITHIN_MS = 5 * 60_000;
const PEOPLE_LIMIT = 1_000;

/** Keeps one person from requesting files over and over. */
export type FileLimit = ReturnType<typeof createFileLimit>;

export function createFileLimit(clock: Clock) {
  const people = new LRUCache<string, ReturnType<typeof createSlidingWindow>>({
    max: PEOPLE_LIMIT,
  });
  return {
    /** When the person may export again, ms since 1970; null for now. */
    againAt(person: string): number | null {
      const now = clock.now();
      const at = people.get(person)?.freeAt(now, []) ?? now;
      return at > now ? at : null;
    },
    /** Counts a file that is being sent, unless that fails. */
    async count(person: string, send: () => Promise<void>): Promise<void> {
      // Counted before the work, or thirty at a time would all be let in.
      const startedAt = clock.now();
      const exports = people.get(person) ?? createSlidingWindow(EXPORTS, WITHIN_MS);
      exports.start(startedAt);
      people.set(person, exports);
      try {
        await send();
      } catch (error) {
        exports.undo(startedAt);
        throw error;
      }
    },
  };
}
