import type { AwardKind } from './award-kind.ts';
import type { RecentGameAwardsPage } from './game-award.ts';
import type { CompletionProgressPage } from './game-progress.ts';
import type { Player, PlayerRef } from './player.ts';
import type { Priority } from './request-budget.ts';

/** How one request is made. */
export type RequestOptions = {
  readonly priority: Priority;
  readonly signal?: AbortSignal;
};

/**
 * RetroAchievements' Web API v1, the three endpoints that the bot needs, decoded into the domain.
 * Every method throws RetroAchievementsError and nothing else (but the signal's reason when aborted).
 */
export type RetroAchievements = {
  /**
   * `API_GetUserCompletionProgress`: one page of a library, last played first.
   * An unknown player answers like one without games: total 0.
   * @param page.count 1–500; outside the site answers 422.
   */
  completionProgress(
    player: PlayerRef,
    page: { readonly offset: number; readonly count: number },
    options: RequestOptions,
  ): Promise<CompletionProgressPage>;
  /** `API_GetUserProfile`: null for a player that the site does not know. */
  userProfile(player: PlayerRef, options: RequestOptions): Promise<Player | null>;
  /**
   * `API_GetRecentGameAwards`: every award on the site, newest first.
   * @param page.count 1–100, capped by the site.
   * @param page.until awards up to the end of this UTC day, `YYYY-MM-DD`.
   */
  recentGameAwards(
    page: {
      readonly kinds: readonly AwardKind[];
      readonly offset: number;
      readonly count: number;
      readonly until?: string;
    },
    options: RequestOptions,
  ): Promise<RecentGameAwardsPage>;
};
