import { describe, expect, test } from 'vitest';

import { createTranslations } from '#src/i18n/translate.ts';

const translationFor = createTranslations();
const t = translationFor('en-US');

describe('a text', () => {
  test('has its values filled in, numbers as the language writes them', () => {
    expect(t('library.footer', { first: 11, last: 20, matches: 1287, page: 2, pages: 129 })).toBe(
      'Games 11–20 of 1,287 · Page 2 of 129',
    );
  });

  test('has the plural form of its count, each time anew', () => {
    const texts = [1, 2, 1287, 1].map((count) => t('library.systemGames', { count }));
    expect(texts).toEqual(['1 game', '2 games', '1,287 games', '1 game']);
  });

  test.each(['$t(library.updated)', '{{search}}', '$&', '<b> & "quotes"'])(
    'takes %s as somebody typed it',
    (search) => {
      expect(t('library.search', { search })).toBe(`“${search}”`);
    },
  );
});

describe('a locale', () => {
  test.each(['en-GB', 'de', 'es-ES', 'xx', 'constructor'])(
    '%s without texts of its own gets English, with English numbers',
    (locale) => {
      expect(translationFor(locale)('library.systemGames', { count: 1287 })).toBe('1,287 games');
    },
  );

  test('has one translation, however often it is asked for', () => {
    expect(translationFor('en-GB')).toBe(t);
  });
});
