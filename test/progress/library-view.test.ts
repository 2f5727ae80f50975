import { describe, expect, it } from 'vitest';

import { filledCells, percent, toRow, viewLibrary, viewPage } from '#src/progress/library-view.ts';
import { fc } from '#test/support/fast-check.ts';

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
    const { entries } = viewPage(library(three), query(), 1);
    expect(entries.map(toRow)).toMatchObject([
      {
        gameId: 901,
        name: 'Ōkami',
        tags: ['Hack'],
        system: 'PS2',
        percent: 30,
        barCells: 3,
      },
      {
        gameId: 902,
        name: 'Tetris',
        system: 'GB',
        percent: 100,
        barCells: 10,
        award: 'mastered',
      },
      {
        gameId: 903,
        system: 'Quantum Deck',
        percent: null,
        barCells: 0,
        possible: 0,
      },
    ]);
  });

  it('counts the whole library, whatever status it shows', () => {
    const asked = query({ status: 'mastered' });
    const { page, entries } = viewPage(library(three), asked, 1);
    expect(entries.map(({ game }) => game.id)).toEqual([902]);
    expect(page).toMatchObject({ number: 1, count: 1, itemCount: 1 });
    const view = viewLibrary(library(three), asked);
    expect(view.summary).toMatchObject({ played: 3, mastered: 1, unfinished: 2 });
    expect(view.systems).toHaveLength(3);
    expect(view.found).toBe(1);
  });

  it('filters by a system that isn’t in our table', () => {
    const { entries } = viewPage(library(three), query({ systemId: 999 }), 1);
    const page = viewLibrary(library(three), query({ systemId: 999 }));
    expect(entries.map(({ game }) => game.id)).toEqual([903]);
    expect(page.systems).toContainEqual({ id: 999, name: 'Quantum Deck', count: 1 });
    expect(page.system).toBe('Quantum Deck');
    expect(page.summary.played).toBe(1);
  });

  it.each([
    [21, 'PlayStation 2'],
    [998, 'System 998'],
  ])('names system %i even if it has no games', (systemId, name) => {
    const one = library(three.slice(1, 2));
    const page = viewLibrary(one, query({ systemId }));
    expect(page.systems).toEqual([
      { id: 4, name: 'Game Boy', count: 1 },
      { id: systemId, name, count: 0 },
    ]);
    expect(viewPage(one, query({ systemId }), 1).entries).toEqual([]);
    expect(page.found).toBe(0);
  });

  it.each([
    [0, 1],
    [-3, 1],
    [99, 3],
    [NaN, 1],
  ])('%d is page %i of 3', (asked, shown) => {
    const many = library(Array.from({ length: 25 }, () => entry()));
    const { page, entries } = viewPage(many, query(), asked);
    expect(page.number).toBe(shown);
    expect(entries).toHaveLength(shown === 3 ? 5 : 10);
  });

  it.each([
    [query(), false],
    [query({ sort: 'title' }), true],
    [query({ status: 'mastered' }), true],
    [query({ systemId: 4 }), true],
    [query({ search: 'tetris' }), true],
    [query({ search: '  ' }), false],
  ])('of a loading library may change (%o: %s)', (asked, isProvisional) => {
    const loading = { ...library(three), total: 1_287 };
    expect(viewLibrary(loading, asked)).toMatchObject({
      isProvisional,
      loaded: 3,
      total: 1_287,
    });
    expect(viewLibrary(library(three), asked).isProvisional).toBe(false);
  });
});

describe('a percentage', () => {
  it.each([
    [0, 10, 0],
    [1, 1_000, 1],
    [1, 3, 33],
    [2, 3, 66],
    [29, 100, 29],
    [999, 1_000, 99],
    [10, 10, 100],
  ])('of %i of %i is %i', (awarded, possible, expected) => {
    expect(percent({ awarded, possible })).toBe(expected);
  });

  it('is missing for a set without achievements', () => {
    expect(percent({ awarded: 0, possible: 0 })).toBeNull();
  });

  it('is 0 only for nothing and 100 only for everything', () => {
    const counts = fc.tuple(fc.nat(2_000), fc.integer({ min: 1, max: 2_000 }));
    fc.assert(
      fc.property(counts, ([some, possible]) => {
        const awarded = Math.min(some, possible);
        const share = percent({ awarded, possible });
        expect([share === 0, share === 100]).toEqual([awarded === 0, awarded === possible]);
      }),
    );
  });
});

describe('a progress bar', () => {
  it.each([
    [0, 50, 0],
    [1, 50, 1],
    [24, 50, 4],
    [25, 50, 5],
    [49, 50, 9],
    [50, 50, 10],
  ])('for %i of %i fills %i cells of ten', (awarded, possible, expected) => {
    expect(filledCells({ awarded, possible, award: null }, 10)).toBe(expected);
  });

  it('is full for a demoted set while its award stands, empty otherwise', () => {
    expect(filledCells({ awarded: 0, possible: 0, award: 'beaten-hardcore' }, 10)).toBe(10);
    expect(filledCells({ awarded: 0, possible: 0, award: null }, 10)).toBe(0);
  });

  it('can have another length', () => {
    expect(filledCells({ awarded: 1, possible: 2, award: null }, 4)).toBe(2);
  });
});
