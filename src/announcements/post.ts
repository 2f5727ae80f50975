import type { Nth } from '#src/progress/milestones.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { Schedule } from './feed.ts';

export type { Nth };

// The content of posts, as data. Times are ms since 1970.

/** A game that a player earned one or more awards for. */
export type PostedGame = {
  readonly gameId: number;
  /** Without tags; `Game 123` if the site gave none. */
  readonly name: string;
  readonly tags: readonly string[];
  /** The short name; null if the site gave none. */
  readonly system: string | null;
  /** The highest award. */
  readonly kind: AwardKind;
  /** Lower awards in the same window. */
  readonly alsoEarned: readonly AwardKind[];
  readonly awardedAt: number;
};

export type PostPlayer = {
  readonly name: string;
  readonly ulid: Ulid;
  /** Site-relative; null if unknown. */
  readonly avatarPath: string | null;
  /** The Discord id of the verified member to mention. */
  readonly memberId: string | null;
};

/** What the player's own library adds to an award. */
export type AwardDetails = {
  /** Site-relative. */
  readonly iconPath: string;
  /** 0 if the library is older than the award, as are the counts below. */
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  /** "Their 100th mastered game"; null if the library is older than the award. */
  readonly nth: Nth | null;
  /** "12th game beaten on SNES"; 1 is the first on this system. */
  readonly nthOnSystem: Nth | null;
};

/** One game of one player. */
export type AwardPost = {
  readonly player: PostPlayer;
  readonly game: PostedGame;
  /** Null if the library did not come in time. */
  readonly details: AwardDetails | null;
  readonly roleId: string | null;
};

/** A list of games: of one player with more than five in a window, or of all players in a window with very many. */
export type CollectedPost = {
  /** Oldest first; at most `COLLECTED_LINES_LIMIT`. */
  readonly lines: readonly { readonly player: PostPlayer; readonly game: PostedGame }[];
  readonly roleId: string | null;
};

/** This many fit one message, however long the titles are. */
export const COLLECTED_LINES_LIMIT = 20;

/** A period's games in one message, with a button to the full list. */
export type DigestPost = {
  readonly batchId: string;
  readonly schedule: Schedule;
  /** Most games first; a player's games oldest first. */
  readonly players: readonly {
    readonly player: PostPlayer;
    readonly games: readonly PostedGame[];
  }[];
  readonly roleId: string | null;
  /** When it was made. */
  readonly at: number;
};

/** What a batch's message says. */
export type Post =
  | { readonly kind: 'single'; readonly post: AwardPost }
  | { readonly kind: 'collected'; readonly post: CollectedPost }
  | { readonly kind: 'digest'; readonly post: DigestPost };
