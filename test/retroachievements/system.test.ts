import { describe, expect, it } from 'vitest';

import {
  findSystems,
  parseSystem,
  systemName,
  systemShortName,
} from '#src/retroachievements/system.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';

const EVERY_SYSTEM = findSystems('', 1_000);

function found(typed: string, limit?: number): readonly string[] {
  return findSystems(typed, limit).map(({ shortName }) => shortName);
}

describe('a system', () => {
  it.each([
    [1, 'MD', 'Genesis/Mega Drive'],
    [3, 'SNES', 'SNES/Super Famicom'],
    [25, '2600', 'Atari 2600'],
    [47, '80/88', 'PC-8000/8800'],
    [102, 'EXE', 'Standalone'],
  ])('%i is %s, in full %s', (id, shortName, name) => {
    expect(systemShortName(id, 'as it came')).toBe(shortName);
    expect(systemName(id)).toBe(name);
  });

  it('that is not known is called what the site calls it', () => {
    expect(systemShortName(999, 'Some New System')).toBe('Some New System');
    expect(systemName(999)).toBeUndefined();
  });

  it('is called here what it is called on the site', () => {
    for (const { systemId, systemName: name } of TITLES) expect(systemName(systemId)).toBe(name);
  });
});

describe('the systems offered', () => {
  it('are the best known ones while nothing is typed, 25 of them', () => {
    expect(found('').slice(0, 4)).toEqual(['NES', 'SNES', 'PS1', 'MD']);
    expect(found('')).toHaveLength(25);
    expect(found('  ', 3)).toEqual(['NES', 'SNES', 'PS1']);
  });

  it('are 63, each with an id and a short name of its own', () => {
    expect(EVERY_SYSTEM).toHaveLength(63);
    expect(new Set(EVERY_SYSTEM.map(({ id }) => id)).size).toBe(63);
    expect(new Set(EVERY_SYSTEM.map(({ shortName }) => shortName.toLowerCase())).size).toBe(63);
  });

  it.each([
    ['gb', ['GB', 'GBA', 'GBC']],
    ['NES', ['NES', 'SNES']],
    ['mega drive', ['MD']],
    ['drive mega', ['MD']],
    ['Mega Drive / Genesis', ['MD']],
    ['playstation', ['PS1', 'PS2', 'PSP']],
    ['atari', ['2600', 'Lynx', 'JAG', '7800', 'JCD']],
    ['pokémon', ['MINI']],
    ['vision', ['CV', 'INTV', 'WSV']],
    ['no such thing', []],
  ])('for %j begin with %j', (typed, expected) => {
    expect(found(typed, Math.max(1, expected.length))).toEqual(expected);
  });

  it('put an exact short name before a better known system', () => {
    expect(found('ds')[0]).toBe('DS');
    expect(found('cv')[0]).toBe('CV');
    expect(found('ws')[0]).toBe('WS');
  });
});

describe('a typed system', () => {
  it.each([
    ['3', 3],
    ['snes', 3],
    [' SNES ', 3],
    ['snes/super famicom', 3],
    ['Super Famicom', 3],
    ['Famicom', 7],
    ['genesis', 1],
    ['PlayStation', 12],
    ['playstation 2', 21],
    ['2600', 25],
    ['7800', 51],
    ['25', 25],
    ['025', 25],
    ['32x', 10],
    ['80/88', 47],
    ['dreamc', 40],
    ['virtual', 28],
    // Newer than this version.
    ['999', 999],
  ])('%j is %i', (typed, id) => {
    expect(parseSystem(typed)).toBe(id);
  });

  it.each(['', '   ', 'atari', 'game boy a c', 'nintendo', '-3', '3.5', '1e1', 'qwertz'])(
    '%j is none in particular',
    (typed) => {
      expect(parseSystem(typed)).toBeNull();
    },
  );

  it('can be every id, short name and name of the table', () => {
    for (const { id, shortName, name } of EVERY_SYSTEM) {
      expect([String(id), shortName, name].map(parseSystem)).toEqual([id, id, id]);
    }
  });
});
