import { start } from './bots.ts';
import type { RunningBot } from './bots.ts';
import { progressCommand, statsCommand } from './interactions.ts';
import { median } from './measure.ts';
import { addPlayer } from './site-player.ts';
import { cachedPage, PLAYER, READER } from './stage.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';

const GAMES = 10_000;
/** As many libraries as the bot keeps in memory. */
const PLAYERS = 10;
const GOAL_MS = 300;
const GOAL_RATIO = 1.25;
const CALM_ANSWERS = 1_000;

/** `/stats` of large libraries in memory, each picture for the first time, and how much that slows others down. */
export async function statistics(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const names = Array.from({ length: isQuick ? 4 : PLAYERS }, (_, index) => `Painted${index}`);
  for (const name of names) addPlayer(stage.site, name, GAMES);
  await using bot = await start(stage.bots.bot);
  for (const name of names) await cachedPage(bot, name);
  await cachedPage(bot, PLAYER);
  const progress = progressCommand(READER, PLAYER);
  const calm: number[] = [];
  while (calm.length < CALM_ANSWERS) calm.push((await bot.discord.ask(progress)).ms);

  const [first = '', ...others] = names;
  const firstMs = await pictureMs(bot, first);
  const alone = others.slice(0, others.length / 2);
  const times: number[] = [];
  for (const name of alone) times.push(await pictureMs(bot, name));

  const meanwhile: number[] = [];
  const drawn = new AbortController();
  const drawing = drawAll(bot, others.slice(alone.length)).finally(() => drawn.abort());
  while (!drawn.signal.aborted) meanwhile.push((await bot.discord.ask(progress)).ms);
  await drawing;
  const again = await pictureMs(bot, first);
  const ratio = median(meanwhile) / median(calm);
  return [
    inTime('`/stats` of 10,000 games in memory, the first picture since the start', firstMs),
    inTime('the same, a picture that was never drawn before, median', median(times)),
    inTime('the same, again', again),
    {
      what: 'cached `/progress` of others while such pictures are drawn, by without, median',
      goal: `≤ ${GOAL_RATIO} ×`,
      measured: `${ratio.toFixed(2)} × (${median(meanwhile).toFixed(2)} ms against ${median(calm).toFixed(2)} ms)`,
      isReached: ratio <= GOAL_RATIO,
    },
  ];
}

async function drawAll(bot: RunningBot, names: readonly string[]): Promise<void> {
  for (const name of names) await pictureMs(bot, name);
}

/** How long the answer with the picture took. */
async function pictureMs({ discord }: RunningBot, name: string): Promise<number> {
  const { body, ms } = await discord.ask(statsCommand(READER, name));
  if (!body.includes('filename="stats.png"')) throw new Error('There is no picture');
  return ms;
}

function inTime(what: string, ms: number): Line {
  const isReached = ms <= GOAL_MS;
  return { what, goal: `≤ ${GOAL_MS} ms`, measured: `${ms.toFixed(0)} ms`, isReached };
}
