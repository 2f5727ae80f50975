import type { Library, LibraryEntry } from '../library.ts';
import { filterEntries, isUnfiltered, searchWords } from './filter.ts';
import { orderEntries } from './order.ts';
import { SORTS, type LibraryQuery, type Sort } from './query.ts';

type Memo = {
  readonly orders: Map<Sort, readonly LibraryEntry[]>;
  /** Least recently used first. */
  readonly results: Map<string, readonly LibraryEntry[]>;
};

/** Somebody who steps through pages asks for the same result again and again; older ones are a scan away. */
const RESULTS_KEPT = 8;

/** Goes with the library, so that nothing has to be told when a newer one replaces it. */
const memos = new WeakMap<Library, Memo>();

/** The games of a library that a query shows, in its order. Remembered for as long as the library lives. */
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

/** Computes one order of the library a step, so that a caller can let others in between. */
export function* warmOrders(library: Library): Generator<Sort, void, void> {
  for (const sort of SORTS) {
    orderOf(library, sort);
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
  return `${sort} ${status} ${systemId ?? ''} ${searchWords(search).join(' ')}`;
}
