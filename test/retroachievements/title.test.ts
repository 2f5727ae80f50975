import { describe, expect, it } from 'vitest';

import { parseTitle, searchKey, sortKey } from '#src/retroachievements/title.ts';
import { TITLES } from '#test/progress/awkward-rows.ts';
import { fc } from '#test/support/fast-check.ts';

import { expectedSortKey } from './independent-sort-key.ts';

describe('a title', () => {
  it.each([
    ['Sonic the Hedgehog', 'Sonic the Hedgehog', []],
    ['~Hack~ Knuckles the Echidna in Sonic', 'Knuckles the Echidna in Sonic', ['Hack']],
    ['~Hack~ ~Demo~ Super Mario Freedom', 'Super Mario Freedom', ['Hack', 'Demo']],
    ['~Homebrew~  Game & Watch', 'Game & Watch', ['Homebrew']],
    ['~Hack~~Demo~Tight', 'Tight', ['Hack', 'Demo']],
    ['~Test Kit~ Controller', 'Controller', ['Test Kit']],
    ['Metal Slug [Neo-Geo MVS]', 'Metal Slug [Neo-Geo MVS]', []],
    ['[Neo-Geo MVS] Metal Slug', '[Neo-Geo MVS] Metal Slug', []],
    ['Vampire Killer | Bloodlines', 'Vampire Killer | Bloodlines', []],
    ['Wave ~ Race', 'Wave ~ Race', []],
    ['~ Wave', '~ Wave', []],
    ['~~ Wave', '~~ Wave', []],
    ['~ ~ Wave', '~ ~ Wave', []],
    ['Suikoden [Subset - Bonus] II', 'Suikoden [Subset - Bonus] II', []],
    ['Suikoden [Bonus]', 'Suikoden [Bonus]', []],
    ['~Hack~', '~Hack~', []],
    ['~Hack~ ~Demo~ ', '~Hack~ ~Demo~', []],
    ['', '', []],
  ])('%j has the name %j and the tags %j', (title, name, tags) => {
    expect(parseTitle(title)).toEqual({ name, tags, isSubset: false });
  });

  it.each([
    ['Suikoden [Subset - Bonus]', 'Suikoden', ['Subset - Bonus']],
    ['~Hack~ Kid | Boy [Subset - Multi]', 'Kid | Boy', ['Hack', 'Subset - Multi']],
    ['Slug [MVS] [Subset - 1CC]', 'Slug [MVS]', ['Subset - 1CC']],
    ['[Subset - Bonus]', '[Subset - Bonus]', []],
  ])('%j is a subset named %j with the tags %j', (title, name, tags) => {
    expect(parseTitle(title)).toEqual({ name, tags, isSubset: true });
  });

  it('keeps every character in its name or tags', () => {
    const pieces = fc.constantFrom('~', 'Hack', ' ', '[', ']', 'Subset - ', 'Bonus', '|', 'é');
    const title = fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(title, (text) => {
        const { name, tags } = parseTitle(text);
        const kept = lettersOf(tags.join('') + name);
        expect(kept).toBe(lettersOf(text));
      }),
    );
  });

  it('of hostile length is read quickly', () => {
    const hostile = [
      '~'.repeat(50_000),
      '[Subset - '.repeat(5_000),
      `[Subset - x]${' '.repeat(50_000)}x`,
    ];
    for (const title of hostile) expect(parseTitle(title).tags).toEqual([]);
  }, 1_000);
});

/** Sorted, because a subset's tag stands behind the name in the title. */
function lettersOf(text: string): string {
  return Array.from(text.replace(/[~[\] ]/g, ''))
    .toSorted()
    .join('');
}

/** The site's own keys, as it publishes them. */
const KEYS_OF_THE_SITE = [
  ['~Hack~ Dragoon X Omega', 'zzzz{hack dragoon x omega'],
  ['~Hack~ A-Mazing Tater', 'zzzz{hack a-mazing tater'],
  ['~Hack~ V I T A L I T Y', 'zzzz{hack v i t a l i t y'],
  ['007: Agent Under Fire', '0000007 agent under fire'],
  ['1nvader', '00001nvader'],
  ['20Q', '00020q'],
  ['3D Grand Prix', '00003d grand prix'],
  ['64th. Street', '00064th street'],
  ['A Series of Unfortunate Events', 'series of unfortunate events'],
  ['An Unexpected Journey', 'unexpected journey'],
  ['Final Fantasy IV', 'final fantasy 00004'],
  ['Final Fantasy X-2', 'final fantasy 00010-00002'],
  ['GIVX', 'givx'],
  ['HALF-LIFE 2', 'half-life 00002'],
  ["I'm Sorry", 'im sorry'],
  ['Kingdom Hearts II Final Mix', 'kingdom hearts ii final mix'],
  ["Luigi's Mansion", 'luigis mansion'],
  ['Mega Man 2', 'mega man 00002'],
  ['Mega Man ZX Advent', 'mega man zx advent'],
  ['Pokémon Stadium', 'pokemon stadium'],
  ['Shin Megami Tensei: Nocturne', 'shin megami tensei nocturne'],
  ['Star Wars Episode III: Revenge of the Sith', 'star wars episode 00003 revenge of the sith'],
  ['Super Mario 64 DS', 'super mario 00064 ds'],
  ['The Great Escape', 'great escape'],
  ['V-Tetris', 'v-tetris'],
] as const;

