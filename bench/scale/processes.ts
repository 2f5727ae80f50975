import { startRedisServer } from '#test/support/redis-server.ts';

import { start, theBot, withEnv } from '../bots.ts';
import type { RunningBot } from '../bots.ts';
import { progressCommand } from '../interactions.ts';
import { cachedPage, PLAYER, READER } from '../stage.ts';
import { writeTracked } from '../tracked.ts';
import { emptyPostgres } from './database.ts';
import { makeDue, writeDigests } from './digests.ts';
import { count, duration } from './figures.ts';
import type { Table } from './page.ts';
import { until } from './scene.ts';
import type { Scene } from './scene.ts';

const COMMAND = progressCommand(READER, PLAYER);
const AT_ONCE = 64;
const SERVERS = 400;
/** About how long Discord takes for a message. */
const POST_MS = 150;
/** How much Discord accepts from one bot, all its processes together. */
const REQUESTS_A_SECOND = 50;
const TRACKED = 10_000;
const WON = 10;

/** What several processes do together, sharing a database and a cache, each with its own shards. */
export async function processes(scene: Scene, isQuick: boolean): Promise<Table> {
  const rows: (readonly string[])[] = [];
  for (const number of isQuick ? [2] : [1, 2, 3, 4]) {
    process.stderr.write(`${number} processes …\n`);
    const asked = await asking(scene, number, isQuick ? 200 : 12_000);
    const announced = await announcing(scene, number, isQuick);
    const digests = await digesting(scene, number, isQuick ? 10 : SERVERS);
    rows.push([
      String(number),
      count(Math.round(asked.perSecond)),
      duration(asked.cpuMs),
      announced.feedRequests.toFixed(1),
      announced.postRequests.toFixed(1),
      digests.perSecond.toFixed(0),
      digests.shares.join(', '),
      count(digests.refused),
      announced.takeoverMs === null ? '–' : duration(announced.takeoverMs),
    ]);
  }
  return [
    [
      'processes',
      'interactions a second, together',
      'CPU per interaction',
      'requests per poll',
      'requests per post',
      'digests posted a second, together',
      'by each process',
      'requests over Discord’s limit',
      'takeover',
    ],
    ...rows,
  ];
}

type Group = {
  readonly url: string;
  readonly bots: readonly RunningBot[];
} & AsyncDisposable;

/** Each with a Discord of its own, so that it is known who posted. The first one announces. */
async function startGroup(
  scene: Scene,
  number: number,
  how: { readonly fill: (url: string) => Promise<void>; readonly pollSeconds: number },
): Promise<Group> {
  await using resources = new AsyncDisposableStack();
  const { url } = resources.use(await emptyPostgres());
  const redis = resources.use(await startRedisServer());
  await how.fill(url);
  const takes = globalLimit();
  const bots: RunningBot[] = [];
  for (let shard = 0; shard < number; shard += 1) {
    const bot = withEnv(theBot(scene.site.url, url), {
      CACHE_URL: `redis://127.0.0.1:${redis.port}`,
      POLL_SECONDS: String(how.pollSeconds),
      SHARD_COUNT: String(number),
      SHARD_IDS: String(shard),
    });
    const size = { servers: SERVERS, postMs: POST_MS, takes };
    bots.push(resources.use(await start(bot, { ...size, tellsCpu: true })));
    if (shard === 0) await scene.nextPoll();
  }
  const kept = resources.move();
  return { url, bots, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function globalLimit(): () => boolean {
  let second = 0;
  let requests = 0;
  return () => {
    const now = Math.floor(Date.now() / 1_000);
    requests = now === second ? requests + 1 : 1;
    second = now;
    return requests <= REQUESTS_A_SECOND;
  };
}

/** Cached `/progress`, many at once. */
async function asking(scene: Scene, number: number, asks: number) {
  const fill = (url: string) => writeTracked(url, { players: 1, known: scene.winners });
  await using group = await startGroup(scene, number, { fill, pollSeconds: 1 });
  for (const bot of group.bots) await cachedPage(bot, PLAYER);
  await askOnAndOn(group.bots, asks / 4);
  const before = await cpuOf(group.bots);
  const startedAt = performance.now();
  await askOnAndOn(group.bots, asks);
  const ms = performance.now() - startedAt;
  return { perSecond: asks / (ms / 1_000), cpuMs: ((await cpuOf(group.bots)) - before) / asks };
}

async function askOnAndOn(bots: readonly RunningBot[], asks: number): Promise<void> {
  let left = asks;
  const lines = Array.from({ length: AT_ONCE }, async (_, line) => {
    const bot = bots[line % bots.length];
    while (left > 0) {
      left -= 1;
      await bot?.discord.ask(COMMAND);
    }
  });
  await Promise.all(lines);
}

async function cpuOf(bots: readonly RunningBot[]): Promise<number> {
  const all = await Promise.all(bots.map((bot) => bot.cpuMs()));
  return all.reduce((sum, ms) => sum + ms, 0);
}

/** What they request from the site, and how long nobody polls after the announcing one dies. */
async function announcing(scene: Scene, number: number, isQuick: boolean) {
  const fill = (url: string) => writeTracked(url, { players: TRACKED, known: scene.winners });
  await using group = await startGroup(scene, number, { fill, pollSeconds: isQuick ? 0.5 : 2 });
  const { bots } = group;
  const whose = { players: TRACKED, bots };
  await scene.during(2, WON, whose);
  const before = scene.requests();
  const delays = await scene.during(isQuick ? 2 : 10, WON, whose);
  const after = scene.requests();
  const polls = after.polls - before.polls;
  return {
    feedRequests: (after.feed - before.feed) / polls,
    postRequests: (after.others - before.others) / delays.length,
    takeoverMs: isQuick || bots.length === 1 ? null : await takeover(scene, bots),
  };
}

async function takeover(scene: Scene, [announcer]: readonly RunningBot[]): Promise<number> {
  await scene.nextPoll();
  const killedAt = Date.now();
  announcer?.kill();
  return (await scene.nextPoll()) - killedAt;
}

/** Every feed's digest is due at once. */
async function digesting(scene: Scene, number: number, digests: number) {
  const fill = (url: string) => writeDigests(url, digests);
  await using group = await startGroup(scene, number, { fill, pollSeconds: 1 });
  const { url, bots } = group;
  await makeDue(url);
  const posts = () => bots.flatMap(({ discord }) => discord.postedAt);
  await until(() => posts().length >= digests);
  const [first, last] = [Math.min(...posts()), Math.max(...posts())];
  return {
    perSecond: digests / ((last - first) / 1_000),
    shares: bots.map(({ discord }) => discord.posts),
    refused: bots.reduce((sum, { discord }) => sum + discord.refused, 0),
  };
}
