import type { AwardKind } from './award-kind.ts';

/** One game of a player's library, as `API_GetUserCompletionProgress` tells it. Times are ms since 1970, UTC. */
export type GameProgress = {
  readonly gameId: number;
  /** As on the wire: with `~Tags~`, `[Subset - …]` and alternative names behind ` | `. */
  readonly title: string;
  /** Site-relative, for example `/Images/074560.png`. */
  readonly iconPath: string;
  readonly systemId: number;
  readonly systemName: string;
  /** Can be 0 while an award stands: a set that was demoted. */
  readonly possible: number;
  /** Never above `possible`. */
  readonly awarded: number;
  /** Never above `awarded`. */
  readonly awardedHardcore: number;
  readonly lastUnlockAt: number | null;
  readonly award: AwardKind | null;
  readonly awardedAt: number | null;
};

/** One page of a library. */
export type CompletionProgressPage = {
  /** Games in the whole library, not on this page. */
  readonly total: number;
  /** Rows that the page had on the wire, those that could not be read included: where the next page begins. */
  readonly rowCount: number;
  readonly games: readonly GameProgress[];
};
