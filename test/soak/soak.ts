import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Stage } from '#test/e2e/stage.ts';
import { createTestDatabase } from '#test/support/store.ts';

import { balance } from './balance.ts';
import { Books } from './books.ts';
import { Crew } from './crew.ts';
import { readRest } from './crowded.ts';
import { Draws } from './draws.ts';
import { Hours } from './hours.ts';
import type { HoursPlan } from './hours.ts';
import { MovedClock } from './moved-clock.ts';
import { SoakRedis } from './soak-redis.ts';
import { AwardStream } from './stream.ts';
import { buildTown, settle } from './town.ts';
import { Vitals } from './vitals.ts';
import { Weather } from './weather.ts';

export type SoakPlan = HoursPlan & {
  readonly seed: number;
  readonly servers: number;
  readonly players: number;
};

/** The database, the cache, both doubles, and the processes that work with them. */
async function open(plan: SoakPlan) {
  await using opening = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'completionist-soak-'));
  opening.defer(() => rm(folder, { recursive: true }));
  const clockFile = join(folder, 'clock');
  const clock = new MovedClock(clockFile, plan.start);
  const redis = opening.use(await SoakRedis.start());
  const database = opening.use(await createTestDatabase('postgres'));
  const env = { DATABASE_URL: database.url, POLL_SECONDS: '0.2' };
  const stage = opening.use(
    await Stage.open({ start: false, isDirect: true, env, clock, discord: { patienceMs: 60_000 } }),
  );
  const crew = new Crew(stage, clockFile, redis.url);
  const vitals = new Vitals(join(folder, 'vitals'), clock);
  const resources = opening.move();
  const parts = { clock, redis, database, stage, crew, vitals };
  return { ...parts, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

/** Lives through a plan's hours, and says how it was. @throws Error where something due never comes */
export async function soak(plan: SoakPlan, say: (line: string) => void = () => undefined) {
  const startedAt = performance.now();
  await using opened = await open(plan);
  const { clock, database, stage, crew, vitals } = opened;
  const { discord, site } = stage;
  const { now } = clock;
  const draws = new Draws(plan.seed);
  const town = buildTown(stage, draws, plan);
  const managerId = discord.world.addUser('manager').id;
  await settle(town, database.url, draws, { managerId, now: Math.floor(now()) });

  const books = new Books(town.feeds, now);
  const rest: Promise<void>[] = [];
  books.onMore = (message, shown) => void rest.push(readRest(books, database, message, shown));
  discord.events.on('message', ({ kind, message }) => {
    if (kind === 'created') books.posted(message);
  });
  const weather = new Weather(books, now);
  const stream = new AwardStream({ site, town, books, draws, now });
  const onHour = (hour: number) => {
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    say(`hour ${hour + 1}: ${books.posts} posts, ${books.mistakes.length} mistakes, ${seconds} s`);
  };
  const { feeds } = town;
  const hours = new Hours(plan, { ...opened, draws, books, weather, stream, feeds, onHour });
  await hours.live().catch((error: unknown) => {
    const names = [...hours.fortune.counts.keys()].join(', ');
    throw new Error(`After ${names}:\n${crew.lastWords}`, { cause: error });
  });
  await Promise.all(rest);
  return {
    mistakes: [...books.mistakes, ...(await balance(books, database, now()))],
    awards: stream.count,
    expected: books.entries.size,
    posts: books.posts,
    told: books.count('told'),
    covered: books.count('covered'),
    passed: books.count('passed'),
    waiting: books.open.size,
    starts: crew.starts,
    readAgain: crew.count('the last two days were read again'),
    swept: crew.count('a sweep found awards'),
    troubles: hours.fortune.counts,
    vitals: vitals.samples,
    minutes: (performance.now() - startedAt) / 60_000,
  };
}
