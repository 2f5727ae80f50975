import { expect, it, vi } from 'vitest';

import { startPostgresDouble, through } from '#test/store/postgres/postgres-double.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';

import { Manager } from './manager.ts';
import { Stage } from './stage.ts';

const ANSWER_MS = 15_000;
const STOP_MS = 10_000;
const SENTENCE = /database/;

/** A bot whose Postgres can stop answering. */
async function openFreezable() {
  const resources = new AsyncDisposableStack();
  const database = resources.use(await createTestDatabase('postgres'));
  const double = resources.use(await startPostgresDouble({ upstream: database.url }));
  const stage = resources.use(
    await Stage.open({
      isDirect: true,
      env: { POLL_SECONDS: '0.5', DATABASE_URL: through(database.url, double.port) },
      discord: { patienceMs: 2 * ANSWER_MS },
    }),
  );
  const manager = new Manager(stage, 'Mia');
  const channel = stage.discord.channel('games');
  const player = stage.addPlayer('MaxMilyin', 12);
  await manager.announce(channel, [player]);
  return {
    stage,
    manager,
    channel,
    player,
    double,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

describeOnPostgres('a Postgres that stops answering', () => {
  it('gives everyone a sentence within 15 s', async () => {
    await using scene = await openFreezable();
    const { manager, channel, player, double } = scene;
    double.freeze();
    const answers = ['status', 'list', 'pause', 'untrack', 'track'].map(async (subcommand) => {
      const start = performance.now();
      const needsUser = /track/.test(subcommand);
      const said = await manager.use(subcommand, channel, needsUser ? { user: player.name } : {});
      return { subcommand, said, isInTime: performance.now() - start < ANSWER_MS };
    });
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject({ said: expect.stringMatching(SENTENCE), isInTime: true });
    }
    // And again, now that every connection is known to be lost.
    const start = performance.now();
    expect(await manager.use('status', channel)).toMatch(SENTENCE);
    expect(performance.now() - start).toBeLessThan(ANSWER_MS);
  }, 90_000);

  it('gives members who sign up a sentence, and those who type no suggestions, both in time', async () => {
    await using scene = await openFreezable();
    const { stage, manager, channel, double } = scene;
    await manager.use('invite', channel);
    const [message] = stage.discord.messagesIn(channel);
    const robin = stage.discord.person('Robin');
    double.freeze();
    const typed = robin.autocomplete('game', { title: 'so' }, 'title');
    // Discord gives the bot 3 s for both.
    const pressed = await robin.click(message, 'Announce my games');
    expect(await typed).toEqual([]);
    expect((await pressed.answer()).content).toMatch(SENTENCE);
  }, 60_000);

  it('doesn’t keep the bot from ending within 10 s', async () => {
    await using scene = await openFreezable();
    const { stage, manager, channel, double } = scene;
    double.freeze();
    for (const subcommand of ['status', 'pause', 'list']) {
      manager.use(subcommand, channel).catch(() => undefined);
    }
    // Those, and the bot's own work: the lock, a poll or a look for posts.
    await vi.waitUntil(() => double.unanswered() >= 5, { timeout: ANSWER_MS });
    const start = performance.now();
    expect(await stage.bot.stop()).toEqual({ code: 0, signal: null });
    expect(performance.now() - start).toBeLessThan(STOP_MS);
  }, 60_000);
});
