import { describe, expect, it } from 'vitest';

import { SORTS } from '#src/progress/query/query.ts';
import { selectEntries, warmOrders } from '#src/progress/query/select.ts';

import { awkwardRows } from '../awkward-rows.ts';
import { entriesOf, entry, library, query, titles } from '../entries.ts';

describe('a selection', () => {
  it('is the filter over the order', () => {
    const whole = library([
      entry({ title: 'Zelda', systemId: 3 }),
      entry({ title: 'Mario', systemId: 7 }),
      entry({ title: 'Metroid', systemId: 3 }),
    ]);
    expect(titles(selectEntries(whole, query({ systemId: 3, sort: 'title' })))).toEqual([
      'Metroid',
      'Zelda',
    ]);
  });

  it('is computed once for a library and a query', () => {
    const whole = library(entriesOf(awkwardRows(7)));
    const asked = query({ status: 'awarded', sort: 'title', search: 'the' });
    const first = selectEntries(whole, asked);
    expect(selectEntries(whole, { ...asked })).toBe(first);
    expect(selectEntries(whole, { ...asked, search: '  THE ' })).toBe(first);
  });

  it('depends on every part of the query', () => {
    const games = [
      entry({ title: 'b', systemId: 3, award: 'mastered' }),
      entry({ title: 'a', systemId: 3 }),
      entry({ title: 'b c', systemId: 7 }),
    ];
    const whole = library(games);
    const shown = [
      query({ systemId: 3 }),
      query({ systemId: 3, sort: 'title' }),
      query({ systemId: 7 }),
      query({ systemId: 3, status: 'mastered' }),
      query({ search: 'c' }),
      query({ search: 'b' }),
    ].map((asked) => titles(selectEntries(whole, asked)));
    expect(shown).toEqual([['b', 'a'], ['a', 'b'], ['b c'], ['b'], ['b c'], ['b', 'b c']]);
  });

  it('belongs to its own library', () => {
    const mine = library([entry({ title: 'mine' })]);
    const yours = library([entry({ title: 'yours' })]);
    const asked = query({ status: 'unfinished' });
    expect([mine, yours].map((whole) => titles(selectEntries(whole, asked)))).toEqual([
      ['mine'],
      ['yours'],
    ]);
  });

  it('is dropped if it hasn’t been used in a while, and kept if it’s in use', () => {
    const whole = library(entriesOf(awkwardRows(7)));
    const used = selectEntries(whole, query({ systemId: 1 }));
    const unused = selectEntries(whole, query({ systemId: 2 }));
    for (let systemId = 3; systemId < 30; systemId += 1) {
      selectEntries(whole, query({ systemId }));
      selectEntries(whole, query({ systemId: 1 }));
    }
    expect(selectEntries(whole, query({ systemId: 1 }))).toBe(used);
    expect(selectEntries(whole, query({ systemId: 2 }))).not.toBe(unused);
    expect(selectEntries(whole, query({ systemId: 2 }))).toEqual(unused);
  });
});

describe('warming a library', () => {
  it('computes one order per step, each of them once', () => {
    const whole = library(entriesOf(awkwardRows(7)));
    const before = selectEntries(whole, query({ sort: 'award' }));
    expect([...warmOrders(whole)]).toEqual(SORTS);
    expect(selectEntries(whole, query({ sort: 'award' }))).toBe(before);
  });

  it('leaves less to do for whoever asks next', () => {
    const rows = entriesOf(awkwardRows(7));
    const reads = { count: 0 };
    const watched = library(
      new Proxy(rows, {
        get(target, key) {
          reads.count += 1;
          return Reflect.get(target, key);
        },
      }),
    );
    for (const sort of warmOrders(watched)) expect(SORTS).toContain(sort);
    const { count } = reads;
    expect(count).toBeGreaterThan(0);
    selectEntries(watched, query({ sort: 'title', status: 'awarded' }));
    expect(reads.count).toBe(count);
  });
});
