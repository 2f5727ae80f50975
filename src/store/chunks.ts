/** A statement takes some 32,000 values on SQLite; rows have a dozen. */
const CHUNK = 1_000;

/** Asks for many in several statements; nothing where there is nothing. */
export async function inChunks<T, R>(
  items: readonly T[],
  ask: (chunk: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let start = 0; start < items.length; start += CHUNK) {
    results.push(...(await ask(items.slice(start, start + CHUNK))));
  }
  return results;
}
