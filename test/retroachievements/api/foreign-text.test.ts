import { describe, expect, test } from 'vitest';

import { cleanText } from '#src/retroachievements/api/foreign-text.ts';
import { fc } from '#test/support/fast-check.ts';

const ZALGO = `a${'\u0301'.repeat(118)}`;

/** Halves of characters, too. */
const anyUnit = fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit));

describe('text from the site', () => {
  test.each([
    'Chrono Trigger',
    '~Hack~ Super Mario Bros.: [Subset - 100%]',
    'Pokémon: Édition Rouge',
    'ドラゴンクエスト',
    'لعبة',
    'क्‍ष',
    '👩🏻‍❤️‍💋‍👩🏼',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    '!?',
    '&',
    'Sonic & Knuckles',
    'R&D; Inc',
  ])('stays as it is: %s', (text) => {
    expect(cleanText(text, 255)).toBe(text);
  });

  test.each([
    '',
    '   ',
    '\u00a0',
    '\u200b',
    '\u2060\ufeff',
    '\u3164',
    '\u2800',
    '\u115f\u1160\uffa0',
    '\u202e\u2066',
    '\ud800',
    '\udc00\ud800',
    '\u0000\u001b',
    '\u200d\ufe0f',
    '\u{e0020}',
    '&nbsp;&#8203;',
    ZALGO,
    Array.from({ length: 40 }, () => '👩').join('\u200d'),
    '\u1100'.repeat(119),
  ])('counts as missing if it shows nothing (%j)', (text) => {
    expect(cleanText(text, 255)).toBeNull();
  });

  test.each([
    ['Tom &amp; Jerry &#039;94', "Tom & Jerry '94"],
    ['&lt;b&gt; &quot;x&quot; &apos;y&apos; &#x27;z&#X27;', `<b> "x" 'y' 'z'`],
    ['Pok&eacute;mon&trade;', 'Pokémon™'],
    ['&amp;amp;', '&amp;'],
    ['&amp;#039;', '&#039;'],
    ['&nosuch; &#1114112; &#xfffffff;', '&nosuch; &#1114112; &#xfffffff;'],
    ['&constructor;', '&constructor;'],
    ['Line\r\nbreak\ttab', 'Line break tab'],
    [' outer   inner ', 'outer inner'],
    ['abc\u202edef\u2069', 'abcdef'],
    ['half \ud83d and half \ude00', 'half and half'],
    [`Zalgo ${ZALGO} rests`, 'Zalgo rests'],
  ])('is repaired: %j', (written, shown) => {
    expect(cleanText(written, 255)).toBe(shown);
  });

  test.each([
    ['x'.repeat(300), `${'x'.repeat(9)}…`],
    ['&amp;'.repeat(300), `${'&'.repeat(9)}…`],
    ['🎮'.repeat(300), `${'🎮'.repeat(4)}…`],
    ['123456789 1', '123456789…'],
    ['x'.repeat(10), 'x'.repeat(10)],
  ])('is cut between characters: %j', (written, shown) => {
    expect(cleanText(written, 10)).toBe(shown);
  });

  test('is short, well-formed, and visible, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 120 }), (written) => {
        const shown = cleanText(written, 40);
        if (shown === null) return;
        expect(shown.length).toBeLessThanOrEqual(40);
        expect(shown.isWellFormed()).toBe(true);
        expect(shown.trim()).toBe(shown);
        expect(shown).not.toBe('');
      }),
    );
  });
});
