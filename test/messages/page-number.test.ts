import { describe, expect, it } from 'vitest';

import { LAST_PAGE, parsePageNumber } from '#src/messages/page-number.ts';

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
    ['last', LAST_PAGE],
    ['Last', LAST_PAGE],
    ['last page', LAST_PAGE],
    ['first', 1],
    ['9'.repeat(20), LAST_PAGE],
  ])('%j is %i', (typed, page) => {
    expect(parsePageNumber(typed)).toBe(page);
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
    '+5',
  ])('%j is none', (typed) => {
    expect(parsePageNumber(typed)).toBeNull();
  });
});
