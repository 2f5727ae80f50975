import { sql } from 'kysely';
import type { Transaction } from 'kysely';

/** A third of what a server allows at least, ms. */
const BEAT_MS = 5_000;

/**
 * Runs work that waits for others while a transaction stays open. The server ends a transaction that's silent for long,
 * because its process may be hanging.
 */
export async function keepingOpen<T>(
  transaction: Transaction<object>,
  work: () => Promise<T>,
): Promise<T> {
  const beat = () => void sql`select 1`.execute(transaction).catch(() => undefined);
  const timer = setInterval(beat, BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
