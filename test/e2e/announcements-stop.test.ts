import { expect, test } from 'vitest';

import { seededRandom } from '#loopback/retroachievements/random.ts';

import { threeInEach, writeFeeds } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { pollsAnswered, posted } from './moments.ts';
import { Stage } from './stage.ts';
import { Winners } from './winners.ts';

const STOP_MS = 10_000;
const AWARDS = 150;

test('SIGTERM in the middle of posting ends the bot in time, and each post still arrives once', async () => {
  await using stage = await Stage.open({
    start: false,
    isDirect: true,
    env: { POLL_SECONDS: '0.2' },
  });
  const { discord } = stage;
  const random = seededRandom(8);
  const { feeds, players } = threeInEach(stage, 20);
  await writeFeeds(stage, feeds);
  const ledger = new Ledger(stage, feeds);
  const winners = new Winners(stage, ledger, players, 8);

  /** @param answers whether the answers that the bot waits for come while it stops. */
  async function stopAmidPosts(answers: boolean): Promise<void> {
    winners.win(AWARDS / 2);
    const moment = posted(stage, random, 20);
    const [bot] = await Promise.all([stage.startBot(), moment.reached]);
    const start = performance.now();
    const stopped = bot.stop();
    await discord.waitFor(() => discord.gateway.connected().length === 0);
    if (answers) moment.release();
    expect(await stopped).toEqual({ code: 0, signal: null });
    expect(performance.now() - start).toBeLessThan(STOP_MS);
    discord.faults.clear();
    moment.release();
  }

  await stopAmidPosts(true);
  await stopAmidPosts(false);
  const bot = await stage.startBot();
  await ledger.settled();
  await pollsAnswered(stage, 3);
  await bot.stop();
  expect(ledger.mistakes()).toEqual([]);
}, 60_000);
