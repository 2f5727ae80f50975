import { setImmediate as nextTurn } from 'node:timers/promises';

import { LRUCache } from 'lru-cache';

import type { Translate } from '#src/messages/languages/translate.ts';
import { createNumbering } from '#src/platform/numbering.ts';

import { toRow } from './library-view.ts';
import type { Library, LibraryEntry } from './library.ts';
import { gameLines } from './messages/game-lines.ts';

/** In memory, a game takes about 0.4 KB. */
const GAMES_LIMIT = 40_000;
/** What a library counts besides its games, in games. Until someone turns its pages, it counts no more than that. */
const LIBRARY_OVERHEAD_GAMES = 50;
/** About 0.1 ms. */
const GAMES_A_TURN = 25;

/** A library's games in one language, each on lines of its own. */
export type WrittenGames = {
  /** As it stands between the quotes of a page's JSON, after a line break. */
  readonly write: (entry: LibraryEntry) => string;
  /** Writes all others while nobody waits for them. Call it when someone turns pages. */
  writeAhead(): void;
};

/**
 * Keeps games as they were written for a page: another order or filter shows them again, and turning a page finds them
 * ready.
 */
export function createWrittenGames() {
  const numberOf = createNumbering();
  const kept = new LRUCache<string, WrittenGames>({ maxSize: GAMES_LIMIT });

  function start(library: Library, t: Translate, key: string): WrittenGames {
    const written = new Map<LibraryEntry, string>();
    let isWritingAhead = false;
    function write(entry: LibraryEntry): string {
      const known = written.get(entry);
      if (known) return known;
      const lines = inString(`\n${gameLines(toRow(entry), library.fetchedAt, t)}`);
      written.set(entry, lines);
      return lines;
    }
    async function writeRest(): Promise<void> {
      let count = 0;
      for (const entry of library.entries) {
        if (written.has(entry)) continue;
        if (count % GAMES_A_TURN === 0) await nextTurn();
        if (kept.peek(key) !== games) return;
        write(entry);
        count += 1;
      }
    }
    const games: WrittenGames = {
      write,
      writeAhead() {
        if (isWritingAhead) return;
        isWritingAhead = true;
        // The cache would leave the size of a value that it has as it is.
        kept.delete(key);
        kept.set(key, games, { size: library.entries.length + LIBRARY_OVERHEAD_GAMES });
        // The page that shows such a game says what is wrong with it.
        writeRest().catch(() => undefined);
      },
    };
    return games;
  }

  return {
    /** Two copies of a library are two libraries. */
    of(library: Library, t: Translate): WrittenGames {
      const key = `${numberOf(library)} ${numberOf(t)}`;
      const known = kept.get(key);
      if (known) return known;
      const games = start(library, t, key);
      kept.set(key, games, { size: LIBRARY_OVERHEAD_GAMES });
      return games;
    },
  };
}

/** Text as it stands between the quotes of a JSON string. */
export function inString(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
