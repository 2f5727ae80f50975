import type { WireGame } from '#loopback/retroachievements/wire.ts';
/**
 * What `/progress` must show, worked out a second time from the rows of the wire: slowly, one rule
 * after the other, and without a line of the code that it checks. Only types are shared.
 */
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { expectedSortKey } from '#test/retroachievements/independent-sort-key.ts';

import { expectedFound } from './independent-search.ts';

/** A page as a person reads it. */
export type ExpectedPage = {
  /** The page that is shown, whatever was asked for. */
  readonly pageNumber: number;
  readonly pageCount: number;
  /** `Games 11–20 of 1,287`: 0, 0 and 0 for nothing. */
  readonly firstItem: number;
  readonly lastItem: number;
  readonly itemCount: number;
  readonly rows: readonly ExpectedRow[];
};

export type ExpectedRow = {
  readonly wire: WireGame;
  readonly name: string;
  readonly tags: readonly string[];
  /** Null for a set of no achievements. */
  readonly percent: number | null;
};

/** @param rows in the site's order. @param asked 1-based, may lie anywhere. */
export function expectedPage(
  rows: readonly WireGame[],
  query: LibraryQuery,
  asked: number,
): ExpectedPage {
  const shown = expectedRows(rows, query);
  const pages: WireGame[][] = [[]];
  for (const row of shown) {
    if (pages.at(-1)?.length === 10) pages.push([]);
    pages.at(-1)?.push(row);
  }
  let pageNumber = 1;
  while (pageNumber < pages.length && pageNumber + 1 <= asked) pageNumber += 1;
  const page = pages[pageNumber - 1] ?? [];
  const before = pages.slice(0, pageNumber - 1).flat().length;
  return {
    pageNumber,
    pageCount: pages.length,
    firstItem: page.length > 0 ? before + 1 : 0,
    lastItem: before + page.length,
    itemCount: shown.length,
    rows: page.map((wire) => {
      const { name, tags } = expectedTitle(wire.Title);
      return { wire, name, tags, percent: expectedPercent(wire) };
    }),
  };
}

/** Every row that a query shows, in its order. @param rows in the site's order. */
export function expectedRows(rows: readonly WireGame[], query: LibraryQuery): readonly WireGame[] {
  let left = [...rows];
  if (query.systemId !== null) left = left.filter((row) => row.ConsoleID === query.systemId);
  left = left.filter((row) => hasStatus(row, query.status));
  left = left.filter((row) => expectedFound(row.Title, query.search));
  // Insertion: each row goes before the first one that it must precede, so equals stay as they came.
  const sorted: { row: WireGame; keys: readonly Key[] }[] = [];
  for (const row of left) {
    const keys = keysFor(row, query.sort);
    let place = sorted.length;
    const goesBefore = (other: readonly Key[]) =>
      query.sort === 'title-desc' ? precedes(other, keys) : precedes(keys, other);
    while (place > 0 && goesBefore(sorted[place - 1]?.keys ?? [])) place -= 1;
    sorted.splice(place, 0, { row, keys });
  }
  return sorted.map(({ row }) => row);
}

/** The counts above the list: of one system, or with null of all. */
export function expectedSummary(
  all: readonly WireGame[],
  systemId: number | null = null,
): Readonly<Record<string, number>> {
  const rows = systemId === null ? all : all.filter((row) => row.ConsoleID === systemId);
  const having = (kind: string): number =>
    rows.map((row) => row.HighestAwardKind).filter((own) => own === kind).length;
  return {
    played: rows.length,
    unfinished: rows.filter((row) => hasStatus(row, 'unfinished')).length,
    beaten: having('beaten-hardcore'),
    mastered: having('mastered'),
    beatenCasual: having('beaten-softcore'),
    completed: having('completed'),
  };
}

/** How many games each ConsoleID has. */
export function expectedSystems(rows: readonly WireGame[]): ReadonlyMap<number, number> {
  const ids = rows.map((row) => row.ConsoleID);
  return new Map(ids.map((id) => [id, ids.filter((other) => other === id).length]));
}

