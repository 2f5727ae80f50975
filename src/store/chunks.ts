import { setImmediate as nextTurn } from 'node:timers/promises';

/** A statement takes some 32,000 values on SQLite; rows have a dozen. */
const CHUNK = 500;

/**
 * Asks for many in several statements; nothing where there is nothing. SQLite works on the bot's own thread: between
 * two of them others get their turn.
 */
export async function inChunks<T, R>(
  items: readonly T[],
  ask: (chunk: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    if (start > 0) await nextTurn();
    results.push(...(await ask(items.slice(start, start + CHUNK))));
  }
  return results;
}
