import { describe, expect, test } from 'vitest';

import { en } from '#src/messages/languages/en.ts';
import type { Texts } from '#src/messages/languages/en.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';

const translationFor = createTranslations();
const t = translationFor('en-US');

describe('a text', () => {
  test('has its values filled in, numbers as the language writes them', () => {
    expect(
      t('library.footer', { shown: 10, first: 11, last: 20, count: 1287, page: 2, pages: 129 }),
    ).toBe('Games 11–20 of 1,287 · Page 2 of 129');
  });

  test('has the plural form of its count, each time', () => {
    const texts = [1, 2, 1287, 1].map((count) => t('library.systemGames', { count }));
    expect(texts).toEqual(['1 game', '2 games', '1,287 games', '1 game']);
  });

  test.each([
    [1, 'first'],
    [2, '2nd'],
    [3, '3rd'],
    [4, '4th'],
    [11, '11th'],
    [12, '12th'],
    [13, '13th'],
    [21, '21st'],
    [22, '22nd'],
    [100, '100th'],
    [103, '103rd'],
    [111, '111th'],
    [1_001, '1,001st'],
  ])('counts in words: %i is the %s', (nth, word) => {
    expect(t('post.nthBeaten', { nth })).toBe(`Their **${word}** beaten game`);
  });

  test('is never shown without its values', () => {
    expect(() => t.fill('library.updated', {})).toThrow('"age"');
    expect(() => t.fill('library.systemGames', {})).toThrow('"count"');
  });

  test('writes percentages, each time', () => {
    const all = Array.from({ length: 101 }, (_, percent) => percent);
    for (const _ of [1, 2]) expect(all.map(t.percent)).toEqual(all.map((one) => `${one}%`));
  });

  test('writes lists as people say them', () => {
    expect(t.list(['A', 'B', 'C'])).toBe('A, B, and C');
    expect(t.either(['A', 'B', 'C'])).toBe('A, B, or C');
  });

  test('follows another, without a space where the language has none', async () => {
    expect(t.sentences(['One.'])).toBe('One.');
    expect(t.sentences(['One.', 'Two.', 'Three.'])).toBe('One. Two. Three.');
    const translate = createTranslations();
    await translate.load();
    expect(translate('ja').sentences(['一。', '二。', '三。'])).toBe('一。二。三。');
  });

  test.each(["it’s '{search}' #", '{search}', '$&', '<b> & "quotes"'])(
    'shows %s as someone typed it',
    (search) => {
      expect(t('library.search', { search })).toBe(`“${search}”`);
    },
  );
});

describe('a language', () => {
  const german = { name: 'Deutsch', load: async () => ({ texts: GERMAN }) };
  const plural = '{count, plural, one {# Spiel} other {# Spiele}}';
  const GERMAN: Texts = { ...en, library: { ...en.library, systemGames: plural } };

  test('is used once it’s loaded, and writes numbers its own way', async () => {
    const translate = createTranslations({ de: german });
    expect(translate('de')('library.systemGames', { count: 1287 })).toBe('1,287 games');
    await translate.load();
    expect(translate('de')('library.systemGames', { count: 1287 })).toBe('1.287 Spiele');
    expect(translate('de').percent(50)).toBe('50\u00A0%');
    expect(translate('de').either(['A', 'B'])).toBe('A oder B');
    expect(translate('fr')('library.systemGames', { count: 1287 })).toBe('1,287 games');
  });

  test('is shared by its regions', async () => {
    const translate = createTranslations({ es: german });
    await translate.load();
    expect(translate('es-419')).toBe(translate('es-ES'));
    expect(translate('es-419')).not.toBe(translate('en-US'));
  });
});

describe('a locale', () => {
  test.each(['en-GB', 'it', 'sv-SE', 'xx', 'constructor'])(
    '%s without texts of its own gets English, with English numbers',
    (locale) => {
      expect(translationFor(locale)('library.systemGames', { count: 1287 })).toBe('1,287 games');
    },
  );

  test('has one translation, however often it is asked for', () => {
    expect(translationFor('en-GB')).toBe(t);
  });
});
