import { describe, expect, it } from 'vitest';

import { seededRandom } from '#loopback/retroachievements/random.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { Page } from '#src/messages/paging.ts';
import { percent } from '#src/progress/library-view.ts';
import { SORTS, STATUSES, type LibraryQuery } from '#src/progress/query/query.ts';
import { selectEntries } from '#src/progress/query/select.ts';
import { summaryOf, systemsOf } from '#src/progress/query/summary.ts';
import { parseTitle } from '#src/retroachievements/title.ts';

import { awkwardRows, pick, TITLES } from './awkward-rows.ts';
import { entriesOf, library, query } from './entries.ts';
import {
  expectedPage,
  expectedRows,
  expectedSummary,
  expectedSystems,
  expectedTitle,
} from './independent.ts';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

const PAIRS = STATUSES.flatMap((status) => SORTS.map((sort) => query({ status, sort })));

/** Words of the library's own titles and some that are in none, whole and in part. */
function searches(rows: readonly WireGame[], random: () => number): readonly string[] {
  const words = rows.flatMap((row) => row.Title.split(' '));
  const some = Array.from({ length: 4 }, () => (words.length === 0 ? 'x' : pick(words, random)));
  const [one = '', two = '', three = '', four = ''] = some;
  return [
    one,
    `${two} ${three}`,
    four.slice(0, 2).toUpperCase(),
    ' the  a ',
    one.slice(0, 3),
    `${one}${two}`,
    three.replaceAll('-', ' '),
    'mega man 2',
    'vii',
    'r type',
    '~hack~',
    'POKEMON',
    'σα',
    'qqq',
  ];
}

function furtherQueries(rows: readonly WireGame[], seed: number): readonly LibraryQuery[] {
  const random = seededRandom(seed);
  const systems = [3, 999, ...rows.slice(0, 3).map((row) => row.ConsoleID)];
  return searches(rows, random).flatMap((search) => [
    query({ search, sort: pick(SORTS, random), status: pick(STATUSES, random) }),
    query({ search, sort: pick(SORTS, random), systemId: pick(systems, random) }),
    query({
      systemId: pick(systems, random),
      sort: pick(SORTS, random),
      status: pick(STATUSES, random),
    }),
  ]);
}

describe('a second computation over 200 random libraries', () => {
  it('has large and small ones, and hardly any without games', () => {
    const sizes = SEEDS.map((seed) => awkwardRows(seed).length).filter((size) => size > 0);
    expect(sizes.length).toBeGreaterThan(150);
    expect(Math.min(...sizes)).toBeLessThan(10);
    expect(Math.max(...sizes)).toBeGreaterThan(100);
  });

  it.each(SEEDS)('agrees on filters, sorts, systems, and searches (library %i)', (seed) => {
    const rows = awkwardRows(seed);
    const whole = library(entriesOf(rows));
    for (const asked of [...PAIRS, ...furtherQueries(rows, seed)]) {
      const ids = selectEntries(whole, asked).map(({ game }) => game.id);
      const expected = expectedRows(rows, asked).map((row) => row.GameID);
      expect({ asked, ids }).toEqual({ asked, ids: expected });
    }
  });

  it.each(SEEDS)('agrees on counts (library %i)', (seed) => {
    const rows = awkwardRows(seed);
    const whole = library(entriesOf(rows));
    for (const systemId of [null, 999, ...rows.slice(0, 5).map((row) => row.ConsoleID)]) {
      expect(summaryOf(whole, systemId)).toEqual(expectedSummary(rows, systemId));
    }
    const systems = systemsOf(whole).map(({ systemId, count }) => [systemId, count] as const);
    expect(new Map(systems)).toEqual(expectedSystems(rows));
  });

  it.each(SEEDS)('agrees on the contents of each page (library %i)', (seed) => {
    const rows = awkwardRows(seed);
    const asked = furtherQueries(rows, seed).find(({ search }) => search === '') ?? query();
    const entries = selectEntries(library(entriesOf(rows)), asked);
    for (let number = -1; number < entries.length / 10 + 3; number += 1) {
      const page = Page.of({ number, itemCount: entries.length, size: 10 });
      const shown = page.slice(entries);
      const expected = expectedPage(rows, asked, number);
      expect({
        pageNumber: page.number,
        pageCount: page.count,
        firstItem: page.first,
        lastItem: page.last,
        itemCount: page.itemCount,
        rows: shown.map((one) => [one.game.id, one.game.name, one.game.tags, percent(one)]),
      }).toEqual({
        ...expected,
        rows: expected.rows.map((row) => [row.wire.GameID, row.name, row.tags, row.percent]),
      });
    }
  });
});

describe('the titles of the site', () => {
  it('are taken apart the same way by the second computation', () => {
    for (const { title } of TITLES) {
      const { name, tags } = parseTitle(title);
      expect({ name, tags }).toEqual(expectedTitle(title));
    }
  });

  it('can be put together again from tags and name', () => {
    for (const { title } of TITLES) {
      const { name, tags, isSubset } = parseTitle(title);
      const leading = tags.slice(0, tags.length - Number(isSubset));
      const ending = isSubset ? `[${tags.at(-1)}]` : '';
      const whole = leading.map((tag) => `~${tag}~`).join('') + name + ending;
      expect(whole.replaceAll(' ', '')).toBe(title.replaceAll(' ', ''));
    }
  });
});
