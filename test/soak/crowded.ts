import type { TestDatabase } from '#test/support/store.ts';

import { rowKey } from './balance.ts';
import type { Books, PostedMessage } from './books.ts';

/** Strikes out what a list had no room for, as its button would show it. A post's nonce names its batch. */
export async function readRest(
  books: Books,
  database: TestDatabase,
  { channel_id, nonce }: PostedMessage,
  shown: ReadonlySet<string>,
): Promise<void> {
  const rows = await database.query(
    `select channel_id, player_name, game_id, kind from outbox where batch_id = '${String(nonce)}'`,
  );
  for (const row of rows) {
    const key = rowKey(row);
    const entry = books.entries.get(key);
    if (shown.has(key) || entry?.state === 'covered') continue;
    if (!entry) {
      books.mistakes.push(`${key} was not due`);
      continue;
    }
    const { player, gameId, kind } = entry;
    books.tell(channel_id, { player, gameId, kinds: [kind] }, true);
  }
}
