import { createTestDatabase } from '#test/support/store.ts';

import { threeInEach, writeFeeds } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Stage } from './stage.ts';
import { Winners } from './winners.ts';

const FEEDS = 6;

/**
 * Feeds and their players on a Postgres that several processes share; none runs yet.
 * @param options.patienceMs how long waits may take: another process has to take over meanwhile
 */
export async function openSharedStage(options: {
  readonly seed: number;
  readonly shards: number;
  readonly patienceMs: number;
}) {
  await using opening = new AsyncDisposableStack();
  const database = opening.use(await createTestDatabase('postgres'));
  const { url } = database;
  const stage = opening.use(
    await Stage.open({
      start: false,
      isDirect: true,
      env: { POLL_SECONDS: '0.2', DATABASE_URL: url, SHARD_COUNT: String(options.shards) },
      discord: { patienceMs: options.patienceMs },
    }),
  );
  const { feeds, players } = threeInEach(stage, FEEDS);
  await writeFeeds({ databaseUrl: url }, feeds);
  const ledger = new Ledger(stage, feeds);
  const winners = new Winners(stage, ledger, players, options.seed);
  const resources = opening.move();
  return { stage, ledger, winners, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}
