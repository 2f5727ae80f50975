import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Player } from '#src/retroachievements/player.ts';

import type { Game } from './game.ts';

/** One game of one player. Counts and times as in GameProgress. */
export type LibraryEntry = {
  readonly game: Game;
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  readonly lastUnlockAt: number | null;
  readonly award: AwardKind | null;
  readonly awardedAt: number | null;
};

/**
 * A player's library at one moment. While a large one is on its way, `entries` holds what has come
 * so far, most recently played first, and `total` what there is to come.
 */
export type Library = {
  readonly player: Player;
  /** In the site's order: last unlock, newest first, never played last. */
  readonly entries: readonly LibraryEntry[];
  readonly total: number;
  /** When its first page was asked for, ms since 1970. */
  readonly fetchedAt: number;
};

/** Whether every game is in. */
export function isComplete(library: Library): boolean {
  return library.entries.length >= library.total;
}
