import { describe, expect, it } from 'vitest';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import {
  compareLibraries,
  COMPARISON_SORTS,
  leaderBy,
  onlyGames,
  sharedGames,
  sortIn,
  sortsOf,
} from '#src/comparison/comparison.ts';
import type { ComparisonSort } from '#src/comparison/comparison.ts';
import { createComparisons } from '#src/comparison/kept-comparisons.ts';
import type { LibraryEntry } from '#src/progress/library.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { knownKind } from '#src/retroachievements/award-kind.ts';
import { entriesOf, entry, library } from '#test/progress/entries.ts';
import { expectedSortKey } from '#test/retroachievements/independent-sort-key.ts';

type Said = Partial<GameProgress>;

/** Who is ahead in a game of ten achievements. */
function ahead(one: Said, other: Said) {
  const mine = library([entry({ gameId: 1, ...one })]);
  const theirs = library([entry({ gameId: 1, ...other })]);
  const [shared] = compareLibraries(mine, theirs).lists.both;
  if (!shared) throw new Error('They share the game');
  return leaderBy(shared.lead);
}

const unlocked = (awarded: number, awardedHardcore = awarded): Said => ({
  awarded,
  awardedHardcore,
});

describe('who is ahead in a game', () => {
  it.each<[string, Said, Said]>([
    ['a mastered game before a completed one', { award: 'mastered' }, { award: 'completed' }],
    [
      'completed before beaten, as the site ranks them',
      { award: 'completed' },
      { award: 'beaten-hardcore' },
    ],
    ['beaten before beaten (casual)', { award: 'beaten-hardcore' }, { award: 'beaten-softcore' }],
    [
      'the higher award before more achievements',
      { award: 'beaten-softcore', ...unlocked(3, 0) },
      unlocked(9),
    ],
    ['an award that is newer than this bot before none', { award: { word: 'x' } }, {}],
    ['more achievements, though they are casual', unlocked(7, 0), unlocked(6)],
    ['with as many, more of them in hardcore', unlocked(6, 2), unlocked(6, 1)],
    ['in a set that grew, more achievements', { possible: 20, ...unlocked(7) }, unlocked(6)],
    [
      'without achievements, the award',
      { possible: 0, ...unlocked(0), award: 'mastered' },
      {
        possible: 0,
        ...unlocked(0),
      },
    ],
  ])('is %s', (_, more, less) => {
    expect(ahead(more, less)).toBe('one');
    expect(ahead(less, more)).toBe('other');
  });

  it('is nobody if everything is the same, whenever they did it', () => {
    const same = { award: 'mastered', ...unlocked(10) } as const;
    expect(ahead({ ...same, awardedAt: 1 }, { ...same, awardedAt: 2 })).toBeNull();
    expect(ahead({ possible: 0, ...unlocked(0) }, { possible: 0, ...unlocked(0) })).toBeNull();
  });
});

const RANKS = [null, 'beaten-softcore', 'beaten-hardcore', 'completed', 'mastered'];

/** By the rule's words, over the rows of the wire: positive if the first is ahead. */
function expectedLead(one: WireGame, other: WireGame): readonly number[] {
  return [
    RANKS.indexOf(one.HighestAwardKind) - RANKS.indexOf(other.HighestAwardKind),
    one.NumAwarded - other.NumAwarded,
    one.NumAwardedHardcore - other.NumAwardedHardcore,
  ];
}

function lexically(a: readonly number[], b: readonly number[]): number {
  return a.map((value, index) => value - (b[index] ?? 0)).find((value) => value !== 0) ?? 0;
}

/** Achievements apart, then those in hardcore, then ranks. */
const distance = ([award = 0, ...counts]: readonly number[]) => [...counts, award].map(Math.abs);
const time = (date: string | null) => (date === null ? 0 : Date.parse(date));
const isDone = ({ NumAwarded: awarded, MaxPossible: possible }: WireGame) => awarded >= possible;

/** Ids in the order of a sort, worked out a second time. */
function expectedShared(
  one: readonly WireGame[],
  other: readonly WireGame[],
  sort: ComparisonSort,
): readonly number[] {
  const pairs = one.flatMap((mine) => {
    const theirs = other.find(({ GameID }) => GameID === mine.GameID);
    return theirs ? [{ mine, theirs, lead: expectedLead(mine, theirs) }] : [];
  });
  const over = ({ mine, theirs }: (typeof pairs)[number]) => Number(isDone(mine) && isDone(theirs));
  const newest = ({ mine, theirs }: (typeof pairs)[number]) =>
    Math.max(time(mine.MostRecentAwardedDate), time(theirs.MostRecentAwardedDate));
  const by: Record<
    ComparisonSort,
    (a: (typeof pairs)[number], b: (typeof pairs)[number]) => number
  > = {
    one: (a, b) => lexically(b.lead, a.lead),
    other: (a, b) => lexically(a.lead, b.lead),
    closest: (a, b) => over(a) - over(b) || lexically(distance(a.lead), distance(b.lead)),
    newest: (a, b) => newest(b) - newest(a),
    title: (a, b) => {
      const [left, right] = [a, b].map(({ mine }) => expectedSortKey(mine.Title));
      if (left !== right) return String(left) < String(right) ? -1 : 1;
      if (a.mine.Title !== b.mine.Title) return a.mine.Title < b.mine.Title ? -1 : 1;
      return a.mine.ConsoleID - b.mine.ConsoleID;
    },
  };
  return pairs.toSorted(by[sort]).map(({ mine }) => mine.GameID);
}

const ascending = (a: number, b: number) => a - b;
const ids = (rows: readonly WireGame[]) => rows.map(({ GameID }) => GameID);
const idsOf = (entries: readonly LibraryEntry[]) => entries.map(({ game }) => game.id);