describe('the key that titles sort by', () => {
  it.each(KEYS_OF_THE_SITE)('of %j is %j, as on the site', (title, key) => {
    expect(sortKey(title)).toBe(key);
  });

  it.each([
    ['Final Fantasy V', 'final fantasy 00005'],
    ['Zelda II: The Adventure of Link', 'zelda 00002 the adventure of link'],
    ['Dragon Quest I & II', 'dragon quest 00001  00002'],
    ['Mother III (Prototype)', 'mother 00003 prototype'],
    ['Ys VI - The Ark', 'ys 00006 - the ark'],
    ['Mega Man X4', 'mega man x00004'],
    ['Final Fantasy Ⅶ', 'final fantasy 00007'],
    ['Rocky XXI', 'rocky xxi'],
    ['Legend of Zelda, The: A Link to the Past', 'legend of zelda a link to the past'],
    ['Legend of Zelda, The', 'legend of zelda'],
    ['A-Mazing Tater', 'a-mazing tater'],
    ['The-Ory', 'the-ory'],
    ['Another World', 'another world'],
    ['~Hack~ The Zoo', 'zzzz{hack zoo'],
    ['~Hack~ ~Demo~ Zoo', 'zzzz{hack ~demo~ zoo'],
    ['~ Wave', '~ wave'],
    ['Ranma ½', 'ranma 0000100002'],
    ['???', '???'],
    ['The', 'the'],
  ])('of %j is %j', (title, key) => {
    expect(sortKey(title)).toBe(key);
  });

  it.each([
    ['Final Fantasy V', 'Final Fantasy IX'],
    ['Mega Man 2', 'Mega Man 10'],
    ['Mega Man 9', 'Mega Man 99999999999999999999'],
    ['99999999999999999999 Men', '100000000000000000000 Men'],
    ['1942', '19420'],
    ['99999', '100000'],
    ['007', '1'],
    ['Zelda', 'Zelda II'],
    ['apple', 'Banana'],
    ['Batman', 'A Boy and His Blob'],
    ['A Boy and His Blob', 'Castle'],
    ['Ékans', 'Fox'],
    ['"Best" Game', 'Cave'],
    ['...Iru!', 'Jump'],
    ['¡Alto!', 'Basta'],
    ['The Guardian Legend', 'Legend of Zelda, The'],
    ['Zzyzzyxx', '~Hack~ Aladdin'],
    ['~Demo~ Zool', '~Hack~ Aladdin'],
    ['7th Saga', 'A'],
  ])('puts %j before %j', (first, second) => {
    expect(sortKey(first) < sortKey(second)).toBe(true);
  });

  it.each([
    ['Pokémon', 'POKEMON'],
    ['"Game"', 'game"'],
    ['The Zoo', 'Zoo, The'],
    ['Ｆｕｌｌ Width', 'full width'],
  ])('is the same for %j and %j', (one, other) => {
    expect(sortKey(one)).toBe(sortKey(other));
  });

  it('compares numbers by value, however long', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 24n });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [left, right] = [sortKey(`Game ${a} x`), sortKey(`Game ${b} x`)];
        expect([left === right, left < right]).toEqual([a === b, a < b]);
      }),
    );
  });

  it('agrees with a second computation for every title of the site', () => {
    for (const { title } of TITLES) {
      expect([title, sortKey(title)]).toEqual([title, expectedSortKey(title)]);
    }
  });

  it('agrees with a second computation for titles made of awkward pieces', () => {
    const piece = fc.constantFrom(
      'a',
      'The',
      'an',
      ',',
      ', ',
      ' ',
      'IV',
      'x',
      'XX',
      'IIII',
      ':',
      '-',
      ' - ',
      '&',
      '(',
      ')',
      '0',
      '07',
      '123456',
      '~',
      '~Hack~',
      'é',
      '½',
      '’',
      '—',
      '_',
      '悪',
      'Ⅶ',
      '™',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const title = pieces.join('');
        expect(sortKey(title)).toBe(expectedSortKey(title));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of a hostile title is found quickly', () => {
    for (const piece of ['i', ',', ', the', 'i ', '~', '9', 'a-', "'"]) {
      expect(sortKey(piece.repeat(20_000)).length).toBeGreaterThan(0);
    }
  }, 1_000);
});

describe('what a search looks in', () => {
  it.each([
    ['Sonic the Hedgehog', ' sonic the hedgehog '],
    ['Final Fantasy VII', ' final fantasy 7 | final fantasy vii '],
    [
      '~Hack~ Pokémon | Pocket Monsters [Subset - Bonus]',
      ' hack pokemon pocket monsters subset bonus ',
    ],
    ["Yoshi's Island", ' yoshis island '],
    ['???', '  '],
  ])('in %j is %j', (title, key) => {
    expect(searchKey(title)).toBe(key);
  });
});
