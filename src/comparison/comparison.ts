import type { Game, Library, LibraryEntry } from '#src/progress/library.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import type { Sort } from '#src/progress/query/query.ts';
import { selectEntries } from '#src/progress/query/select.ts';
import { awardRank } from '#src/retroachievements/award-kind.ts';

/** Which games are listed: those both have, or those that only one of them has. Only ever append. */
export const GAME_LISTS = ['both', 'one', 'other'] as const;
export type GameList = (typeof GAME_LISTS)[number];

/** How they are sorted. Only ever append. */
export const COMPARISON_SORTS = ['one', 'other', 'closest', 'title', 'newest'] as const;
export type ComparisonSort = (typeof COMPARISON_SORTS)[number];

/**
 * How far the one is ahead of the other in a game; negative, how far behind. The first that isn't 0 decides:
 *
 * 1. the award, as the site ranks them: mastered, completed, beaten, beaten (casual), none;
 * 2. the achievements unlocked, in whichever mode;
 * 3. how many of them in hardcore.
 *
 * So 30 casual unlocks are ahead of 10 in hardcore, and 10 in hardcore ahead of 10 casual ones. Counts are compared,
 * not shares, because the set is the same, even if the copies of the libraries are from before and after it grew.
 */
export type Lead = {
  /** In ranks: see `awardRank`. */
  readonly award: number;
  readonly unlocked: number;
  readonly hardcore: number;
};

/** A game that both have. */
export type SharedGame = {
  readonly game: Game;
  readonly one: LibraryEntry;
  readonly other: LibraryEntry;
  readonly lead: Lead;
};

/** Two whole libraries side by side. */
export type Comparison = {
  readonly one: Library;
  readonly other: Library;
  /** The games in each list, in the order of the library: of the one's, if both have them. */
  readonly lists: {
    readonly both: readonly SharedGame[];
    readonly one: readonly LibraryEntry[];
    readonly other: readonly LibraryEntry[];
  };
  /** In how many of the games that both have one of them is ahead, or neither. */
  readonly standings: { readonly one: number; readonly other: number; readonly tied: number };
};

/** Compares two whole libraries: some milliseconds for 10,000 games each. */
export function compareLibraries(one: Library, other: Library): Comparison {
  const [own, theirs] = [entriesById(one), entriesById(other)];
  const both: SharedGame[] = [];
  const onlyOne: LibraryEntry[] = [];
  const standings = { one: 0, other: 0, tied: 0 };
  for (const entry of one.entries) {
    const counterpart = theirs.get(entry.game.id);
    if (counterpart === undefined) {
      onlyOne.push(entry);
      continue;
    }
    const lead = leadOf(entry, counterpart);
    both.push({ game: entry.game, one: entry, other: counterpart, lead });
    standings[leaderBy(lead) ?? 'tied'] += 1;
  }
  const onlyOther = other.entries.filter(({ game }) => !own.has(game.id));
  return { one, other, lists: { both, one: onlyOne, other: onlyOther }, standings };
}

/** If the site lists a game twice, the first one counts. */
function entriesById({ entries }: Library): ReadonlyMap<number, LibraryEntry> {
  const byId = new Map<number, LibraryEntry>();
  for (const entry of entries) if (!byId.has(entry.game.id)) byId.set(entry.game.id, entry);
  return byId;
}

function leadOf(one: LibraryEntry, other: LibraryEntry): Lead {
  return {
    award: awardRank(one.award) - awardRank(other.award),
    unlocked: one.awarded - other.awarded,
    hardcore: one.awardedHardcore - other.awardedHardcore,
  };
}

/** Who is ahead; null for a tie. */
export function leaderBy({ award, unlocked, hardcore }: Lead): 'one' | 'other' | null {
  const deciding = award || unlocked || hardcore;
  if (deciding === 0) return null;
  return deciding > 0 ? 'one' : 'other';
}

/** A lead as its leader sees it: what decides it is positive. */
export function leadersView(lead: Lead): Lead {
  if (leaderBy(lead) !== 'other') return lead;
  return { award: -lead.award, unlocked: -lead.unlocked, hardcore: -lead.hardcore };
}

