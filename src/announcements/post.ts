import type { Nth } from '#src/progress/milestones.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { Schedule } from './feed.ts';

export type { Nth };

/** What posts say, as data: the views write them. Times are ms since 1970. */

/** A game that somebody won an award for, each game once. */
export type PostedGame = {
  readonly gameId: number;
  /** Without tags; `Game 123` where the site did not tell. */
  readonly name: string;
  readonly tags: readonly string[];
  /** The short name; null where the site did not tell. */
  readonly system: string | null;
  /** The highest award. */
  readonly kind: AwardKind;
  /** Won in the same window, below the highest. */
  readonly alsoWon: readonly AwardKind[];
  readonly awardedAt: number;
};

export type PostPlayer = {
  readonly name: string;
  readonly ulid: Ulid;
  /** Site-relative; null where it is not at hand. */
  readonly avatarPath: string | null;
  /** The verified linked member of this server who is mentioned, by Discord id. */
  readonly memberId: string | null;
};

/** What the player's own library adds to an award. */
export type AwardDetails = {
  /** Site-relative. */
  readonly iconPath: string;
  /** 0, as are the counts below, where the library does not have the award yet: what it has would be too little. */
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  /** "Their 100th mastered game". Null where the library does not have the award yet. */
  readonly nth: Nth | null;
  /** "12th beaten on SNES"; 1 is the first on this system. */
  readonly nthOnSystem: Nth | null;
};

/** One game of one player. */
export type AwardPost = {
  readonly player: PostPlayer;
  readonly game: PostedGame;
  /** Null where the library was not to be had in time. */
  readonly details: AwardDetails | null;
  readonly roleId: string | null;
};

/** Games as a list: of one player with more than five in a window, or of several in a window with very many. */
export type CollectedPost = {
  /** In the order in which they were won; at most `COLLECTED_LINES_LIMIT`. */
  readonly lines: readonly { readonly player: PostPlayer; readonly game: PostedGame }[];
  readonly roleId: string | null;
};

/** So many lines fit one message, however long the titles are. */
export const COLLECTED_LINES_LIMIT = 20;

/** What a period brought: one message, with a button to all of it. */
export type DigestPost = {
  readonly batchId: string;
  readonly schedule: Schedule;
  /** Most games first; a player's games in the order in which they were won. */
  readonly players: readonly {
    readonly player: PostPlayer;
    readonly games: readonly PostedGame[];
  }[];
  readonly roleId: string | null;
  /** When it was put together. */
  readonly at: number;
};
