import type { TestDatabase } from '#test/support/store.ts';

import type { Books } from './books.ts';
import { keyOf } from './entry.ts';
import type { Entry } from './entry.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * What the books still expect, held against what the database still has to post: one sentence for each difference. First
 * strikes out what the bot has dropped for a higher award.
 * @param now ms since 1970
 */
export async function balance(
  books: Books,
  database: Pick<TestDatabase, 'query'>,
  now: number,
): Promise<readonly string[]> {
  const rows = await database.query(
    `select channel_id, player_name, game_id, kind, status from outbox where status in ('due', 'dropped')`,
  );
  const kept = new Set(rows.filter(({ status }) => status === 'due').map(rowKey));
  const dropped = new Set(rows.filter(({ status }) => status === 'dropped').map(rowKey));
  // A process whose claim was lost may note an attempt for a batch that is posted already; the bot's upkeep removes it.
  const texts = await database.query(
    `select batch_id from attempts where last_at < ${Math.floor(now) - DAY_MS}`,
  );
  books.passOver(kept, dropped);
  const open = [...books.open];
  const expected = new Set(open.map(({ key }) => key));
  const missing = open.filter(({ key }) => !kept.has(key));
  return [
    ...books.late().map(({ key }) => `${key} was never told`),
    ...missing.map((entry) => {
      const fate = dropped.has(entry.key) ? 'was dropped' : 'is not kept';
      return `${entry.key} ${fate}: ${historyOf(entry, books)}`;
    }),
    ...[...kept].filter((key) => !expected.has(key)).map((key) => `${key} is kept for nothing`),
    ...texts.map(({ batch_id: id }) => `the text of ${String(id)} is kept for nothing`),
  ];
}

/** All that the feed is to tell of this game, to find out what became of one of them. */
function historyOf({ feed, player, gameId }: Entry, books: Books): string {
  const awards = [...books.entries.values()].filter(
    (entry) => entry.feed === feed && entry.player === player && entry.gameId === gameId,
  );
  return awards
    .map(
      ({ kind, state, grantedAt }) => `${kind} ${state} since ${new Date(grantedAt).toISOString()}`,
    )
    .join(', ');
}

/** As the books name an award. @param row of the outbox */
export function rowKey(row: Readonly<Record<string, unknown>>): string {
  const { channel_id, player_name, game_id, kind } = row;
  return keyOf(String(channel_id), String(player_name), Number(game_id), String(kind));
}
