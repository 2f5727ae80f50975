import { wordsOf } from '#src/platform/text.ts';

import type { Library, LibraryEntry } from '../library.ts';
import { columnsOf, filterEntries, isUnfiltered } from './filter.ts';
import { orderEntries } from './order.ts';
import { SORTS, type LibraryQuery, type Sort } from './query.ts';

type Memo = {
  readonly orders: Map<Sort, readonly LibraryEntry[]>;
  /** Least recently used first. */
  readonly results: Map<string, readonly LibraryEntry[]>;
};

/** Turning pages asks for the same result again and again; computing another one takes a single scan. */
const RESULTS_KEPT = 8;

/** Garbage-collected with its library, so nothing has to be invalidated. */
const memos = new WeakMap<Library, Memo>();

/** The games that a query shows, in its order. */
export function selectEntries(library: Library, query: LibraryQuery): readonly LibraryEntry[] {
  if (isUnfiltered(query)) return orderOf(library, query.sort);
  const { results } = memoOf(library);
  const key = resultKey(query);
  const result = results.get(key) ?? filterEntries(orderOf(library, query.sort), query);
  results.delete(key);
  results.set(key, result);
  for (const oldest of results.keys()) {
    if (results.size <= RESULTS_KEPT) break;
    results.delete(oldest);
  }
  return result;
}

/** Sorts the library in one more way at each step, so that the caller can let other work run in between. */
export function* warmOrders(library: Library): Generator<Sort, void, void> {
  for (const sort of SORTS) {
    columnsOf(orderOf(library, sort));
    yield sort;
  }
}

function orderOf(library: Library, sort: Sort): readonly LibraryEntry[] {
  const { orders } = memoOf(library);
  const known = orders.get(sort);
  if (known !== undefined) return known;
  const order = orderEntries(library.entries, sort);
  orders.set(sort, order);
  return order;
}

function memoOf(library: Library): Memo {
  const known = memos.get(library);
  if (known !== undefined) return known;
  const memo: Memo = { orders: new Map(), results: new Map() };
  memos.set(library, memo);
  return memo;
}

function resultKey(query: LibraryQuery): string {
  const { sort, status, systemId, search } = query;
  return `${sort} ${status} ${systemId ?? ''} ${wordsOf(search).join(' ')}`;
}
