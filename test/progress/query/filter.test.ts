import { describe, expect, it } from 'vitest';

import {
  filterEntries,
  isUnfiltered,
  matchesStatus,
  searchWords,
} from '#src/progress/query/filter.ts';
import { STATUSES } from '#src/progress/query/query.ts';

import { entry, EVERY_AWARD, query, titles } from '../entries.ts';

describe('a status', () => {
  it.each([
    ['mastered', ['all', 'awarded', 'mastered']],
    ['completed', ['all', 'awarded', 'completed']],
    ['beaten-hardcore', ['all', 'awarded', 'beaten', 'beaten-hardcore']],
    ['beaten-softcore', ['all', 'awarded', 'beaten', 'beaten-softcore']],
    [null, ['all', 'unfinished']],
  ] as const)('shows a game whose highest award is %s under %j', (award, expected) => {
    const game = entry({ award });
    expect(STATUSES.filter((status) => matchesStatus(game, status))).toEqual(expected);
  });

  it('never shows a subset as unfinished', () => {
    const subset = entry({ title: 'Suikoden [Subset - Bonus]' });
    expect(STATUSES.filter((status) => matchesStatus(subset, status))).toEqual(['all']);
  });

  it('goes by the award, not by the counts', () => {
    expect(matchesStatus(entry({ possible: 9, awarded: 9 }), 'unfinished')).toBe(true);
    expect(matchesStatus(entry({ possible: 0, awarded: 0, award: 'mastered' }), 'mastered')).toBe(
      true,
    );
  });
});

describe('a search', () => {
  const POKEMON = entry({ title: '~Hack~ Pokémon Red | Pocket Monsters Aka [Subset - Bonus]' });
  const KONG = entry({ title: "Donkey Kong Country 2: Diddy's Kong Quest" });

  it.each([
    ['', 2],
    ['   ', 2],
    ['pokemon', 1],
    ['POKÉMON', 1],
    ['monsters red', 1],
    ['hack bonus', 1],
    ['kemo', 1],
    ['diddy’s', 1],
    ['o', 2],
    ['red kong', 0],
    ['pokemonred', 0],
    ['.*', 0],
  ])('for %j finds %i of two games', (search, count) => {
    expect(filterEntries([POKEMON, KONG], query({ search }))).toHaveLength(count);
  });

  it('is a list of folded words', () => {
    expect(searchWords('  Two  WÖRDS ')).toEqual(['two', 'words']);
    expect(searchWords(' ')).toEqual([]);
  });
});

describe('a filter', () => {
  const GAMES = EVERY_AWARD.flatMap((award) =>
    [3, 7].map((systemId) => entry({ award, systemId, title: `${award} on ${systemId}` })),
  );

  it('lets only games of its system through', () => {
    expect(titles(filterEntries(GAMES, query({ systemId: 7, status: 'beaten' })))).toEqual([
      'beaten-hardcore on 7',
      'beaten-softcore on 7',
    ]);
    expect(filterEntries(GAMES, query({ systemId: 999 }))).toEqual([]);
  });

  it('asks for everything at once', () => {
    const filter = query({ systemId: 3, status: 'awarded', search: 'core ON' });
    expect(titles(filterEntries(GAMES, filter))).toEqual([
      'beaten-hardcore on 3',
      'beaten-softcore on 3',
    ]);
  });

  it('that asks for nothing gives back the very list', () => {
    expect(filterEntries(GAMES, query({ search: ' ' }))).toBe(GAMES);
    expect(isUnfiltered(query({ sort: 'title' }))).toBe(true);
    expect(isUnfiltered(query({ systemId: 0 }))).toBe(false);
  });
});
