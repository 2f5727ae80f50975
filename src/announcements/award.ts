import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

/** One award that is due to one feed: a row of the outbox. Times are ms since 1970. */
export type DueAward = {
  readonly channelId: string;
  readonly ulid: Ulid;
  /** As the award feed wrote it. */
  readonly playerName: string;
  readonly gameId: number;
  readonly kind: AwardKind;
  /** Null where the site did not tell. */
  readonly gameTitle: string | null;
  readonly systemId: number | null;
  readonly systemName: string | null;
  /** Whole seconds. */
  readonly awardedAt: number;
};

/** What makes a row of the outbox one of a kind. */
export type DueAwardKey = Pick<DueAward, 'channelId' | 'ulid' | 'gameId' | 'kind'>;

/** An award of which a feed has heard already. */
export type KnownAward = DueAwardKey & Pick<DueAward, 'awardedAt'>;

/** How awards are posted together: one game, several games as a list, or a period's digest. */
export const BATCH_KINDS = ['single', 'collected', 'digest'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** What becomes one message: its id is the nonce with which Discord takes it once. */
export type Batch = {
  /** At most 25 characters; sorts by when it was made. */
  readonly id: string;
  readonly channelId: string;
  readonly kind: BatchKind;
  /** ms since 1970. */
  readonly createdAt: number;
  /** Whether it pings the feed's role: the first of its window does. */
  readonly pings: boolean;
  /** In the order in which they were won. */
  readonly awards: readonly DueAward[];
};
