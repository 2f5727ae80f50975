import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

import { start } from './bots.ts';
import type { Bot } from './bots.ts';
import { person, progressCommand } from './interactions.ts';
import { compare, inRounds } from './measure.ts';
import { addPlayer } from './stage.ts';
import type { Stage } from './stage.ts';
import { atMost } from './table.ts';
import type { Line } from './table.ts';

const PLAYERS = 1_000;
const AT_ONCE = 16;
const SETTLE_MS = 1_000;
/** Both run with these: what lies about uncollected is chance, and not what is asked about. */
const COLLECTING = ['--expose-gc', '--import', './bench/collect-garbage.ts'];

/** What both hold, resident, after 10,000 `/progress` of 1,000 players by as many people. */
export async function memory({ site, bots }: Stage, isQuick: boolean): Promise<Line[]> {
  for (let index = 0; index < PLAYERS; index += 1) addPlayer(site, nameOf(index), sizeOf(index));
  const uses = isQuick ? 2_000 : 10_000;
  const held = async (what: string, bot: Bot, rounds: number) => {
    const pair = { bot, floor: bots.floor };
    const measured = await inRounds(isQuick ? 1 : rounds, (name) =>
      residentAfter(pair[name], uses),
    );
    const { ratio, ...mb } = compare(measured);
    return atMost(what, ratio, 1.25, `${mb.bot.toFixed(0)} MB against ${mb.floor.toFixed(0)} MB`);
  };
  const what = `memory after ${uses.toLocaleString('en')} \`/progress\` of 1,000 players (100 games on average)`;
  const asStarted = await held(what, bots.bot, 2);
  if (bots.bot.nodeFlags.length === 0) return [asStarted];
  const flags = bots.bot.nodeFlags.join(' ');
  const withDefaults = { ...bots.bot, nodeFlags: [] };
  return [asStarted, await held(`the same without \`${flags}\` of \`npm start\``, withDefaults, 1)];
}

const people = Array.from({ length: PLAYERS }, (_, index) => person(`reader${index}`));

/** In MB. */
async function residentAfter(bot: Bot, uses: number): Promise<number> {
  await using running = await start(bot, COLLECTING);
  let next = 0;
  const askOnAndOn = async () => {
    for (let use = next++; use < uses; use = next++) {
      // Each player is asked for by several people, and each of them asks for several players.
      const user = people[(use * 7 + Math.floor(use / PLAYERS)) % PLAYERS];
      if (user) await running.discord.ask(progressCommand(user, nameOf(use % PLAYERS)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOnAndOn));
  await delay(SETTLE_MS);
  process.kill(running.pid, 'SIGUSR2');
  await delay(SETTLE_MS);
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(running.pid)])) / 1024;
}

function nameOf(index: number): string {
  return `Player${index}`;
}

/** Many small libraries and a few large ones: 100 games on average, 4 to 500. */
function sizeOf(index: number): number {
  const share = ((index * 37) % PLAYERS) / PLAYERS;
  return Math.ceil(3 + 497 * share ** 4.1);
}
