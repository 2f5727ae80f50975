import { execSync } from 'node:child_process';
import { rm } from 'node:fs/promises';

import { ROOT, start, withEnv } from './bots.ts';
import type { Bot, BotName } from './bots.ts';
import { BOT_AND_FLOOR, compare, inRounds } from './measure.ts';
import type { Stage } from './stage.ts';
import { atMost, inMs } from './table.ts';
import type { Line } from './table.ts';

/** From the start of the process until it's connected and has registered its commands, of which Discord had none. */
export async function startUp({ bots, database }: Stage, isQuick: boolean): Promise<Line[]> {
  const startMs = async (name: BotName, env: Bot['env'] = {}) => {
    await using running = await start(withEnv(bots[name], env));
    return running.startMs;
  };
  let databases = 0;
  /** As it is after `npm ci`, or with install scripts off. */
  const firstStartMs = async (name: BotName, isCompiled: boolean) => {
    await rm(CACHE, { recursive: true, force: true });
    if (isCompiled) execSync('npm run postinstall', { cwd: ROOT, stdio: 'ignore' });
    return startMs(name, { DATABASE_URL: database(`first-${(databases += 1)}`) });
  };
  const rounds = isQuick ? 2 : 7;
  const later = compare(await inRounds(rounds, (name) => startMs(name), BOT_AND_FLOOR));
  const firsts = (isCompiled: boolean) =>
    inRounds(rounds, (name) => firstStartMs(name, isCompiled), BOT_AND_FLOOR);
  const first = compare(await firsts(true));
  const uncompiled = compare(await firsts(false));
  return [
    atMost('time from start to ready, including registering commands', later, { floor: 1 }, inMs),
    atMost('the very first start after `npm ci`, with no database', first, { floor: 1.25 }, inMs),
    atMost('the same, with install scripts off', uncompiled, { floor: 1.25 }, inMs),
  ];
}

/** Where start.js keeps what is compiled. */
const CACHE = `${ROOT}/node_modules/.cache/completionist`;
