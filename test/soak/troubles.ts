import { setTimeout as delay } from 'node:timers/promises';

import type { Effect as DiscordEffect } from '#loopback/discord/faults.ts';
import type { Effect as SiteEffect } from '#loopback/retroachievements/faults.ts';
import type { Stage } from '#test/e2e/stage.ts';
import type { TestDatabase } from '#test/support/store.ts';

import type { Crew } from './crew.ts';
import type { Draws } from './draws.ts';
import type { SoakRedis } from './soak-redis.ts';
import type { Weather } from './weather.ts';

export type Scene = {
  readonly stage: Stage;
  readonly crew: Crew;
  readonly draws: Draws;
  readonly database: TestDatabase;
  readonly redis: SoakRedis;
  readonly weather: Weather;
};

/**
 * Something that goes wrong while awards are announced, and is over when it resolves.
 * @param idle aborted when there is nothing left to announce: who waits for a moment waits no longer
 */
export type Trouble = (scene: Scene, idle: AbortSignal) => Promise<void>;

export const POSTS = /^\/channels\/\d+\/messages$/;
const FROZEN_MS = 2_500;
const HANG_MS = 1_000;

/** Resolves within milliseconds of a post, or when there is none left. */
async function amidPosts({ stage, draws }: Scene, idle: AbortSignal): Promise<void> {
  const { events } = stage.discord;
  let left = draws.between(1, 8);
  const { promise, resolve } = Promise.withResolvers<void>();
  const tick = () => ((left -= 1) <= 0 ? resolve() : undefined);
  events.on('message', tick);
  idle.addEventListener('abort', () => resolve(), { once: true });
  if (idle.aborted) resolve();
  await promise;
  events.off('message', tick);
  await delay(draws.below(8));
}

/** Such requests fail so, until there is nothing left to announce. */
function posts(effects: readonly DiscordEffect[]): Trouble {
  return async ({ stage, draws }, idle) => {
    const effect = draws.one(effects);
    const times = draws.between(1, 6);
    const fault = stage.discord.faults.add({ method: 'POST', path: POSTS, times, effect });
    await aborted(idle);
    fault.remove();
  };
}

function polls(effects: readonly SiteEffect[]): Trouble {
  return async ({ stage, draws }, idle) => {
    const effect = draws.one(effects);
    const fault = stage.site.faults.add({ times: draws.between(1, 3), effect });
    await (effect.kind === 'hang' ? delay(HANG_MS) : aborted(idle));
    fault.release();
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  'a process killed': async (scene, idle) => {
    const victim = scene.draws.one(scene.crew.victims);
    await amidPosts(scene, idle);
    await scene.crew.bot(victim).kill();
    await scene.crew.start(victim);
  },
  'a process stopped and started': async (scene, idle) => {
    const victim = scene.draws.one(scene.crew.victims);
    await amidPosts(scene, idle);
    await scene.crew.bot(victim).stop();
    await scene.crew.start(victim);
  },
  'a process frozen for a while': async (scene, idle) => {
    const bot = scene.crew.bot(scene.draws.one(scene.crew.victims));
    await amidPosts(scene, idle);
    bot.freeze();
    await delay(FROZEN_MS);
    bot.thaw();
  },
  'Postgres ends connections': async (scene, idle) => {
    await amidPosts(scene, idle);
    await scene.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and random() < 0.6`,
    );
  },
  'Redis killed and started': async (scene, idle) => {
    await amidPosts(scene, idle);
    await scene.redis.restart();
  },
  'Redis emptied': async (scene, idle) => {
    await amidPosts(scene, idle);
    await scene.redis.flush();
  },
  'the gateway closes': async (scene, idle) => {
    const { gateway } = scene.stage.discord;
    const close = scene.draws.one([
      () => gateway.drop(),
      () => gateway.drop(4_000),
      () => gateway.requestReconnect(),
      () => gateway.invalidate(true),
    ]);
    await amidPosts(scene, idle);
    close();
  },
  'Discord fails before it posts': posts([
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { cut: 'before' },
  ]),
  'Discord fails after it posts': posts([
    { statusAfter: 500 },
    { statusAfter: 502 },
    { cut: 'after' },
  ]),
  'Discord limits posts': posts([
    { rateLimit: { retryAfter: 1 } },
    { rateLimit: { retryAfter: 0.5, scope: 'shared' } },
    { rateLimit: { retryAfter: 1, global: true } },
  ]),
  'Discord is slow': posts([{ delayMs: 300 }, { delayMs: 1_500 }]),
  'the site fails': polls([
    { kind: 'status', status: 500 },
    { kind: 'status', status: 429, retryAfter: { seconds: 1 } },
    { kind: 'html' },
    { kind: 'truncated-json' },
    { kind: 'cut', where: 'before' },
    { kind: 'cut', where: 'mid-body' },
    { kind: 'hang' },
  ]),
};
