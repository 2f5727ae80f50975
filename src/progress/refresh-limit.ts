import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';

/** A refresh loads the whole library, and counts for everyone who looks at the player. */
export const REFRESH_COOLDOWN_MS = 30_000;

/** Keeps people from asking the site for the same library over and over. */
export type RefreshLimit = ReturnType<typeof createRefreshLimit>;

export function createRefreshLimit(clock: Clock) {
  const until = new LRUCache<string, number>({ max: 10_000 });
  return {
    /**
     * When the player may be refreshed again, ms since 1970; null for now.
     * @param player name in any case, or ULID.
     */
    againAt(player: string): number | null {
      const next = until.get(player.toLowerCase());
      return next !== undefined && next > clock.now() ? next : null;
    },
    /** Counts a refresh that succeeded: one that failed costs nothing. */
    count(player: string): void {
      until.set(player.toLowerCase(), clock.now() + REFRESH_COOLDOWN_MS);
    },
  };
}
