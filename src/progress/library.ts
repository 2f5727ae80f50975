import type { Award } from '#src/retroachievements/award-kind.ts';
import type { Player } from '#src/retroachievements/player.ts';

/** What is the same about a game for every player. Libraries share these objects (see catalogue.ts). */
export type Game = {
  readonly id: number;
  /** As the site writes it, with tags and alternative names. */
  readonly title: string;
  /** The title without its `~Tag~`s and `[Subset - …]`. */
  readonly name: string;
  /** `Hack`, `Homebrew`, `Subset - Bonus`, … in the order of the title. */
  readonly tags: readonly string[];
  readonly isSubset: boolean;
  /** Titles sort by this, compared with `<`. */
  readonly sortKey: string;
  /** Searches look in this. */
  readonly searchKey: string;
  readonly iconPath: string;
  readonly systemId: number;
  readonly systemName: string;
};

/** One game of one player. Counts and times as in GameProgress. */
export type LibraryEntry = {
  readonly game: Game;
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  readonly lastUnlockAt: number | null;
  readonly award: Award | null;
  readonly awardedAt: number | null;
};

/** A player's library at one moment. While a large one loads, it holds the most recently played games so far. */
export type Library = {
  readonly player: Player;
  /** In the site's order: last unlock, newest first, never played last. */
  readonly entries: readonly LibraryEntry[];
  /** Games in the whole library. */
  readonly total: number;
  /** When its first page was requested, ms since 1970. */
  readonly fetchedAt: number;
};

/** Whether every game is in. */
export function isComplete(library: Library): boolean {
  return library.entries.length >= library.total;
}

/** Unlocked of possible, 0–1. A demoted set (0/0) counts as complete while its award stands. */
export function shareUnlocked({
  possible,
  awarded,
  award,
}: Pick<LibraryEntry, 'possible' | 'awarded' | 'award'>): number {
  if (possible > 0) return awarded / possible;
  return award === null ? 0 : 1;
}
