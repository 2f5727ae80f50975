import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { commands } from '#commands/index.ts';
import { progress } from '#commands/progress.ts';
import { stats } from '#commands/stats.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { PictureUnavailable } from '#src/statistics/picture/painter.ts';
import { createStatisticsPictures } from '#src/statistics/statistics-pictures.ts';
import { commandOf } from '#test/discord/interactions/interactions.ts';
import { byName, updatesOf } from '#test/progress/scripted-site.ts';

import { startBot } from './run-command.ts';

/** `/stats` behind the router, with the library in memory. @param draw draws pictures, or fails to */
async function start(draw: () => Promise<Uint8Array> = async () => Buffer.from('picture')) {
  const bot = startBot(30);
  const { api, live, clock } = bot;
  let drawings = 0;
  const painter = {
    draw() {
      drawings += 1;
      return draw();
    },
  };
  const services = { ...bot.services, pictures: createStatisticsPictures({ painter, clock }) };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const router = createRouter({
    commands: [stats, progress],
    services,
    texts,
    api,
    live,
    clock,
    log,
  });
  await updatesOf(services.libraries, byName('MaxMilyin'));
  async function ask(interaction: APIInteraction = commandOf('stats', { user: 'MaxMilyin' })) {
    const before = api.calls.length;
    await router(interaction);
    return api.calls.slice(before);
  }
  return { ...bot, services, ask, drawings: () => drawings };
}

describe('/stats', () => {
  it('accepts a user like /progress does, and private', () => {
    const { options = [] } = stats.definition;
    expect(options.map(({ name }) => name)).toEqual(['user', 'private']);
    for (const option of options) expect(progress.definition.options).toContainEqual(option);
    expect(stats.definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(commands).toContain(stats);
  });

  it('draws once for everyone who asks at the same time, and once a day', async () => {
    const bot = await start();
    const answers = await Promise.all([bot.ask(), bot.ask(), bot.ask()]);
    expect(answers.flat().map(({ files }) => files)).toContainEqual(['stats.png']);
    await bot.ask();
    expect(bot.drawings()).toBe(1);
    const library = bot.services.libraries.fresh(byName('MaxMilyin'));
    if (!library) throw new Error('The library is in memory');
    await bot.clock.advance(24 * 60 * 60_000);
    await bot.services.pictures.picture(library, bot.services.translate('en'));
    expect(bot.drawings()).toBe(2);
  });

  it('shows the facts as text if no picture can be drawn, and draws the next time', async () => {
    const bot = await start(() => Promise.reject(new PictureUnavailable('busy')));
    const [answer] = await bot.ask();
    expect(JSON.stringify(answer?.body)).toContain('I can’t draw the picture right now');
    expect(JSON.stringify(answer?.body)).toContain('**30** played');
    expect(answer?.files).toBeUndefined();
    await bot.ask();
    expect(bot.drawings()).toBe(2);
  });

  it('tells someone who asks over and over when they can ask again', async () => {
    const bot = await start();
    for (let time = 0; time < 30; time += 1) await bot.ask();
    const refused = await bot.ask();
    expect(JSON.stringify(refused)).toContain('You’ve looked at a lot of statistics');
    await bot.clock.advance(5 * 60_000);
    expect(JSON.stringify(await bot.ask())).not.toContain('You’ve looked at a lot');
  });

  it('counts nothing that failed', async () => {
    const bot = await start();
    for (let time = 0; time < 40; time += 1) await bot.ask(commandOf('stats', { user: 'Nobody' }));
    expect(JSON.stringify(await bot.ask())).toContain('**30** played');
  });
});
