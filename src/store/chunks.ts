import { setImmediate as nextTurn } from 'node:timers/promises';

/** SQLite takes some 32,000 values a statement, and a row has a dozen. */
const CHUNK = 500;

/**
 * Splits a long list over several statements, none for an empty list. SQLite runs on the bot's own thread, so others
 * get their turn in between.
 */
export async function inChunks<T, R>(
  items: readonly T[],
  ask: (chunk: readonly T[]) => Promise<readonly R[]>,
  size = CHUNK,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += size) {
    if (start > 0) await nextTurn();
    results.push(...(await ask(items.slice(start, start + size))));
  }
  return results;
}
