import { describe, expect, it } from 'vitest';

import { jumpModal, Page, pagingRow } from '#src/messages/paging.ts';
import { t } from '#test/progress/messages/pages.ts';
import { fc } from '#test/support/fast-check.ts';

/** Where the buttons lead, those that can be pressed. */
const turns = (page: Page) =>
  pagingRow(page, (action, target) => `${action} ${target}`).components.flatMap((button) =>
    button.disabled === true ? [] : [button.custom_id],
  );

describe('a page', () => {
  it('in the middle knows its items and its neighbors', () => {
    const page = Page.of({ number: 2, itemCount: 1_287, size: 10 });
    expect(page).toMatchObject({ number: 2, count: 129, itemCount: 1_287, size: 10 });
    expect([page.first, page.last]).toEqual([11, 20]);
    expect(turns(page)).toEqual(['first 1', 'previous 1', 'jump 2', 'next 3', 'last 129']);
  });

  it.each([
    { itemCount: 0, count: 1, first: 0, last: 0 },
    { itemCount: 1, count: 1, first: 1, last: 1 },
    { itemCount: 10, count: 1, first: 1, last: 10 },
    { itemCount: 11, count: 2, first: 11, last: 11 },
    { itemCount: 1_287, count: 129, first: 1_281, last: 1_287 },
  ])('that is the last of $itemCount items shows $first–$last', ({ itemCount, ...expected }) => {
    const page = Page.of({ number: Infinity, itemCount, size: 10 });
    expect(page.number).toBe(expected.count);
    expect({ count: page.count, first: page.first, last: page.last }).toEqual(expected);
    const back = page.number === 1 ? [] : ['first 1', `previous ${page.number - 1}`];
    expect(turns(page)).toEqual([...back, `jump ${page.number}`]);
  });

  it.each([
    [NaN, 1],
    [-Infinity, 1],
    [-3, 1],
    [0, 1],
    [0.5, 1],
    [2.9, 2],
    [6, 5],
    [1e300, 5],
    [Infinity, 5],
  ])('asked for as %d is page %i of 5', (number, expected) => {
    expect(Page.of({ number, itemCount: 50, size: 10 }).number).toBe(expected);
  });

  it('has the size its list sets', () => {
    expect(Page.of({ number: 2, itemCount: 60, size: 25 }).slice([...Array(60).keys()])[0]).toBe(
      25,
    );
  });

  it('is never out of range, whatever is requested', () => {
    fc.assert(
      fc.property(
        fc.double(),
        fc.nat(5_000),
        fc.integer({ min: 1, max: 30 }),
        (number, itemCount, size) => {
          const page = Page.of({ number, itemCount, size });
          const items = Array.from({ length: itemCount }, (_, index) => index + 1);
          const slice = page.slice(items);
          expect(Number.isInteger(page.number)).toBe(true);
          expect(page.number).toBeGreaterThanOrEqual(1);
          expect(page.number).toBeLessThanOrEqual(page.count);
          expect([slice[0] ?? 0, slice.at(-1) ?? 0]).toEqual([page.first, page.last]);
          expect(slice.length > 0).toBe(itemCount > 0);
          expect(turns(page).includes('first 1')).toBe(page.number !== 1);
          expect(turns(page).includes(`last ${page.count}`)).toBe(page.number !== page.count);
        },
      ),
    );
  });

  it('shows, together with all others, each item once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (items, size) => {
        const { count } = Page.of({ number: 1, itemCount: items.length, size });
        const all = Array.from({ length: count }, (_, index) =>
          Page.of({ number: index + 1, itemCount: items.length, size }).slice(items),
        );
        expect(all.flat()).toEqual(items);
      }),
    );
  });
});

describe('the modal for a page', () => {
  it.each([
    [129, 'Page number (1–129)'],
    [1_287, 'Page number (1–1,287)'],
    [null, 'Page number'],
  ])('of %s pages asks for a “%s”', (pages, label) => {
    const modal = jumpModal({ customId: 'p1:2', page: 7, pages }, t);
    expect(modal.title.length).toBeLessThanOrEqual(45);
    expect(modal).toMatchObject({
      custom_id: 'p1:2',
      components: [
        { components: [{ custom_id: 'page', label, placeholder: '7', max_length: 20 }] },
      ],
    });
    expect(label.length).toBeLessThanOrEqual(45);
  });
});
