import { describe, expect, it } from 'vitest';

import { findSystems, parseSystem } from '#src/retroachievements/find-system.ts';
import { systemShortName } from '#src/retroachievements/system.ts';

const EVERY_SYSTEM = findSystems('', 1_000);

function found(typed: string, limit?: number): readonly string[] {
  return findSystems(typed, limit).map(({ shortName }) => shortName);
}

describe('the systems offered', () => {
  it('are the 25 best-known ones while nothing is typed', () => {
    expect(found('').slice(0, 4)).toEqual(['NES', 'SNES', 'PS1', 'MD']);
    expect(found('')).toHaveLength(25);
    expect(found('  ', 3)).toEqual(['NES', 'SNES', 'PS1']);
  });

  it('are 62, each with an id and a short name of its own', () => {
    expect(EVERY_SYSTEM).toHaveLength(62);
    expect(new Set(EVERY_SYSTEM.map(({ id }) => id)).size).toBe(62);
    expect(new Set(EVERY_SYSTEM.map(({ shortName }) => shortName.toLowerCase())).size).toBe(62);
  });

  it.each([
    ['gb', ['GB', 'GBA', 'GBC']],
    ['NES', ['NES', 'SNES']],
    ['mega drive', ['MD']],
    ['drive mega', ['MD']],
    ['Mega Drive / Genesis', ['MD']],
    ['playstation', ['PS1', 'PS2', 'PSP']],
    ['atari', ['2600', '7800', 'Lynx', 'JAG', 'JCD']],
    ['pokémon', ['MINI']],
    ['vision', ['CV', 'INTV', 'WSV']],
    ['no such thing', []],
  ])('for %j begin with %j', (typed, expected) => {
    expect(found(typed, Math.max(1, expected.length))).toEqual(expected);
  });

  it('never include those that no library has', () => {
    expect(EVERY_SYSTEM.map(({ name }) => name)).not.toContain('Events');
    expect(found('events')).toEqual([]);
    expect(systemShortName(101, 'Events')).toBe('Events');
  });

  it('understand common names, as a typed system does', () => {
    for (const typed of ['psx', 'super nintendo', 'megadrive', 'tg16', 'sega saturn']) {
      expect(findSystems(typed)[0]?.id).toBe(parseSystem(typed));
    }
    expect(found('ngc')).toEqual(['GC', 'NGCD']);
  });

  it('put an exact short name before a better-known system', () => {
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
    ['103', 103],
    ['Mega Drive / Genesis', 1],
    ['Super Famicom/SNES', 3],
    ['famicom, nes', 7],
    ['Sega Genesis / Mega Drive', 1],
    ['PC Engine/TG16', 8],
    ['sony ps1', 12],
    ['snes/sfc', 3],
    ['microsoft', 22],
    ['sg', 33],
    ['boy advan', 5],
    ['super nintendo', 3],
    ['Super-Nintendo', 3],
    ['super nintendo entertainment system', 3],
    ['super nes', 3],
    ['sfc', 3],
    ['nintendo entertainment system', 7],
    ['nes', 7],
    ['psx', 12],
    ['ps1', 12],
    ['PS one', 12],
    ['playstation 1', 12],
    ['ps2', 21],
    ['ps 2', 21],
    ['psp', 41],
    ['megadrive', 1],
    ['mega-drive', 1],
    ['sega genesis', 1],
    ['gameboy', 4],
    ['Game Boy', 4],
    ['gameboy advance', 5],
    ['gb color', 6],
    ['gameboy colour', 6],
    ['pc engine', 8],
    ['pcengine', 8],
    ['turbografx', 8],
    ['tg16', 8],
    ['turbografx-16', 8],
    ['pcecd', 76],
    ['turbografx cd', 76],
    ['pc engine cd', 76],
    ['sega cd', 9],
    ['mega cd', 9],
    ['scd', 9],
    ['32x', 10],
    ['sms', 11],
    ['sega master system', 11],
    ['gg', 15],
    ['gamegear', 15],
    ['sega saturn', 39],
    ['saturn', 39],
    ['dc', 40],
    ['dreamcast', 40],
    ['n64', 2],
    ['nintendo 64', 2],
    ['gamecube', 16],
    ['game cube', 16],
    ['gcn', 16],
    ['nds', 18],
    ['nintendo ds', 18],
    ['dsi', 78],
    ['wii u', 20],
    ['vb', 28],
    ['fds', 81],
    ['famicom disk system', 81],
    ['neogeo pocket', 14],
    ['ngpc', 14],
    ['neo geo cd', 56],
    ['wonderswan', 53],
    ['wonderswan color', 53],
    ['lynx', 13],
    ['jaguar', 17],
    ['jaguar cd', 77],
    ['atari 2600', 25],
    ['coleco', 44],
    ['intellivision', 45],
    ['vectrex', 46],
    ['msx', 29],
    ['msx2', 29],
    ['apple2', 38],
    ['apple ii', 38],
    ['amstrad', 37],
    ['pc88', 47],
    ['pc-8800', 47],
    ['x68000', 52],
    ['3do', 43],
    ['cdi', 42],
    ['cd-i', 42],
    ['arcade', 27],
    ['mame', 27],
    ['fbneo', 27],
    ['c64', 30],
    ['amiga', 35],
    ['odyssey 2', 23],
    ['pokémon mini', 24],
    ['supervision', 63],
    ['ＰＳＸ', 12],
    ['standalone', 102],
    ['TurboGraphx-16', 8],
    ['ss', 39],
    ['PlayStation II', 21],
    ['ファミコン', 7],
    ['スーパーファミコン', 3],
    ['ゲームボーイ', 4],
    ['ﾒｶﾞﾄﾞﾗｲﾌﾞ', 1],
    ['PCエンジン', 8],
    ['プレイステーション2', 21],
  ])('%j is %i', (typed, id) => {
    expect(parseSystem(typed)).toBe(id);
  });

  it.each([
    ['ngc', ['GC', 'NGCD']],
    ['neogeo', ['NGP', 'NGCD', 'ARC']],
    ['Neo-Geo', ['NGP', 'NGCD', 'ARC']],
    ['sega', ['MD', 'SMS', 'GG', 'SAT', 'DC', 'SCD', '32X', 'SG1K']],
    ['atari', ['2600', '7800', 'Lynx', 'JAG', 'JCD']],
    [
      'nintendo',
      [
        'NES',
        'SNES',
        'N64',
        'GB',
        'GBA',
        'GBC',
        'DS',
        'GC',
        'Wii',
        'WiiU',
        'VB',
        'DSi',
        'FDS',
        'MINI',
      ],
    ],
    ['sony', ['PS1', 'PS2', 'PSP']],
    ['commodore', ['C64', 'Amiga']],
    ['playst', ['PS1', 'PS2', 'PSP']],
    ['gb/gbc', ['GB', 'GBC']],
    ['snes, nes', ['SNES', 'NES']],
    ['ps1 + ps2', ['PS1', 'PS2']],
    ['genesis or saturn', ['MD', 'SAT']],
    ['pocket', ['GB', 'NGP']],
    ['pc', ['PCE', '80/88', 'DOS', 'PC-FX', 'PCCD', 'EXE']],
    ['station', ['PS1', 'PS2', 'PSP']],
    // In the middle of one name only.
    ['fc', ['NES', 'CHF']],
    ['rcade', ['ARC']],
    ['duino', ['ARD']],
    // The beginning of too much, or of another number.
    ['st', ['EXE']],
    ['h', ['PCE']],
    ['100', ['SG1K']],
    ['260', ['2600']],
    ['ネオジオ', ['NGP', 'NGCD', 'ARC']],
  ])('%j is ambiguous: %j', (typed, candidates) => {
    const systems = parseSystem(typed);
    expect(typeof systems === 'number' ? [] : systems.map(({ shortName }) => shortName)).toEqual(
      candidates,
    );
  });

  it.each([
    '',
    '   ',
    '???',
    'game boy a c',
    '3.5.1',
    'qwertz',
    'constructor',
    '__proto__',
    'Events',
    'events',
    '101',
    '50',
    '0',
    '99999999',
    '999',
    'ps3',
    'ps4',
    'ps5',
    'xbox 360',
    'switch',
    '3ds',
    'snes nes',
    'gb gbc',
  ])('%j is unknown', (typed) => {
    expect(parseSystem(typed)).toEqual([]);
  });

  it('can be every id, short name, and name in the table', () => {
    for (const { id, shortName, name } of EVERY_SYSTEM) {
      expect([String(id), shortName, name].map(parseSystem)).toEqual([id, id, id]);
    }
  });
});
