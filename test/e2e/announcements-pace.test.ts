import { expect, it } from 'vitest';

import { createTestDatabase, describeOnBoth } from '#test/support/store.ts';
import type { StoreKind } from '#test/support/store.ts';

import { writeFeeds } from './feeds.ts';
import type { TestFeed } from './feeds.ts';
import { Ledger } from './ledger.ts';
import { Stage } from './stage.ts';

/** More than a process has slots for posts under way. */
const SLOW = 12;
/** More than Discord takes in one window. */
const MESSAGES = 8;
const GAMES_OF_A_MESSAGE = 20;
/** Long after the other channel has its post. */
const LIMIT_SECONDS = 8;

/** A bot that has not started yet: the slow channels announce one player, the other one another player. */
async function openScene(kind: StoreKind, postLimit?: { count: number; windowMs: number }) {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await createTestDatabase(kind));
  const stage = resources.use(
    await Stage.open({
      start: false,
      env: { POLL_SECONDS: '0.2', DATABASE_URL: database.url },
      discord: postLimit ? { postLimit } : {},
    }),
  );
  const { discord, site } = stage;
  const heap = site.addPlayer({ name: 'Heap', games: [] });
  const quick = site.addPlayer({ name: 'Quick', games: [] });
  const slow = Array.from({ length: SLOW }, (_, n): TestFeed => {
    return { channel: discord.channel(`slow-${n}`), players: [heap], kinds: 'mastered' };
  });
  const other: TestFeed = { channel: discord.channel('other'), players: [quick], kinds: 'all' };
  await writeFeeds({ databaseUrl: database.url }, [...slow, other]);
  const ledger = new Ledger(stage, [...slow, other]);
  return {
    stage,
    discord,
    heap,
    quick,
    slow,
    other,
    ledger,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

describeOnBoth('channels that catch up', (kind) => {
  it('at Discord’s pace hold up no other channel', async () => {
    await using scene = await openScene(kind, { count: 5, windowMs: 3_000 });
    const { stage, discord, heap, quick, slow, other, ledger } = scene;
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

  it('after a long limit each hold up no other channel', async () => {
    await using scene = await openScene(kind);
    const { stage, discord, heap, quick, slow, other, ledger } = scene;
    const limits = slow.map(({ channel }) =>
      discord.faults.add({
        method: 'POST',
        path: new RegExp(`^/channels/${channel.id}/messages$`),
        effect: { rateLimit: { retryAfter: LIMIT_SECONDS } },
      }),
    );
    ledger.win(heap, 1, 'mastered');
    await stage.startBot();
    await discord.waitFor(() => limits.every(({ hits }) => hits > 0));
    ledger.win(quick, 1, 'mastered');
    await discord.waitFor(() => discord.messagesIn(other.channel).length > 0);
    expect(limits.map(({ hits }) => hits)).toEqual(slow.map(() => 1));
    expect(slow.flatMap(({ channel }) => discord.messagesIn(channel))).toEqual([]);
    await ledger.settled();
    await stage.bot.stop();
    expect(ledger.mistakes()).toEqual([]);
  }, 40_000);
});
