import { truncate } from '#src/messages/markdown.ts';
import { Page } from '#src/messages/paging.ts';
import type { Award } from '#src/retroachievements/award-kind.ts';
import type { Player } from '#src/retroachievements/player.ts';
import { systemName, systemShortName } from '#src/retroachievements/system.ts';

import { isComplete } from './library.ts';
import type { Library, LibraryEntry } from './library.ts';
import { isUnfiltered } from './query/filter.ts';
import type { LibraryQuery } from './query/query.ts';
import { selectEntries } from './query/select.ts';
import { summaryOf, systemsOf } from './query/summary.ts';
import type { Summary } from './query/summary.ts';

/** One game as a row of a page. */
export type GameRow = {
  readonly gameId: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly award: Award | null;
  readonly possible: number;
  readonly awarded: number;
  readonly awardedHardcore: number;
  /** In whole percent; null for a set without achievements. */
  readonly percent: number | null;
  /** Filled cells of the progress bar, of BAR_CELLS. */
  readonly barCells: number;
  readonly system: string;
  readonly lastUnlockAt: number | null;
};

export const GAMES_PER_PAGE = 10;
export const BAR_CELLS = 10;
/** The site's own names are shorter. */
const SYSTEM_LIMIT = 60;

/** One page of the games that a query finds. */
export type PageView = {
  readonly page: Page;
  readonly entries: readonly LibraryEntry[];
};

/** What all pages of a query show. */
export type LibraryView = {
  readonly player: Player;
  readonly query: LibraryQuery;
  /** How many games the query finds. */
  readonly found: number;
  /** Of the chosen system; without one, of the whole library. */
  readonly summary: Summary;
  /** The name of the chosen system, short enough for a line; null without one. */
  readonly system: string | null;
  /** Those of the whole library, most games first. The one in the query is always among them. */
  readonly systems: readonly {
    readonly id: number;
    readonly name: string;
    readonly count: number;
  }[];
  readonly loaded: number;
  readonly total: number;
  /** Whether games that are still loading can change these pages. */
  readonly isProvisional: boolean;
  /** Ms since 1970. */
  readonly fetchedAt: number;
};

/** One page of a query. A page number that is out of range becomes the nearest one. */
export function viewPage(library: Library, query: LibraryQuery, pageNumber: number): PageView {
  const selected = selectEntries(library, query);
  const page = Page.of({ number: pageNumber, itemCount: selected.length, size: GAMES_PER_PAGE });
  return { page, entries: page.slice(selected) };
}

/** What all pages of a query show. */
export function viewLibrary(library: Library, query: LibraryQuery): LibraryView {
  const isLoading = !isComplete(library);
  const systems = systemsIn(library, query);
  const chosen = systems.find(({ id }) => id === query.systemId);
  return {
    player: library.player,
    query,
    found: selectEntries(library, query).length,
    summary: summaryOf(library, query.systemId),
    system: chosen ? truncate(chosen.name, SYSTEM_LIMIT) : null,
    systems,
    loaded: library.entries.length,
    total: library.total,
    isProvisional: isLoading && (query.sort !== 'recent' || !isUnfiltered(query)),
    fetchedAt: library.fetchedAt,
  };
}

function systemsIn(library: Library, { systemId: asked }: LibraryQuery): LibraryView['systems'] {
  const systems = systemsOf(library).map(({ systemId, systemName: name, count }) => ({
    id: systemId,
    // Discord refuses a menu option without a label.
    name: name.trim() === '' ? unnamed(systemId) : name,
    count,
  }));
  if (asked === null || systems.some(({ id }) => id === asked)) return systems;
  return [...systems, { id: asked, name: unnamed(asked), count: 0 }];
}

function unnamed(systemId: number): string {
  return systemName(systemId) ?? `System ${systemId}`;
}

/** A game as a row. */
export function toRow(entry: LibraryEntry): GameRow {
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
    barCells: filledCells(entry, BAR_CELLS),
    system: systemShortName(game.systemId, game.systemName),
    lastUnlockAt,
  };
}

type Counts = Pick<LibraryEntry, 'possible' | 'awarded' | 'award'>;

/**
 * The share of a game's achievements that the player has, in whole per cent: 0 only for none, 100 only for all. Null for
 * a set without achievements.
 */
export function percent(entry: Pick<Counts, 'possible' | 'awarded'>): number | null {
  return entry.possible === 0 ? null : partsUnlocked(entry, 100);
}

/** The filled cells of a progress bar, by the same rule. The bar of a demoted set (0/0) is full if it has an award. */
export function filledCells(entry: Counts, cells: number): number {
  if (entry.possible > 0) return partsUnlocked(entry, cells);
  return entry.award === null ? 0 : cells;
}

function partsUnlocked(entry: Pick<Counts, 'possible' | 'awarded'>, parts: number): number {
  if (entry.awarded === 0) return 0;
  return Math.max(1, Math.floor((entry.awarded * parts) / entry.possible));
}
