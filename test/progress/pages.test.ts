import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it, test } from 'vitest';

import type { Values } from '#src/messages/languages/format.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import type { TextKey, Translate } from '#src/messages/languages/translate.ts';
import { createLibraryPages } from '#src/progress/pages.ts';

import { entry, library, query } from './entries.ts';

const english = createTranslations()('en-GB');

/** English, that notes each page that it is written in. */
function countingTexts(onPage: () => void): Translate {
  const translate = (key: TextKey, values: Values = {}): string => {
    if (key === 'library.footer') onPage();
    return english.fill(key, values);
  };
  return Object.assign(translate, english);
}

/** Each locale has texts of its own here. */
function start() {
  let pagesWritten = 0;
  const byLocale = new Map<string, Translate>();
  const pages = createLibraryPages({
    mediaUrl: 'https://media.example',
    translate: (locale) => {
      const t = byLocale.get(locale) ?? countingTexts(() => (pagesWritten += 1));
      byLocale.set(locale, t);
      return t;
    },
  });
  return { pages, written: () => pagesWritten };
}

const whole = library(Array.from({ length: 25 }, () => entry()));
const request = { query: query(), page: 1, ownerId: '1', locale: 'en-GB' };

const noPercent = () => {
  throw new Error('No percent');
};

describe('a page that has been written', () => {
  it('is sent to the next person with their own id', () => {
    const { pages, written } = start();
    const mine = String(pages.message(whole, request).json);
    const yours = String(pages.message(whole, { ...request, ownerId: '36' }).json);
    expect(written()).toBe(1);
    expect(mine).toContain('"p1:3:0000000000001:');
    expect(yours).toBe(mine.replaceAll(/(?<="p1:\w:0{11})01:/g, '10:'));
    expect(yours).not.toBe(mine);
  });

  it.each([
    ['page', { page: 2 }],
    ['status', { query: query({ status: 'unfinished' }) }],
    ['sort', { query: query({ sort: 'title' }) }],
    ['system', { query: query({ systemId: 3 }) }],
    ['search', { query: query({ search: 'game' }) }],
    ['language', { locale: 'de' }],
    ['failure', { shortfall: { kind: 'outdated', reason: 'It hangs.' } }],
  ] as const)('is written anew for another %s', (_, said) => {
    const { pages, written } = start();
    pages.message(whole, request);
    pages.message(whole, { ...request, ...said });
    expect(written()).toBe(2);
    pages.message(whole, { ...request, ...said });
    expect(written()).toBe(2);
  });

  it('is written again for another copy of the library', () => {
    const { pages, written } = start();
    pages.message(whole, request);
    const newer = { ...whole, fetchedAt: 5_000 };
    expect(String(pages.message(newer, request).json)).toContain('<t:5:R>');
    expect(written()).toBe(2);
  });

  it('is sent as it was, even if 400 others have taken its place before', () => {
    const { pages } = start();
    const mine = pages.message(whole, request);
    const text = String(mine.json);
    for (let page = 2; page <= 400; page += 1) {
      pages.message(whole, { ...request, page, ownerId: '36' });
    }
    expect(String(mine.json)).toBe(text);
  });

  it('leaves nothing to the next one if writing it fails', () => {
    const broken = Object.assign(
      countingTexts(() => undefined),
      english,
      { percent: noPercent },
    );
    const pages = createLibraryPages({
      mediaUrl: 'https://media.example',
      translate: (locale) => (locale === 'de' ? broken : english),
    });
    expect(() => pages.message(whole, { ...request, locale: 'de' })).toThrow('No percent');
    const text = String(start().pages.message(whole, request).json);
    expect(String(pages.message(whole, request).json)).toBe(text);
  });

  it('is kept only while it’s among the latest', () => {
    const { pages, written } = start();
    pages.message(whole, request);
    for (let page = 2; page <= 400; page += 1) pages.message(whole, { ...request, page });
    pages.message(whole, request);
    expect(written()).toBe(401);
  });
});

/** How many games are written once someone has seen this page. */
async function gamesWritten(page: number): Promise<number> {
  let count = 0;
  const percent = (number: number) => {
    count += 1;
    return english.percent(number);
  };
  const t = Object.assign(
    countingTexts(() => undefined),
    { percent },
  );
  const pages = createLibraryPages({ mediaUrl: 'https://media.example', translate: () => t });
  pages.message(whole, { ...request, page });
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();
  return count;
}

test('who turns a page finds the next ones ready', async () => {
  expect(await gamesWritten(1)).toBe(10);
  expect(await gamesWritten(2)).toBe(25);
});

describe('the number of pages', () => {
  it('is that of the query', () => {
    const { pages } = start();
    expect(pages.count(whole, query())).toBe(3);
    expect(pages.count(whole, query({ search: 'none like it' }))).toBe(1);
  });
});