/** The sorts of a list, its own first. A game that only one of them has has no lead. */
export function sortsOf(list: GameList): readonly ComparisonSort[] {
  return list === 'both' ? COMPARISON_SORTS : [list, 'title', 'newest'];
}

/** The sort if the list has it, otherwise the list's own. */
export function sortIn(list: GameList, sort: ComparisonSort): ComparisonSort {
  const [own = sort, ...others] = sortsOf(list);
  return others.includes(sort) ? sort : own;
}

type Orders<Row> = WeakMap<Comparison, Map<string, readonly Row[]>>;

/** Garbage-collected with their comparison: turning pages asks for the same order again and again. */
const sharedOrders: Orders<SharedGame> = new WeakMap();
const onlyOrders: Orders<LibraryEntry> = new WeakMap();

/** The games that both have, sorted. What a sort doesn't tell apart stays in the order of the one's library. */
export function sharedGames(comparison: Comparison, sort: ComparisonSort): readonly SharedGame[] {
  const { both } = comparison.lists;
  return remember(sharedOrders, comparison, sort, () => {
    switch (sort) {
      case 'one':
        return both.toSorted((a, b) => compareLeads(b.lead, a.lead));
      case 'other':
        return both.toSorted((a, b) => compareLeads(a.lead, b.lead));
      case 'closest':
        return byCloseness(both);
      case 'newest':
        return both.toSorted((a, b) => lastUnlock(b) - lastUnlock(a));
      case 'title': {
        const byEntry = new Map(both.map((shared) => [shared.one, shared]));
        return entriesBy(comparison.one, 'title').flatMap((entry) => byEntry.get(entry) ?? []);
      }
    }
  });
}

/** The games that only one of them has, sorted: by award if not by title or newest unlock. */
export function onlyGames(
  comparison: Comparison,
  list: 'one' | 'other',
  sort: ComparisonSort,
): readonly LibraryEntry[] {
  return remember(onlyOrders, comparison, `${list} ${sort}`, () => {
    const only = new Set(comparison.lists[list]);
    const by = sort === 'title' ? 'title' : sort === 'newest' ? 'recent' : 'award';
    return entriesBy(comparison[list], by).filter((entry) => only.has(entry));
  });
}

function remember<Row>(
  orders: Orders<Row>,
  comparison: Comparison,
  key: string,
  sorted: () => readonly Row[],
): readonly Row[] {
  const known = orders.get(comparison) ?? new Map<string, readonly Row[]>();
  orders.set(comparison, known);
  const order = known.get(key) ?? sorted();
  known.set(key, order);
  return order;
}

/** From memory, where other pages have sorted the library already. */
function entriesBy(library: Library, sort: Sort): readonly LibraryEntry[] {
  return selectEntries(library, { ...DEFAULT_QUERY, sort });
}

function compareLeads(a: Lead, b: Lead): number {
  return a.award - b.award || a.unlocked - b.unlocked || a.hardcore - b.hardcore;
}

/**
 * Fewest achievements apart first, whoever has the higher award; where neither has anything left to unlock, the race is
 * over, and last.
 */
function byCloseness(games: readonly SharedGame[]): readonly SharedGame[] {
  return games.toSorted(
    (a, b) =>
      Number(isOver(a)) - Number(isOver(b)) || compareDistances(distance(a.lead), distance(b.lead)),
  );
}

function distance({ award, unlocked, hardcore }: Lead): readonly number[] {
  return [unlocked, hardcore, award].map(Math.abs);
}

function compareDistances(a: readonly number[], b: readonly number[]): number {
  return a.map((part, index) => part - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function isOver({ one, other }: SharedGame): boolean {
  return one.awarded >= one.possible && other.awarded >= other.possible;
}

/** ms since 1970; 0 for never. */
function lastUnlock({ one, other }: SharedGame): number {
  return Math.max(one.lastUnlockAt ?? 0, other.lastUnlockAt ?? 0);
}
