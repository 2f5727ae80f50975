import type { Clock } from '#src/platform/clock.ts';

import type { RetroAchievements } from './client.ts';
import { RetroAchievementsError } from './retroachievements-error.ts';

/** Times are ms since 1970. */
export type SiteHealth = {
  readonly lastAnswerAt: number | null;
  /** When requests began to fail; null while they succeed. */
  readonly failingSince: number | null;
};

/** Wraps a client to track its health. */
export function watchHealth(
  site: RetroAchievements,
  clock: Clock,
): { readonly site: RetroAchievements; health(): SiteHealth } {
  let lastAnswerAt: number | null = null;
  let failingSince: number | null = null;

  async function watched<T>(request: Promise<T>): Promise<T> {
    try {
      const answer = await request;
      lastAnswerAt = clock.now();
      failingSince = null;
      return answer;
    } catch (error) {
      if (isOutage(error)) failingSince ??= clock.now();
      throw error;
    }
  }

  return {
    site: {
      completionProgress: (...request) => watched(site.completionProgress(...request)),
      userProfile: (...request) => watched(site.userProfile(...request)),
      recentGameAwards: (...request) => watched(site.recentGameAwards(...request)),
    },
    health: () => ({ lastAnswerAt, failingSince }),
  };
}

/** A refused key is still an answer, and what our own budget holds back never reached the site. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof RetroAchievementsError)) return false;
  const { kind } = error.failure;
  return kind !== 'rate-limited' && kind !== 'key-refused';
}
