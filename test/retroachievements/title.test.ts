import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { foldText, parseTitle, searchKey, sortKey } from '#src/retroachievements/title.ts';

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

  it('of hostile length is read in no time', () => {
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

describe('the title sort', () => {
  it.each([
    ['Mega Man 2', 'Mega Man 10'],
    ['Mega Man 9', 'Mega Man 99999999999999999999'],
    ['99999999999999999999 Men', '100000000000000000000 Men'],
    ['1942', '19420'],
    ['Final Fantasy 07', 'Final Fantasy 8'],
    ['Zelda', 'Zelda II'],
    ['apple', 'Banana'],
    ['Ékans', 'Fox'],
    ['"Best" Game', 'Cave'],
    ['...Iru!', 'Jump'],
    ["'89 Dennou", '100 Men'],
    ['¡Alto!', 'Basta'],
    ['Legend of Zelda, The', 'The Guardian Legend'],
    ['7th Saga', 'A'],
  ])('puts %j before %j', (first, second) => {
    expect([sortKey(second), sortKey(first)].toSorted()).toEqual([sortKey(first), sortKey(second)]);
    expect(sortKey(first) < sortKey(second)).toBe(true);
  });

  it.each([
    ['Pokémon', 'POKEMON'],
    ['Mega Man 02', 'Mega Man 2'],
    ['"Game"', 'game"'],
    ['Ｆｕｌｌ Width', 'full width'],
  ])('does not tell %j from %j', (one, other) => {
    expect(sortKey(one)).toBe(sortKey(other));
  });

  it('keeps a name of nothing but punctuation', () => {
    expect(sortKey('???')).toBe('???');
  });

  it('compares numbers by value, however long and however padded', () => {
    const number = fc.record({ value: fc.bigInt({ min: 0n, max: 10n ** 24n }), zeros: fc.nat(4) });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [left, right] = [a, b].map(({ value, zeros }) =>
          sortKey(`Game ${'0'.repeat(zeros)}${value} x`),
        );
        expect([left === right, String(left) < String(right)]).toEqual([
          a.value === b.value,
          a.value < b.value,
        ]);
      }),
    );
  });
});

describe('folded text', () => {
  it.each([
    ['Pokémon', 'pokemon'],
    ['  Two   words ', 'two words'],
    ['Diddy’s “Kong” – Quest', 'diddy\'s "kong" - quest'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['Yuusha™', 'yuushatm'],
    ['ガンダム', 'カンタム'],
  ])('makes %j %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('folds no further the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('is what a search looks in, tags and other names included', () => {
    expect(searchKey('~Hack~ Pokémon | Pocket Monsters [Subset - Bonus]')).toBe(
      '~hack~ pokemon | pocket monsters [subset - bonus]',
    );
  });
});