/** The largest whole per cent that is not more than what is won; 1 for a little. */
function expectedPercent(row: WireGame): number | null {
  if (row.MaxPossible === 0) return null;
  if (row.NumAwarded === 0) return 0;
  let percent = 1;
  while (percent < 100 && (percent + 1) * row.MaxPossible <= 100 * row.NumAwarded) percent += 1;
  return percent;
}

/** Reads a title from both ends, a character at a time. */
export function expectedTitle(title: string): {
  readonly name: string;
  readonly tags: readonly string[];
} {
  const tags: string[] = [];
  let rest = title.trim();
  while (rest.startsWith('~')) {
    const end = rest.indexOf('~', 1);
    const tag = rest.slice(1, Math.max(end, 1)).trim();
    if (tag === '') break;
    tags.push(tag);
    rest = rest.slice(end + 1).trim();
  }
  if (rest.endsWith(']')) {
    const open = rest.lastIndexOf('[');
    const inside = rest.slice(open + 1, -1);
    if (open >= 0 && inside.startsWith('Subset - ')) {
      tags.push(inside);
      rest = rest.slice(0, open).trim();
    }
  }
  return rest === '' ? { name: title, tags: [] } : { name: rest, tags };
}

function hasStatus(row: WireGame, status: LibraryQuery['status']): boolean {
  const award = row.HighestAwardKind ?? '';
  const { NumAwarded: won, NumAwardedHardcore: hardcore, MaxPossible: possible } = row;
  const isWhole = possible === 0 ? award !== '' : won === possible;
  switch (status) {
    case 'all':
      return true;
    case 'unfinished':
      return award === '' && !row.Title.includes('[Subset - ');
    case 'awarded':
      return award !== '';
    case 'beaten':
      return award.startsWith('beaten-');
    case 'completed-or-mastered':
      return ['completed', 'mastered'].includes(award);
    case 'revised':
      return ['completed', 'mastered'].includes(award) && !isWhole;
    case 'not-100':
      return !isWhole;
    case 'casual-awards':
      return ['completed', 'beaten-softcore'].includes(award);
    case 'hardcore-awards':
      return ['mastered', 'beaten-hardcore'].includes(award);
    case 'casual-progress':
      return won > hardcore;
    case 'hardcore-progress':
      return hardcore >= 1;
    default:
      return award === status;
  }
}

/** Smaller comes first; a list is compared item by item, and its beginning comes before the whole. */
type Key = number | readonly Key[];

function keysFor(row: WireGame, sort: LibraryQuery['sort']): readonly Key[] {
  const last = row.MostRecentAwardedDate;
  const newest = last === null ? Infinity : -new Date(last).getTime();
  const rank = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'];
  const kind = row.HighestAwardKind === null ? 4 : rank.indexOf(row.HighestAwardKind);
  const isDemoted = row.MaxPossible === 0;
  let won = isDemoted ? 0 : row.NumAwarded / row.MaxPossible;
  if (isDemoted && kind < 4) won = 1;
  const date = row.HighestAwardDate;
  switch (sort) {
    case 'recent':
      return [newest];
    case 'oldest':
      return [last === null ? Infinity : -newest];
    case 'title':
    case 'title-desc':
      return [units(expectedSortKey(row.Title)), units(row.Title), row.ConsoleID];
    case 'closest': {
      const left = row.MaxPossible - row.NumAwarded;
      return [left === 0 ? 1 : 0, left, -won, -row.MaxPossible, newest];
    }
    case 'progress':
      return [-won, -row.MaxPossible, newest];
    case 'least-progress':
      return [isDemoted && kind === 4 ? 1 : 0, won, -row.MaxPossible, newest];
    case 'award':
      if (kind === 4) return [4, -won, -row.MaxPossible, newest];
      return [kind, date === null ? Infinity : -new Date(date).getTime()];
  }
}

function precedes(a: readonly Key[], b: readonly Key[]): boolean {
  return compareKeys(a, b) < 0;
}

function compareKeys(a: Key, b: Key): number {
  if (typeof a !== 'object' || typeof b !== 'object') {
    if (a < b) return -1;
    return a > b ? 1 : 0;
  }
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [left, right] = [a[index], b[index]];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = compareKeys(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function units(text: string): readonly number[] {
  return text.split('').map((unit) => unit.charCodeAt(0));
}
