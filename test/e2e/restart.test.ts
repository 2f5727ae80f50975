import { describe, expect, test } from 'vitest';

import { isWhole, openLibrary, pageFor, pageOf, readPage, turnTo } from './library-page.ts';
import { failFor } from './site-faults.ts';
import { Stage } from './stage.ts';

/** npm, which is sent the signal too, ends by it or with the bot's own 0; a bot that had to be killed shows as SIGKILL. */
const CLEAN_ENDS = [
  { code: null, signal: 'SIGTERM' },
  { code: 0, signal: null },
];

/** Each has a bot of its own, and some have to wait. */
describe.concurrent('a process that ends', () => {
  test.each(['stop', 'kill'] as const)(
    'a page survives a restart (%s): page 2 before, page 3 after, and no command is registered again',
    async (end) => {
      await using stage = await Stage.open();
      const player = stage.addPlayer('MaxMilyin', 620);
      const alice = stage.person('alice');
      const message = await openLibrary(alice, { user: 'MaxMilyin', sort: 'title' });
      await turnTo(alice, message, '▶️', 2);
      expect(readPage(message)).toEqual(pageFor(player, 2, { sort: 'title' }));
      const { id } = message;

      await stage.bot[end]();
      await stage.startBot();
      await turnTo(alice, message, '▶️', 3);
      expect(readPage(message)).toEqual(pageFor(player, 3, { sort: 'title' }));
      expect(message.id).toBe(id);
      expect(stage.discord.commandWrites).toBe(1);
    },
  );

  test('SIGTERM during a slow command still lets the answer arrive, and ends the process cleanly', async () => {
    await using stage = await Stage.open();
    const player = stage.addPlayer('SlowOne', 45);
    const fault = failFor(stage.site, player, { kind: 'hang' });
    const shown = await stage.person('alice').command('progress', { user: 'SlowOne' });
    expect(shown.thinking).toBe(true);

    const start = performance.now();
    const stopped = stage.bot.stop();
    // npm passes the group's signal on, so that the bot gets it twice; here it surely does.
    void stage.bot.stop();
    const { gateway } = stage.discord;
    await stage.discord.waitFor(() => gateway.connected().length === 0, 'It is still connected');
    fault.release();
    const message = await shown.until(isWhole);
    expect(readPage(message)).toEqual(pageFor(player, 1));
    expect(CLEAN_ENDS).toContainEqual(await stopped);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('SIGTERM while the site hangs still ends the process within 10 s', async () => {
    await using stage = await Stage.open();
    const player = stage.addPlayer('NeverComes', 45);
    failFor(stage.site, player, { kind: 'hang' });
    await stage.person('alice').command('progress', { user: 'NeverComes' });
    const start = performance.now();
    expect(CLEAN_ENDS).toContainEqual(await stage.bot.stop());
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('SIGTERM during the start ends the process, too', async () => {
    await using stage = await Stage.open({ start: false });
    stage.discord.faults.add({ path: /^\/gateway\/bot$/, effect: { hang: true } });
    const struck = stage.discord.faults.struck();
    const bot = stage.launchBot();
    await struck;
    const start = performance.now();
    expect(CLEAN_ENDS).toContainEqual(await bot.stop());
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('clicks in quick succession end at the last page asked for', async () => {
    await using stage = await Stage.open();
    const player = stage.addPlayer('Hasty', 300);
    const alice = stage.person('alice');
    const message = await openLibrary(alice, { user: 'Hasty' });
    await stage.bot.kill();
    await stage.startBot();
    const owner = BigInt(alice.id).toString(36);
    const clicks = await Promise.all(
      [5, 9, 30, 2, 17].map(async (page) => {
        const customId = `p1:3:${owner}:${player.ulid}:${page.toString(36)}:00::`;
        return alice.rawComponent({ customId, message });
      }),
    );
    await clicks.at(-1)?.until((now) => pageOf(now) === 17 && isWhole(now));
    expect(readPage(message)).toEqual(pageFor(player, 17));
    expect(stage.libraryRequests(player)).toBe(2);
  });
});
