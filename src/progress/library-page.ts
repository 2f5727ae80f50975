import { Page } from '#src/messages/paging.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { Player } from '#src/retroachievements/player.ts';
import { systemName, systemShortName } from '#src/retroachievements/system.ts';

import { isComplete } from './library.ts';
import type { Library, LibraryEntry } from './library.ts';
import { filledCells, percent } from './progress-percent.ts';
import { isUnfiltered } from './query/filter.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import { summaryOf, systemsOf } from './query/summary.ts';
import type { Summary } from './query/summary.ts';

/** One game as a row of a page. */
export type LibraryRow = {
  readonly gameId: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly award: AwardKind | null;
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  /** Whole per cent; null for a set without achievements. */
  readonly percent: number | null;
  /** The progress bar, in cells. */
  readonly bar: { readonly filled: number; readonly width: number };
  readonly system: string;
  readonly lastUnlockAt: number | null;
};

const BAR_CELLS = 10;
export const GAMES_PER_PAGE = 10;

/** Everything that one page of a library says. */
export type LibraryPage = {
  readonly player: Player;
  readonly query: LibraryQuery;
  readonly page: Page;
  readonly rows: readonly LibraryRow[];
  readonly summary: Summary;
  /** Of the whole library, most games first; last one that is asked for and has none. */
  readonly systems: readonly {
    readonly id: number;
    readonly name: string;
    readonly count: number;
  }[];
  readonly loaded: number;
  readonly total: number;
  /** Whether games that are still to come can change what stands on this page. */
  readonly isProvisional: boolean;
  readonly fetchedAt: number;
};

/** Reads one page off a library. A page number that is out of range becomes the nearest one. */
export function libraryPage(
  library: Library,
  query: LibraryQuery,
  pageNumber: number,
): LibraryPage {
  const selected = selectEntries(library, query);
  const page = Page.of({
    number: pageNumber,
    itemCount: selected.length,
    size: GAMES_PER_PAGE,
  });
  const isLoading = !isComplete(library);
  return {
    player: library.player,
    query,
    page,
    rows: page.slice(selected).map(toRow),
    summary: summaryOf(library),
    systems: systemsIn(library, query),
    loaded: library.entries.length,
    total: library.total,
    isProvisional: isLoading && (query.sort !== 'recent' || !isUnfiltered(query)),
    fetchedAt: library.fetchedAt,
  };
}

/** The system that is asked for is among them, also where the player has no game of it. */
function systemsIn(library: Library, { systemId: asked }: LibraryQuery): LibraryPage['systems'] {
  const systems = systemsOf(library).map(({ systemId, systemName: name, count }) => ({
    id: systemId,
    // A menu can't have an option without words.
    name: name.trim() === '' ? unnamed(systemId) : name,
    count,
  }));
  if (asked === null || systems.some(({ id }) => id === asked)) return systems;
  return [...systems, { id: asked, name: unnamed(asked), count: 0 }];
}

function unnamed(systemId: number): string {
  return systemName(systemId) ?? `System ${systemId}`;
}

function toRow(entry: LibraryEntry): LibraryRow {
  const { game, award, possible, awarded, awardedHardcore, lastUnlockAt } = entry;
  return {
    gameId: game.id,
    name: game.name,
    tags: game.tags,
    award,
    possible,
    awarded,
    awardedHardcore,
    percent: percent(entry),
    bar: { filled: filledCells(entry, BAR_CELLS), width: BAR_CELLS },
    system: systemShortName(game.systemId, game.systemName),
    lastUnlockAt,
  };
}
