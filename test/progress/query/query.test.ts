import { describe, expect, it } from 'vitest';

import { searchFrom, SEARCH_LIMIT } from '#src/progress/query/query.ts';
import { fc } from '#test/support/fast-check.ts';

describe('a search', () => {
  it.each([
    ['  zelda ', 'zelda'],
    ['zelda\n# link\t2', 'zelda # link 2'],
    ['', ''],
    ['   ', ''],
    ['?', ''],
    ['!', ''],
    ['... ~', ''],
    ['👾', ''],
    [`${'!'.repeat(24)} zelda`, ''],
    ['東方', '東方'],
    ['\u202Ezelda\u2069', 'zelda'],
    ['zelda\u00002', 'zelda 2'],
    ['x'.repeat(40), 'x'.repeat(24)],
    [`${'x'.repeat(23)}👾`, 'x'.repeat(23)],
    [`${'x'.repeat(22)}👾`, `${'x'.repeat(22)}👾`],
    [`${'x'.repeat(20)}👨‍👩‍👧`, 'x'.repeat(20)],
    [`${'x'.repeat(23)} yz`, 'x'.repeat(23)],
  ])('typed as %o is %o', (typed, search) => {
    expect(searchFrom(typed)).toBe(search);
  });

  it('fits, is one line, and has whole characters, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const search = searchFrom(typed);
        expect(search.length).toBeLessThanOrEqual(SEARCH_LIMIT);
        expect(search.isWellFormed()).toBe(typed.isWellFormed());
        expect(search).not.toMatch(/[\r\n]/);
        expect(searchFrom(search)).toBe(search);
      }),
    );
  });
});
