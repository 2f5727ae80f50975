import { LRUCache } from 'lru-cache';

import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { parseTitle, searchKey, sortKey } from '#src/retroachievements/title.ts';

import type { Game, LibraryEntry } from './library.ts';

/** The games of all libraries, so that a thousand players of one game share one object. */
export type Catalogue = ReturnType<typeof createCatalogue>;

/** The site has some 30,000 games, with and without achievements. */
const DEFAULT_LIMIT = 50_000;

/** @param options.limit games kept; those unseen for the longest go first. */
export function createCatalogue(options: { readonly limit?: number } = {}) {
  const games = new LRUCache<number, Game>({ max: options.limit ?? DEFAULT_LIMIT });
  return {
    /** The shared object of this game; a new one when its title, icon or system has changed on the site. */
    intern(progress: GameProgress): Game {
      const known = games.get(progress.gameId);
      if (known !== undefined && isSameGame(known, progress)) return known;
      const game = toGame(progress);
      games.set(game.id, game);
      return game;
    },
  };
}

/** A library entry with its game shared. */
export function toEntry(catalogue: Catalogue, progress: GameProgress): LibraryEntry {
  return {
    game: catalogue.intern(progress),
    possible: progress.possible,
    awarded: progress.awarded,
    awardedHardcore: progress.awardedHardcore,
    lastUnlockAt: progress.lastUnlockAt,
    award: progress.award,
    awardedAt: progress.awardedAt,
  };
}

function isSameGame(game: Game, progress: GameProgress): boolean {
  return (
    game.title === progress.title &&
    game.iconPath === progress.iconPath &&
    game.systemId === progress.systemId &&
    game.systemName === progress.systemName
  );
}

function toGame(progress: GameProgress): Game {
  const { title } = progress;
  const { name, tags, isSubset } = parseTitle(title);
  return {
    id: progress.gameId,
    title,
    name,
    tags,
    isSubset,
    sortKey: sortKey(title),
    searchKey: searchKey(title),
    iconPath: progress.iconPath,
    systemId: progress.systemId,
    systemName: progress.systemName,
  };
}
