import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

/** One award that one feed is to post. Times are ms since 1970. */
export type DueAward = {
  readonly channelId: string;
  readonly ulid: Ulid;
  /** As the award feed writes it. */
  readonly playerName: string;
  readonly gameId: number;
  readonly kind: AwardKind;
  /** Null if the site gave none, as are the system's id and name. */
  readonly gameTitle: string | null;
  readonly systemId: number | null;
  readonly systemName: string | null;
  /** Whole seconds. */
  readonly awardedAt: number;
};

/** A feed posts an award only once: each of these is unique. */
export type DueAwardKey = Pick<DueAward, 'channelId' | 'ulid' | 'gameId' | 'kind'>;

/** An award that the outbox already has for a feed. */
export type KnownAward = DueAwardKey & Pick<DueAward, 'awardedAt'>;

/** What a message shows: one game, a list of games, or a period's digest. */
export const BATCH_KINDS = ['single', 'collected', 'digest'] as const;
export type BatchKind = (typeof BATCH_KINDS)[number];

/** Awards that become one message. The id is also its nonce, so that Discord takes it only once. */
export type Batch = {
  /** At most 25 characters; sorts by time. */
  readonly id: string;
  readonly channelId: string;
  readonly kind: BatchKind;
  /** ms since 1970. */
  readonly createdAt: number;
  /** Whether it pings the feed's role, as the first of each window does. */
  readonly pings: boolean;
  /** Whether Discord rejected its first form, so that it goes in a plainer one. */
  readonly isPlain: boolean;
  /** Oldest first. */
  readonly awards: readonly DueAward[];
};
