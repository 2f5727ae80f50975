import type { Clock } from '#src/platform/clock.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { Priority, RequestBudget } from '#src/retroachievements/http/budget.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

type SiteOutcome = 'ok' | Failure['kind'] | 'aborted';

/** The same client, with each call counted once, however often it was tried. */
export function watchSite(
  site: RetroAchievements,
  clock: Clock,
  called: (endpoint: keyof RetroAchievements, outcome: SiteOutcome, ms: number) => void,
): RetroAchievements {
  async function watched<T>(endpoint: keyof RetroAchievements, call: Promise<T>): Promise<T> {
    const at = clock.now();
    try {
      const answer = await call;
      called(endpoint, 'ok', clock.now() - at);
      return answer;
    } catch (error) {
      called(endpoint, outcomeOf(error), clock.now() - at);
      throw error;
    }
  }
  return {
    completionProgress: (...request) =>
      watched('completionProgress', site.completionProgress(...request)),
    userProfile: (...request) => watched('userProfile', site.userProfile(...request)),
    recentGameAwards: (...request) =>
      watched('recentGameAwards', site.recentGameAwards(...request)),
  };
}

function outcomeOf(error: unknown): SiteOutcome {
  return error instanceof RetroAchievementsError ? error.failure.kind : 'aborted';
}

/** The same budget, with the wait of each request that it let start. */
export function watchBudget(
  budget: RequestBudget,
  clock: Clock,
  waited: (priority: Priority, ms: number) => void,
): RequestBudget {
  return {
    ...budget,
    run(priority, options, request) {
      const at = clock.now();
      return budget.run(priority, options, () => {
        waited(priority, clock.now() - at);
        return request();
      });
    },
  };
}
