import { describe, expect, it } from 'vitest';

import { cleanInput, foldText, plainDigits, squeezeText, wordsOf } from '#src/platform/text.ts';
import { fc } from '#test/support/fast-check.ts';

describe('folded text', () => {
  it.each([
    ['Pokémon', 'pokemon'],
    ['  Two   words ', 'two words'],
    ['Diddy’s “Kong” – Quest', 'diddy\'s "kong" - quest'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['Yuusha™', 'yuusha'],
    ['ガンダム', 'カンタム'],
    ['Ｆｕｌｌ　Width', 'full width'],
    ['№ 5', 'no 5'],
    ['5″ disk', '5" disk'],
    ['ŉ ﹘ ₋', "'n - -"],
  ])('makes %j %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('doesn’t change when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('squeezed text', () => {
  it.each([
    ['Mega-Drive', 'megadrive'],
    ['mega drive', 'megadrive'],
    ['PC-8000/8800', 'pc80008800'],
    ['  Pokémon  Mini ', 'pokemonmini'],
    ['CD‑i', 'cdi'],
    ['???', ''],
  ])('makes %j %j', (text, squeezed) => {
    expect(squeezeText(text)).toBe(squeezed);
  });
});

describe('the words of a text', () => {
  it.each([
    ["Super Mario World 2: Yoshi's Island", ['super', 'mario', 'world', '2', 'yoshis', 'island']],
    ['Yoshi’s Island', ['yoshis', 'island']],
    ['S.C.A.T.: Special', ['scat', 'special']],
    ['Mr. Do!', ['mr', 'do']],
    ['Spider-Man & Venom', ['spider', 'man', 'and', 'venom']],
    ['Mother 1+2', ['mother', '1', 'and', '2']],
    ['Pokémon Red | Pokémon Blue', ['pokemon', 'red', 'pokemon', 'blue']],
    ['~Hack~ A [Subset - Bonus]', ['hack', 'a', 'subset', 'bonus']],
    ['64th. Street', ['64th', 'street']],
    ['悪魔城ドラキュラ', ['悪魔城トラキュラ']],
    ['...', []],
    ['', []],
  ])('%j are %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('cleaned input', () => {
  it.each([
    ['MaxMilyin\u200E', 'MaxMilyin'],
    ['Max\u200BMilyin', 'MaxMilyin'],
    ['\uFEFF Max \u00AD', 'Max'],
    ['two\nlines\tand a tab', 'two lines and a tab'],
    ['ＭａｘＭｉｌｙｉｎ', 'MaxMilyin'],
    ['❤\uFE0F Max\uFE0F', '❤ Max'],
    ['\u3164\u2800', ''],
    ['half \uD83D a pair', 'half a pair'],
    ['１２／３', '12/3'],
  ])('makes %j %j', (typed, cleaned) => {
    expect(cleanInput(typed)).toBe(cleaned);
  });
});

describe('digits of any script', () => {
  it.each([
    ['٧٧', '77'],
    ['１２', '12'],
    ['৪২ of ৯', '42 of 9'],
    ['𝟕', '7'],
    ['12', '12'],
    ['½ ² Ⅶ', '½ ² Ⅶ'],
  ])('%j are %j', (text, plain) => {
    expect(plainDigits(text)).toBe(plain);
  });
});
