import { start, theBot, withEnv } from '../bots.ts';
import type { RunningBot } from '../bots.ts';
import { SERVERS_A_SHARD } from '../discord.ts';
import { progressCommand } from '../interactions.ts';
import { median } from '../measure.ts';
import { COLLECTING, residentMb } from '../memory.ts';
import { cachedPage, PLAYER, READER } from '../stage.ts';
import { emptySqlite } from './database.ts';
import { makeDue, writeDigests } from './digests.ts';
import { count, duration, megabytes } from './figures.ts';
import type { Table } from './page.ts';
import type { Scene } from './scene.ts';

const SERVERS = [1, 100, 1_000, 2_500, 10_000];
const COMMAND = progressCommand(READER, PLAYER);

/** What servers cost, each with a feed of its own, whose digests are all due at the same moment. */
export async function servers(scene: Scene, isQuick: boolean): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const number of isQuick ? [20] : SERVERS) {
    process.stderr.write(`${count(number)} servers …\n`);
    await using database = await emptySqlite();
    await writeDigests(database.url, number);
    const bot = withEnv(theBot(scene.site.url, database.url), {
      POLL_SECONDS: isQuick ? '0.2' : '1',
    });
    await using running = await start(bot, {
      moreFlags: COLLECTING,
      tellsCpu: true,
      servers: number,
    });
    const startCpuMs = await running.cpuMs();
    const calm = await calmCost(running, isQuick ? 50 : 2_000);
    const memoryMb = await residentMb(running);
    await makeDue(database.url);
    const busy = await digestMinute(running, number, isQuick ? 5_000 : 15_000);
    rows.push([
      count(number),
      String(Math.ceil(number / SERVERS_A_SHARD)),
      `${duration(running.startMs)} (${duration(startCpuMs)})`,
      megabytes(memoryMb),
      `${duration(calm.ms)} (${duration(calm.cpuMs)})`,
      `${count(busy.posts)} in ${duration(busy.tookMs)}`,
      `${duration(median(busy.times))}, ${duration(Math.max(...busy.times))}`,
    ]);
  }
  return [
    [
      'servers',
      'shards',
      'start to ready (CPU)',
      'memory',
      'cached `/progress` (CPU)',
      'digests posted, all due at once',
      '`/progress` meanwhile: median, longest',
    ],
    ...rows,
  ];
}

/** A cached `/progress`, one after the other. */
async function calmCost(running: RunningBot, asks: number) {
  await cachedPage(running, PLAYER);
  const ask = async () => (await running.discord.ask(COMMAND)).ms;
  for (let index = 0; index < asks / 4; index += 1) await ask();
  const before = await running.cpuMs();
  const times: number[] = [];
  while (times.length < asks) times.push(await ask());
  return { ms: median(times), cpuMs: ((await running.cpuMs()) - before) / asks };
}

/** From when they are due until all are posted, or time is up. */
async function digestMinute({ discord }: RunningBot, digests: number, longestMs: number) {
  const dueAt = Date.now();
  const times: number[] = [];
  while (discord.posts < digests && Date.now() - dueAt < longestMs)
    times.push((await discord.ask(COMMAND)).ms);
  const posts = discord.posts;
  return { posts, tookMs: (discord.postedAt[posts - 1] ?? Number.NaN) - dueAt, times };
}
