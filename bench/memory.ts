import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { start } from './bots.ts';
import type { Bot, BotName, RunningBot } from './bots.ts';
import { askForCrowd } from './crowd.ts';
import { BOT_AND_FLOOR, compare, inRounds } from './measure.ts';
import type { Measured } from './measure.ts';
import type { Stage } from './stage.ts';
import { atMost } from './table.ts';
import type { Line } from './table.ts';

const SETTLE_MS = 1_000;
/** Both run with these: how much garbage happens to be left is chance, and not the question. */
export const COLLECTING = ['--expose-gc', '--import', './bench/collect-garbage.js'];

/** The resident memory of both after 10,000 `/progress` for 1,000 players by as many people. */
export async function memory({ bots: asGiven }: Stage, isQuick: boolean): Promise<Line[]> {
  const uses = usesOf(isQuick);
  const held = async (what: string, bot: Bot, rounds: number) => {
    const bots = { ...asGiven, bot };
    const measure = (name: BotName) => residentAfter(bots[name], uses);
    const measured = await inRounds(isQuick ? 1 : rounds, measure, BOT_AND_FLOOR);
    return memoryLine(what, measured);
  };
  const what = `memory after ${uses.toLocaleString('en')} \`/progress\` for 1,000 players (100 games on average)`;
  const asStarted = await held(what, asGiven.bot, 2);
  const { MALLOC_ARENA_MAX: _, ...env } = asGiven.bot.env;
  const withDefaults = { ...asGiven.bot, env, nodeFlags: [] };
  return [
    asStarted,
    await held('the same, without the flags that `npm start` sets', withDefaults, 1),
  ];
}

export function usesOf(isQuick: boolean): number {
  return isQuick ? 2_000 : 10_000;
}

/** @param measured in MB */
export function memoryLine(what: string, measured: Measured<number[]>): Line {
  return atMost(what, compare(measured), { floor: 1.25 }, (mb) => `${mb.toFixed(0)} MB`);
}

/** In MB. */
async function residentAfter(bot: Bot, uses: number): Promise<number> {
  await using running = await start(bot, { moreFlags: COLLECTING });
  await askForCrowd(running, uses);
  return await residentMb(running);
}

/** What it holds in memory, once it has collected what it no longer uses. */
export async function residentMb({ pid }: RunningBot): Promise<number> {
  await delay(SETTLE_MS);
  process.kill(pid, 'SIGUSR2');
  await delay(SETTLE_MS);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024;
}
