import { LRUCache } from 'lru-cache';

import type { Clock } from '#src/platform/clock.ts';

/** Keeps people from asking the site for the same library over and over. */
export type RefreshLimit = {
  /**
   * When this player may be refreshed again, ms since 1970; null if now, which then counts as a refresh.
   * @param player name in any case, or ULID.
   */
  tryRefresh(player: string): number | null;
};

/** A refresh asks the site for the whole library; it counts for everybody who looks at the player. */
export const REFRESH_COOLDOWN_MS = 30_000;

export function createRefreshLimit(clock: Clock): RefreshLimit {
  const until = new LRUCache<string, number>({ max: 10_000 });
  return {
    tryRefresh(player) {
      const now = clock.now();
      const key = player.toLowerCase();
      const next = until.get(key);
      if (next !== undefined && next > now) return next;
      until.set(key, now + REFRESH_COOLDOWN_MS);
      return null;
    },
  };
}
