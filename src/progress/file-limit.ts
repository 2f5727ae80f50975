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
    /** @param at ms since 1970 */
    count(person: string, at: number): void {
      const exports = people.get(person) ?? createSlidingWindow(EXPORTS, WITHIN_MS);
      exports.start(at);
      people.set(person, exports);
    },
    /** For one that failed. @param at when it was counted. */
    giveBack(person: string, at: number): void {
      people.get(person)?.undo(at);
    },
  };
}
