import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { libraryPage } from '#src/progress/library-page.ts';
import { searchFrom, SEARCH_LIMIT } from '#src/progress/query/query.ts';

import { entry, library, query } from './entries.ts';

const three = [
  entry({
    gameId: 901,
    title: '~Hack~ Ōkami',
    systemId: 21,
    systemName: 'PlayStation 2',
    awarded: 3,
  }),
  entry({
    gameId: 902,
    title: 'Tetris',
    systemId: 4,
    systemName: 'Game Boy',
    award: 'mastered',
    awarded: 10,
    awardedHardcore: 10,
  }),
  entry({
    gameId: 903,
    title: 'Secret',
    systemId: 999,
    systemName: 'Quantum Deck',
    possible: 0,
    awarded: 0,
    awardedHardcore: 0,
  }),
];

describe('a page of a library', () => {
  it('has a row for each game', () => {
    const { rows } = libraryPage(library(three), query(), 1);
    expect(rows).toMatchObject([
      {
        gameId: 901,
        name: 'Ōkami',
        tags: ['Hack'],
        system: 'PS2',
        percent: 30,
        bar: { filled: 3, width: 10 },
      },
      {
        gameId: 902,
        name: 'Tetris',
        system: 'GB',
        percent: 100,
        bar: { filled: 10, width: 10 },
        award: 'mastered',
      },
      {
        gameId: 903,
        system: 'Quantum Deck',
        percent: null,
        bar: { filled: 0, width: 10 },
        possible: 0,
      },
    ]);
  });

  it('counts the whole library, whatever it shows', () => {
    const page = libraryPage(library(three), query({ status: 'mastered' }), 1);
    expect(page.rows.map(({ gameId }) => gameId)).toEqual([902]);
    expect(page.summary).toMatchObject({ played: 3, mastered: 1, unfinished: 2 });
    expect(page.systems).toHaveLength(3);
    expect(page.page).toMatchObject({ number: 1, count: 1, itemCount: 1 });
  });

  it('filters by a system that is not in our table', () => {
    const page = libraryPage(library(three), query({ systemId: 999 }), 1);
    expect(page.rows.map(({ gameId }) => gameId)).toEqual([903]);
    expect(page.systems).toContainEqual({ id: 999, name: 'Quantum Deck', count: 1 });
  });

  it.each([
    [21, 'PlayStation 2'],
    [998, 'System 998'],
  ])('names system %i that is asked for and has no games', (systemId, name) => {
    const one = library(three.slice(1, 2));
    const page = libraryPage(one, query({ systemId }), 1);
    expect(page.systems).toEqual([
      { id: 4, name: 'Game Boy', count: 1 },
      { id: systemId, name, count: 0 },
    ]);
    expect(page.rows).toEqual([]);
  });

  it.each([
    [0, 1],
    [-3, 1],
    [99, 3],
    [NaN, 1],
  ])('%d is page %i of 3', (asked, shown) => {
    const many = library(Array.from({ length: 25 }, () => entry()));
    const page = libraryPage(many, query(), asked);
    expect(page.page.number).toBe(shown);
    expect(page.rows).toHaveLength(shown === 3 ? 5 : 10);
  });

  it.each([
    [query(), false],
    [query({ sort: 'title' }), true],
    [query({ status: 'mastered' }), true],
    [query({ systemId: 4 }), true],
    [query({ search: 'tetris' }), true],
    [query({ search: '  ' }), false],
  ])('of a library that comes in may change (%o: %s)', (asked, isProvisional) => {
    const loading = { ...library(three), total: 1_287 };
    expect(libraryPage(loading, asked, 1)).toMatchObject({
      isProvisional,
      loaded: 3,
      total: 1_287,
    });
    expect(libraryPage(library(three), asked, 1).isProvisional).toBe(false);
  });
});

describe('a search', () => {
  it.each([
    ['  zelda ', 'zelda'],
    ['zelda\n# link\t2', 'zelda # link 2'],
    ['', ''],
    ['   ', ''],
    ['x'.repeat(40), 'x'.repeat(24)],
    [`${'x'.repeat(23)}👾`, 'x'.repeat(23)],
    [`${'x'.repeat(22)}👾`, `${'x'.repeat(22)}👾`],
    [`${'x'.repeat(20)}👨‍👩‍👧`, 'x'.repeat(20)],
    [`${'x'.repeat(23)} yz`, 'x'.repeat(23)],
  ])('typed as %o is %o', (typed, search) => {
    expect(searchFrom(typed)).toBe(search);
  });

  it('fits, is one line and has whole characters, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const search = searchFrom(typed);
        expect(search.length).toBeLessThanOrEqual(SEARCH_LIMIT);
        expect(search.isWellFormed()).toBe(typed.isWellFormed());
        expect(search).not.toMatch(/[\r\n]/);
        expect(searchFrom(search)).toBe(search);
      }),
    );
  });
});
