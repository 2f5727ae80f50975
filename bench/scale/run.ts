/**
 * Measures how the bot scales with tracked players, servers, and processes, and writes it into docs/scaling.md.
 * Needs Postgres (as the tests do) and redis-server. `--quick` only checks that everything works, and writes nothing.
 * `--only=servers` measures one part, and can be repeated.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { ROOT } from '../bots.ts';
import { addPlayer } from '../site-player.ts';
import { PLAYER } from '../stage.ts';
import { machine } from '../table.ts';
import { chartsOf } from './charts.ts';
import { keepAwake } from './keep-awake.ts';
import { markdownOf, withMeasured } from './page.ts';
import type { Table } from './page.ts';
import { players } from './players.ts';
import { processes } from './processes.ts';
import { Scene } from './scene.ts';
import { servers } from './servers.ts';
import { upkeep } from './upkeep.ts';

const PAGE = `${ROOT}/docs/scaling.md`;
const WINNERS = 2_000;
/** As many games as MaxMilyin has. */
const LIBRARY_SIZE = 1_287;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
  },
});
const MEASURES: Readonly<Record<string, (scene: Scene, isQuick: boolean) => Promise<Table>>> = {
  players,
  servers,
  processes,
  upkeep: () => Promise.resolve(upkeep()),
};
const startedAt = performance.now();
await using _ = keepAwake();
await using scene = await Scene.open(values.quick ? 100 : WINNERS);
addPlayer(scene.site, PLAYER, LIBRARY_SIZE);
const day = new Date().toLocaleDateString('en-GB', { dateStyle: 'long' });
for (const name of values.only ?? Object.keys(MEASURES)) {
  const measure = MEASURES[name];
  if (!measure) throw new Error(`There are: ${Object.keys(MEASURES).join(', ')}`);
  const table = await measure(scene, values.quick);
  console.log(`\n${name}\n\n${markdownOf(table)}\n`);
  const dated = name === 'upkeep' ? [] : [`Measured on ${day}: ${machine()}`];
  const text = [markdownOf(table), ...dated, ...chartsOf(name, table)].join('\n\n');
  const page = withMeasured(readFileSync(PAGE, 'utf8'), name, text);
  if (!values.quick) writeFileSync(PAGE, page);
}
console.log(`${Math.round((performance.now() - startedAt) / 1000)} s.`);
