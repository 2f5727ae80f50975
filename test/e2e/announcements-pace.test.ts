import { expect, test } from 'vitest';

import { writeFeeds } from './feeds.ts';
import type { TestFeed } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Stage } from './stage.ts';

const SLOW = 12;
/** More than Discord takes in one window. */
const MESSAGES = 8;
const GAMES_OF_A_MESSAGE = 20;

test('channels that catch up at Discord’s pace hold no other channel back', async () => {
  await using stage = await Stage.open({
    start: false,
    env: { POLL_SECONDS: '0.2' },
    discord: { postLimit: { count: 5, windowMs: 3_000 } },
  });
  const { discord, site } = stage;
  const heap = site.addPlayer({ name: 'Heap', games: [] });
  const quick = site.addPlayer({ name: 'Quick', games: [] });
  const slow = Array.from({ length: SLOW }, (_, n): TestFeed => {
    return { channel: discord.channel(`slow-${n}`), players: [heap], kinds: 'mastered' };
  });
  const other: TestFeed = { channel: discord.channel('other'), players: [quick], kinds: 'all' };
  await writeFeeds(stage, [...slow, other]);
  const ledger = new Ledger(stage, [...slow, other]);
  const counts = () => slow.map(({ channel }) => discord.messagesIn(channel).length);
  for (let n = 1; n <= MESSAGES * GAMES_OF_A_MESSAGE; n += 1) ledger.win(heap, n, 'mastered');
  await stage.startBot();
  await discord.waitFor(() => Math.min(...counts()) > 0);
  ledger.win(quick, 1, 'mastered');
  await discord.waitFor(() => discord.messagesIn(other.channel).length > 0);
  expect(Math.max(...counts())).toBeLessThan(MESSAGES);
  await ledger.settled();
  await stage.bot.stop();
  expect(ledger.mistakes()).toEqual([]);
});
