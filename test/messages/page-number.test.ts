import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '#src/messages/languages/languages.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { LAST_PAGE, pageWords, parsePageNumber } from '#src/messages/page-number.ts';

const english = pageWords(createTranslations()('en-GB'));
const german = {
  first: ['erste', 'anfang'],
  last: ['letzte', 'ende'],
  page: ['seite', 's', 'nr'],
  of: ['von'],
  to: ['gehe zu'],
};
const japanese = {
  first: ['最初'],
  last: ['最後'],
  page: ['ヘーシ', 'ヘーシ目', '第'],
  of: ['/'],
  to: ['頁'],
};

describe('a typed page', () => {
  it.each([
    ['77', 77],
    [' 77 ', 77],
    ['077', 77],
    ['0', 0],
    ['1,000', 1_000],
    ['1.000', 1_000],
    ['1 000', 1_000],
    ['1\u202f000', 1_000],
    ['1’000', 1_000],
    ["1'000", 1_000],
    ['1,234,567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['١٬٠٠٠', 1_000],
    ['12\\129', 12],
    ['12|129', 12],
    ['12 out of 129', 12],
    ['goto 12', 12],
    ['go 12', 12],
    ['12;', 12],
    ['**12**', 12],
    ['`12`', 12],
    ['<12>', 12],
    ['12/129', 12],
    ['12 / 129', 12],
    ['12/1,290', 12],
    ['12 of 129', 12],
    ['Page 12 of 129', 12],
    ['#12', 12],
    ['# 12', 12],
    ['page 12', 12],
    ['PAGE 12', 12],
    ['p. 12', 12],
    ['p12', 12],
    ['№ 12', 12],
    ['12.', 12],
    ['１２', 12],
    ['٧٧', 77],
    ['৭৭', 77],
    ['12\u200e', 12],
    ['page #5', 5],
    ['page: 5', 5],
    ['Page No. 5', 5],
    ['page number 5', 5],
    ['no 5', 5],
    ['page=5', 5],
    ['5th', 5],
    ['1st', 1],
    ['22nd page', 22],
    ['3rd', 3],
    ['5ª', 5],
    ['5.º', 5],
    ['5ª page', 5],
    ['(5)', 5],
    ['"5"', 5],
    ['“5”', 5],
    ['[5/12]', 5],
    ['5!', 5],
    ['end', LAST_PAGE],
    ['the end', LAST_PAGE],
    ['the last page!', LAST_PAGE],
    ['page: last', LAST_PAGE],
    ['#last', LAST_PAGE],
    ['last one', LAST_PAGE],
    ['final', LAST_PAGE],
    ['go to the end', LAST_PAGE],
    ['go to page 12', 12],
    ['12 pages', 12],
    ['start', 1],
    ['last', LAST_PAGE],
    ['Last', LAST_PAGE],
    ['last page', LAST_PAGE],
    ['first', 1],
    ['9'.repeat(20), LAST_PAGE],
  ])('%j is %i', (typed, page) => {
    expect(parsePageNumber(typed, [english])).toBe(page);
  });

  it.each([
    ['Seite 12', german, 12],
    ['seite 12 von 129', german, 12],
    ['12. Seite', german, 12],
    ['Nr. 12', german, 12],
    ['die letzte Seite', german, LAST_PAGE],
    ['Anfang', german, 1],
    ['last page', german, LAST_PAGE],
    ['12ページ', japanese, 12],
    ['第１２ページ', japanese, 12],
    ['12ページ目', japanese, 12],
    ['最後', japanese, LAST_PAGE],
  ])('%j is a page in its language', (typed, words, page) => {
    expect(parsePageNumber(typed, [words, english])).toBe(page);
  });

  it.each(Object.keys(LANGUAGES))('can be typed in %s, in any of its words', async (language) => {
    const translate = createTranslations();
    await translate.load();
    const words = pageWords(translate(language));
    const pages = [
      ...words.page.map((page) => [`${page} 12`, 12] as const),
      ...words.of.map((of) => [`12 ${of} 129`, 12] as const),
      ...words.to.map((to) => [`${to} 12`, 12] as const),
      ...words.first.map((first) => [first, 1] as const),
      ...words.last.map((last) => [last, LAST_PAGE] as const),
    ];
    expect(pages.filter(([typed, page]) => parsePageNumber(typed, [words]) !== page)).toEqual([]);
  });

  it('isn’t recognized in a language that the reader doesn’t use', () => {
    expect(parsePageNumber('Seite 12', [japanese, english])).toBeNull();
  });

  it.each([
    '',
    ' ',
    '-',
    '-1',
    '2.5',
    '1,2',
    '1e3',
    '12a',
    'a12',
    'seven',
    '12 13',
    '12/',
    '½',
    '#',
    'page',
    'lastly',
    '1,00',
    '0x10',
    '1,0000',
    '12 of',
    'of 12',
    'page one',
    'go to',
    'to',
    '+5',
    '5the',
    '()',
    'th',
    'ending',
    'page:',
    'page # of 5',
    '5 pagers',
  ])('%j isn’t a page', (typed) => {
    expect(parsePageNumber(typed, [english])).toBeNull();
  });
});
