import type { AwardKind } from './award-kind.ts';
import type { Ulid } from './player.ts';

/** One award of the site-wide feed (`API_GetRecentGameAwards`). Times are ms since 1970, UTC, whole seconds. */
export type GameAward = {
  readonly playerName: string;
  /** Absent on old data. */
  readonly ulid: Ulid | null;
  readonly kind: AwardKind;
  readonly awardedAt: number;
  readonly gameId: number;
  readonly gameTitle: string | null;
  readonly systemId: number | null;
  readonly systemName: string | null;
};

/** One page of the feed, newest first. */
export type RecentGameAwardsPage = {
  readonly total: number;
  /** Rows that the page had on the wire, those that could not be read included. */
  readonly rowCount: number;
  readonly awards: readonly GameAward[];
};
