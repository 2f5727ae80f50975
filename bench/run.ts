/**
 * Measures the bot against the floor (floor.ts: the same discord.js, one constant page) and prints a table.
 * With `--quick` only that everything works: the numbers mean little then. A missed goal is printed, and is no failure.
 */
import { parseArgs } from 'node:util';

import { start } from './bots.ts';
import { cachedProgress } from './cached-progress.ts';
import { decoding } from './decoding.ts';
import { memory } from './memory.ts';
import { pageClicks } from './page-clicks.ts';
import { singleFlight } from './single-flight.ts';
import { addPlayer, PLAYER, cachedPage, setStage } from './stage.ts';
import { startUp } from './start-up.ts';
import { machine, table } from './table.ts';
import type { Line } from './table.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const isQuick = values.quick;
const startedAt = performance.now();
const lines: Line[] = [];

async function measure(what: string, lined: Promise<Line[]>): Promise<void> {
  process.stderr.write(`${what} …\n`);
  lines.push(...(await lined));
}

const stage = await setStage();
{
  await using bot = await start(stage.bots.bot);
  await using floor = await start(stage.bots.floor);
  addPlayer(stage.site, 'Librarian', 10_000);
  await cachedPage(bot, PLAYER);
  await measure('cached /progress', cachedProgress({ bot, floor }, isQuick));
  await measure('page clicks', pageClicks({ bot, floor }, 'Librarian', isQuick));
  await measure('many at once', singleFlight(stage, bot));
}
await measure('memory', memory(stage, isQuick));
await measure('start', startUp(stage, isQuick));
await stage.site.close();
await measure('decoding', decoding(isQuick));

const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(`\n${table(lines)}\n\n${machine()} ${seconds} s.${isQuick ? ' A quick run.' : ''}`);
