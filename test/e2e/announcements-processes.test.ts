import { expect, it } from 'vitest';

import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';

import { threeInEach, writeFeeds } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Stage } from './stage.ts';
import { Winners } from './winners.ts';

const FEEDS = 6;
const SEED = 7;
const TAKE_OVER_MS = 30_000;
const ANNOUNCES = 'this process announces';

describeOnPostgres('two processes on one Postgres', () => {
  it('post each award once, also when the one that announces is killed', async () => {
    await using database = await createTestDatabase('postgres');
    await using stage = await Stage.open({
      start: false,
      isDirect: true,
      env: { POLL_SECONDS: '0.2', DATABASE_URL: database.url, SHARD_COUNT: '2' },
      discord: { patienceMs: TAKE_OVER_MS },
    });
    const { feeds, players } = threeInEach(stage, FEEDS);
    await writeFeeds({ databaseUrl: database.url }, feeds);
    const ledger = new Ledger(stage, feeds);
    const winners = new Winners(stage, ledger, players, SEED);
    const first = stage.launchBot({ SHARD_IDS: '0' });
    await first.ready([0]);
    const second = stage.launchBot({ SHARD_IDS: '1' });
    await second.ready([0, 1]);
    winners.win(40);
    await ledger.settled();
    const [leader, other] = first.output.includes(ANNOUNCES) ? [first, second] : [second, first];
    expect(other.output).not.toContain(ANNOUNCES);

    winners.win(20);
    await leader.kill();
    winners.win(20);
    await ledger.settled();
    expect(other.output).toContain(ANNOUNCES);
    expect(ledger.mistakes()).toEqual([]);
  }, 90_000);
});
