import { expect, it } from 'vitest';

import type { BotProcess } from '#loopback/bot-process.ts';
import { describeOnPostgres } from '#test/support/store.ts';

import { openSharedStage } from './shared-stage.ts';

const SEED = 7;
const TAKE_OVER_MS = 30_000;
const FROZEN_TAKE_OVER_MS = 60_000;
const ANNOUNCES = 'this process announces';

describeOnPostgres('two processes on one Postgres', () => {
  it('post each award once, even if the announcing one is killed', async () => {
    await using shared = await openSharedStage({
      seed: SEED,
      shards: 2,
      patienceMs: TAKE_OVER_MS,
    });
    const { stage, ledger, winners } = shared;
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

describeOnPostgres('four processes on one Postgres', () => {
  it('post each award once while one is killed, one freezes, and all are replaced one by one', async () => {
    await using shared = await openSharedStage({
      seed: SEED,
      shards: 4,
      patienceMs: FROZEN_TAKE_OVER_MS,
    });
    const { stage, ledger, winners } = shared;
    const running = new Map<string, BotProcess>();
    const launch = async (shard: string) => {
      const bot = stage.launchBot({ SHARD_IDS: shard });
      running.set(shard, bot);
      await bot.ready([Number(shard)]);
    };
    /** Of those still running, the one that took the lock. */
    const announcing = () => [...running].find(([, { output }]) => output.includes(ANNOUNCES));
    const winAndSettle = async (count: number) => {
      winners.win(count);
      await ledger.settled();
    };
    for (const shard of ['0', '1', '2', '3']) await launch(shard);
    await winAndSettle(30);

    const [killed = '', first] = announcing() ?? [];
    winners.win(20);
    await first?.kill();
    running.delete(killed);
    await winAndSettle(20);

    const [frozen = '', second] = announcing() ?? [];
    winners.win(10);
    second?.freeze();
    running.delete(frozen);
    await winAndSettle(20);
    expect(announcing()?.[0]).not.toBe(frozen);
    second?.thaw();
    await winAndSettle(10);

    for (const [shard, bot] of new Map(running)) {
      winners.win(10);
      await bot.stop();
      await launch(shard);
      await ledger.settled();
    }
    await second?.stop();
    await winAndSettle(10);
    expect(ledger.mistakes()).toEqual([]);
  }, 300_000);
});
