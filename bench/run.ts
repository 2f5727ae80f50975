/**
 * Measures the bot against the floor (floor.ts: the same discord.js, one constant page) and prints a table. Answers are
 * also compared with the bare bot (bare.ts: `ws` and `undici`, that page's bytes), the least that Node can do.
 * `--quick` only checks that everything works, and its numbers mean little. `--only=memory` measures one part, and can be
 * repeated. `--others=100000` and `--database=postgres://…` run `rankings` among that many known players in an empty
 * database, which takes many minutes to fill. A missed goal is printed, and doesn't fail the run.
 */
import { parseArgs } from 'node:util';

import { announcementRequests } from './announcement-requests.ts';
import { announcing } from './announcing.ts';
import { cachedProgress } from './cached-progress.ts';
import { decoding } from './decoding.ts';
import { matching } from './matching.ts';
import { memoryWithServers } from './memory-with-servers.ts';
import { memory } from './memory.ts';
import { pageClicks } from './page-clicks.ts';
import { rankings } from './rankings.ts';
import { singleFlight } from './single-flight.ts';
import { setStage } from './stage.ts';
import type { Stage } from './stage.ts';
import { startUp } from './start-up.ts';
import { statistics } from './statistics.ts';
import { machine, table } from './table.ts';
import type { Line } from './table.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    others: { type: 'string' },
    database: { type: 'string' },
  },
});
const crowd = {
  others: Number(values.others ?? (values.quick ? 100 : 10_000)),
  gamesOfOthers: 200,
  ...(values.database === undefined ? {} : { url: values.database }),
};
const MEASURES: Readonly<Record<string, (stage: Stage, isQuick: boolean) => Promise<Line[]>>> = {
  'cached-progress': cachedProgress,
  'page-clicks': pageClicks,
  'single-flight': singleFlight,
  announcing,
  memory,
  'memory-with-servers': memoryWithServers,
  'start-up': startUp,
  'announcement-requests': announcementRequests,
  matching,
  rankings: () => rankings(crowd),
  stats: statistics,
  decoding: (_, isQuick) => decoding(isQuick),
};
const startedAt = performance.now();
const lines: Line[] = [];
const stage = await setStage();
for (const name of values.only ?? Object.keys(MEASURES)) {
  const measure = MEASURES[name];
  if (!measure) throw new Error(`There are: ${Object.keys(MEASURES).join(', ')}`);
  process.stderr.write(`${name} …\n`);
  lines.push(...(await measure(stage, values.quick)));
}
await stage[Symbol.asyncDispose]();

const seconds = Math.round((performance.now() - startedAt) / 1000);
console.log(
  `\n${table(lines)}\n\n${machine()} ${seconds} s.${values.quick ? ' A quick run.' : ''}`,
);
