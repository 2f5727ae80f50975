import type { TestDatabase } from '#test/support/store.ts';

import type { Books } from './books.ts';
import { keyOf } from './entry.ts';

/** What the books still expect, held against what the database still has to post: one sentence for each difference. */
export async function balance(
  books: Books,
  database: Pick<TestDatabase, 'query'>,
): Promise<readonly string[]> {
  const rows = await database.query(
    `select channel_id, player_name, game_id, kind from outbox where status = 'due'`,
  );
  const kept = new Set(rows.map(rowKey));
  const open = [...books.open];
  const expected = new Set(open.map(({ key }) => key));
  const missing = open.filter((entry) => !kept.has(entry.key) && !books.mayBePassed(entry));
  return [
    ...books.late().map(({ key }) => `${key} was never told`),
    ...missing.map(({ key }) => `${key} is not kept`),
    ...[...kept].filter((key) => !expected.has(key)).map((key) => `${key} is kept for nothing`),
  ];
}

/** As the books name an award. @param row of the outbox */
export function rowKey(row: Readonly<Record<string, unknown>>): string {
  const { channel_id, player_name, game_id, kind } = row;
  return keyOf(String(channel_id), String(player_name), Number(game_id), String(kind));
}
