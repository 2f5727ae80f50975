import { setTimeout as delay } from 'node:timers/promises';

import { start, theBot, withEnv } from '../bots.ts';
import type { RunningBot } from '../bots.ts';
import { median } from '../measure.ts';
import { COLLECTING, residentMb } from '../memory.ts';
import { writeTracked } from '../tracked.ts';
import { emptyPostgres, emptySqlite } from './database.ts';
import type { EmptyDatabase } from './database.ts';
import { count, duration, megabytes } from './figures.ts';
import type { Table } from './page.ts';
import { AWARDS_A_POLL } from './scene.ts';
import type { Scene } from './scene.ts';

/** How many are tracked, and how many of the 50 awards between two polls are theirs. */
type Case = {
  readonly tracked: number;
  readonly won: number;
  readonly open: () => Promise<EmptyDatabase>;
};

const CASES: readonly Case[] = [
  ...[1, 100, 1_000, 10_000, 100_000, 1_000_000].map((tracked) => ({
    tracked,
    won: 1,
    open: emptySqlite,
  })),
  { tracked: 10_000, won: 5, open: emptySqlite },
  { tracked: 100_000, won: 50, open: emptySqlite },
  { tracked: 100_000, won: 1, open: emptyPostgres },
  { tracked: 100_000, won: 50, open: emptyPostgres },
  { tracked: 1_000_000, won: 1, open: emptyPostgres },
];
const QUICK: readonly Case[] = [
  { tracked: 1, won: 1, open: emptySqlite },
  { tracked: 100, won: 5, open: emptySqlite },
];

/** Below this CPU time, it only polls. */
const IDLE_SHARE = 0.15;
const IDLE_LOOK_MS = 2_000;

/** What announcing costs, however many players are tracked. */
export async function players(scene: Scene, isQuick: boolean): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const one of isQuick ? QUICK : CASES) {
    process.stderr.write(`${count(one.tracked)} players, ${one.won} of 50 awards …\n`);
    await using database = await one.open();
    await writeTracked(database.url, { players: one.tracked, known: scene.winners });
    const cost = await announcingCost(scene, one, { url: database.url, isQuick });
    rows.push([
      count(one.tracked),
      database.url.startsWith('sqlite:') ? 'SQLite' : 'Postgres',
      `${one.won} of ${AWARDS_A_POLL}`,
      duration(cost.startMs),
      duration(cost.cpuMs),
      cost.feedRequests.toFixed(1),
      cost.postRequests.toFixed(1),
      `${duration(median(cost.delays))}, ${duration(Math.max(...cost.delays))}`,
      megabytes(cost.memoryMb),
    ]);
  }
  return [
    [
      'tracked players',
      'database',
      'awards that are theirs',
      'CPU until it only polls',
      'CPU per poll, median',
      'requests per poll',
      'requests per post',
      'from poll to post: median, longest',
      'memory',
    ],
    ...rows,
  ];
}

/** In turns of a poll each: posts of one are out before the next, as in the minute between two real ones. */
async function announcingCost(
  scene: Scene,
  { tracked, won }: Case,
  { url, isQuick }: { readonly url: string; readonly isQuick: boolean },
) {
  // Discord accepts 50 posts in a second and a half.
  const isMuch = won > 10;
  const POLL_SECONDS = isQuick ? '0.2' : isMuch ? '2' : '1';
  const polls = isQuick ? 3 : isMuch ? 10 : 20;
  await using bot = await start(withEnv(theBot(scene.site.url, url), { POLL_SECONDS }), {
    moreFlags: COLLECTING,
    tellsCpu: true,
  });
  const whose = { players: tracked, bots: [bot] };
  const startMs = isQuick ? await bot.cpuMs() : await idleAfter(bot);
  await scene.during(isQuick ? 1 : 5, won, whose);
  const before = scene.requests();
  const delays: number[] = [];
  const cpu: number[] = [];
  for (let poll = 0; poll < polls; poll += 1) {
    const [cpuBefore, polledBefore] = [await bot.cpuMs(), scene.requests().polls];
    delays.push(...(await scene.during(1, won, whose)));
    cpu.push(((await bot.cpuMs()) - cpuBefore) / (scene.requests().polls - polledBefore));
  }
  const after = scene.requests();
  const polled = after.polls - before.polls;
  return {
    startMs,
    cpuMs: median(cpu),
    feedRequests: (after.feed - before.feed) / polled,
    postRequests: (after.others - before.others) / delays.length,
    delays,
    memoryMb: await residentMb(bot),
  };
}

/** The start includes what it does every twelve hours: looking for players no feed tracks. */
async function idleAfter(bot: RunningBot): Promise<number> {
  for (let before = 0; ;) {
    await delay(IDLE_LOOK_MS);
    const now = await bot.cpuMs();
    if (now - before < IDLE_LOOK_MS * IDLE_SHARE) return now;
    before = now;
  }
}