describe('two libraries', () => {
  const now = Date.UTC(2026, 0, 1);
  const one = generateLibrary({ seed: 11, size: 400, now }).filter((_, index) => index % 5 > 0);
  const other = generateLibrary({ seed: 12, size: 300, now }).filter((_, index) => index % 3 > 0);
  const comparison = compareLibraries(library(entriesOf(one)), library(entriesOf(other)));

  it.each(COMPARISON_SORTS)('have their shared games sorted by %s', (sort) => {
    const expected = expectedShared(one, other, sort);
    expect(expected.length).toBeGreaterThan(100);
    expect(sharedGames(comparison, sort).map(({ game }) => game.id)).toEqual(expected);
    // The second time, from memory.
    expect(sharedGames(comparison, sort)).toBe(sharedGames(comparison, sort));
  });

  it('have each game in one list', () => {
    const { both, one: onlyOne, other: onlyOther } = comparison.lists;
    const [own, theirs] = [new Set(ids(one)), new Set(ids(other))];
    expect(idsOf(onlyOne)).toEqual(ids(one).filter((id) => !theirs.has(id)));
    expect(idsOf(onlyOther)).toEqual(ids(other).filter((id) => !own.has(id)));
    expect(both.length + onlyOne.length).toBe(one.length);
    expect(both.length + onlyOther.length).toBe(other.length);
    expect([onlyOne.length, onlyOther.length]).not.toContain(0);
  });

  it('count who is ahead in how many', () => {
    const leads = comparison.lists.both.map(({ game }) => {
      const [mine, theirs] = [one, other].map((rows) =>
        rows.find(({ GameID }) => GameID === game.id),
      );
      return mine && theirs ? Math.sign(lexically(expectedLead(mine, theirs), [0, 0, 0])) : NaN;
    });
    const count = (sign: number) => leads.filter((lead) => lead === sign).length;
    expect(comparison.standings).toEqual({ one: count(1), other: count(-1), tied: count(0) });
    expect(count(1)).toBeGreaterThan(0);
    expect(count(-1)).toBeGreaterThan(0);
  });

  it('have one player’s own games sorted by award, title, or newest unlock', () => {
    for (const list of ['one', 'other'] as const) {
      const rows = list === 'one' ? one : other;
      const only = new Set(idsOf(comparison.lists[list]));
      const alone = rows.filter(({ GameID }) => only.has(GameID));
      expect(idsOf(onlyGames(comparison, list, 'newest'))).toEqual(ids(alone));
      const byAward = onlyGames(comparison, list, list);
      const ranks = byAward.map(({ award }) => RANKS.indexOf(knownKind(award)));
      expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
      expect(idsOf(byAward).toSorted(ascending)).toEqual(ids(alone).toSorted(ascending));
      const keys = onlyGames(comparison, list, 'title').map(({ game }) =>
        expectedSortKey(game.title),
      );
      expect(keys).toEqual(keys.toSorted());
    }
  });

  it('are tied everywhere if they are the same', () => {
    const same = compareLibraries(library(entriesOf(one)), library(entriesOf(one)));
    expect(same.standings).toEqual({ one: 0, other: 0, tied: one.length });
    expect(same.lists.one).toEqual([]);
    expect(same.lists.other).toEqual([]);
  });

  it('share nothing if one of them is empty', () => {
    const { lists, standings } = compareLibraries(library([]), library(entriesOf(other)));
    expect([lists.both.length, lists.one.length, lists.other.length]).toEqual([0, 0, other.length]);
    expect(standings).toEqual({ one: 0, other: 0, tied: 0 });
  });

  it('may list a game twice, and the first entry counts', () => {
    const twice = [entry({ gameId: 1, awarded: 4 }), entry({ gameId: 1, awarded: 9 })];
    const once = [entry({ gameId: 1, awarded: 4 })];
    expect(compareLibraries(library(once), library(twice)).standings.tied).toBe(1);
    expect(compareLibraries(library(twice), library(once)).standings).toEqual({
      one: 1,
      other: 0,
      tied: 1,
    });
  });
});

describe('the sorts of a list', () => {
  it('are those that make a difference', () => {
    expect(sortsOf('both')).toEqual(COMPARISON_SORTS);
    expect(sortsOf('one')).toEqual(['one', 'title', 'newest']);
    expect(sortIn('one', 'closest')).toBe('one');
    expect(sortIn('other', 'one')).toBe('other');
    expect(sortIn('other', 'title')).toBe('title');
    for (const sort of COMPARISON_SORTS) expect(sortIn('both', sort)).toBe(sort);
  });
});

describe('comparisons', () => {
  it('are made once for each pair of copies, in either order', () => {
    const comparisons = createComparisons();
    const [one, other] = [library([entry({ gameId: 1 })]), library([entry({ gameId: 1 })])];
    const first = comparisons.of(one, other);
    expect(comparisons.of(one, other)).toBe(first);
    expect(comparisons.of(other, one).one).toBe(other);
    expect(comparisons.of(one, library(other.entries))).not.toBe(first);
  });

  it('are forgotten before they take too much memory', () => {
    const comparisons = createComparisons();
    const large = Array.from({ length: 10_000 }, (_, index) => entry({ gameId: index + 1 }));
    const pair = [library(large), library(large)] as const;
    const first = comparisons.of(...pair);
    expect(comparisons.of(...pair)).toBe(first);
    for (let more = 0; more < 3; more += 1) comparisons.of(library(large), library(large));
    expect(comparisons.of(...pair)).not.toBe(first);
  });
});
