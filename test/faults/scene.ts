import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import type { BotProcess } from '#loopback/bot-process.ts';
import type { Channel } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';
import { Manager } from '#test/e2e/manager.ts';
import { Stage } from '#test/e2e/stage.ts';
import { through } from '#test/store/postgres/postgres-double.ts';
import { startRedisServer } from '#test/support/redis-server.ts';
import { mountSmallDisk } from '#test/support/small-disk.ts';
import type { SmallDisk } from '#test/support/small-disk.ts';
import { createTestDatabase } from '#test/support/store.ts';
import type { TestDatabase } from '#test/support/store.ts';
import { TcpProxy } from '#test/support/tcp-proxy.ts';

import { openClock } from './clock.ts';
import type { FaultyClock } from './clock.ts';
import type { Fault } from './fault.ts';

/** How long anything may take, real ms: a database that can't be reached ends a start after 30 s. */
export const PATIENCE_MS = 60_000;
/** A tracked player, whom rankings know. */
export const KNOWN = 'MaxMilyin';
const SIZE = 45;
/** "Unknown interaction" and "already acknowledged". */
const BLIND_ANSWERS = new Set(['answer_10062', 'answer_40060']);

/** The networks between the bot and what it relies on. */
export type Networks = Readonly<
  Record<'site' | 'discord' | 'gateway', TcpProxy> & Partial<Record<'database' | 'cache', TcpProxy>>
>;

/** What a test does with a database past the bot, and the bot's way to it. */
type FaultyDatabase = Pick<TestDatabase, 'url' | 'query'> & { readonly botUrl: string };

/** The channels of the announcements, one for each way in which a post comes about. */
export type Feeds = Readonly<Record<'poll' | 'delivery' | 'digest', Channel>>;

type Parts = {
  readonly stage: Stage;
  readonly networks: Networks;
  readonly database: FaultyDatabase;
  readonly oldDatabase: FaultyDatabase;
  readonly disk: SmallDisk | null;
  readonly clock: FaultyClock;
};

/** A real bot with all that it relies on, each behind a network that can fail. */
export class Scene implements AsyncDisposable {
  readonly stage: Stage;
  readonly networks: Networks;
  /** Where the bot remembers. */
  readonly database: FaultyDatabase;
  /** One that an older version has left. */
  readonly oldDatabase: FaultyDatabase;
  readonly disk: SmallDisk | null;
  readonly clock: FaultyClock;
  readonly feeds: Feeds;
  readonly #fault: Fault;
  readonly #resources: AsyncDisposableStack;
  readonly #people = new Map<string, Person>();
  readonly #ended = new Set<BotProcess>();

  private constructor(parts: Parts, fault: Fault, resources: AsyncDisposableStack) {
    this.stage = parts.stage;
    this.networks = parts.networks;
    this.database = parts.database;
    this.oldDatabase = parts.oldDatabase;
    this.disk = parts.disk;
    this.clock = parts.clock;
    this.#fault = fault;
    this.#resources = resources;
    const { discord } = parts.stage;
    this.feeds = {
      poll: discord.channel('poll'),
      delivery: discord.channel('delivery'),
      digest: discord.channel('digest'),
    };
  }

  /** Starts a bot that announces a player's games, and whose rankings know them. */
  static async open(fault: Fault): Promise<Scene> {
    await using opening = new AsyncDisposableStack();
    const disk = fault.store === 'small disk' ? opening.use(mountSmallDisk()) : null;
    const clock = opening.use(openClock());
    const stage = opening.use(
      await Stage.open({
        start: false,
        isDirect: true,
        // Every copy is out of date at once, and nothing is fresh enough to do without the site.
        env: { POLL_SECONDS: '0.5', CACHE_TTL_SECONDS: '0' },
        discord: { patienceMs: PATIENCE_MS },
      }),
    );
    const parts = await openParts(fault, { stage, disk, clock }, opening);
    const scene = new Scene(parts, fault, opening.move());
    try {
      await scene.#begin();
    } catch (error) {
      await scene[Symbol.asyncDispose]();
      throw error;
    }
    return scene;
  }

  async #begin(): Promise<void> {
    const { stage, feeds } = this;
    stage.discord.gateway.url = `ws://127.0.0.1:${this.networks.gateway.port}`;
    const player = stage.addPlayer(KNOWN, SIZE);
    this.launchBot();
    await this.bot.ready();
    await stage.discord.waitFor(() => stage.discord.commands.length > 0);
    const manager = new Manager(stage, 'manager');
    await manager.announce(feeds.poll, [player]);
    await manager.announce(feeds.delivery, [player]);
    await manager.announce(feeds.digest, [player], { schedule: 'daily' });
    // Each look is a round trip.
    const board = async () => (await this.person('visitor').command('leaderboard')).answer();
    while (!JSON.stringify(await board()).includes(`[${KNOWN}]`));
  }

  /** Starts the bot, without waiting for anything. */
  launchBot(database = this.database): BotProcess {
    const { site, discord, cache } = this.networks;
    const bot = this.stage.launchBot({
      DATABASE_URL: database.botUrl,
      RA_URL: `http://127.0.0.1:${site.port}`,
      DISCORD_API_URL: `http://127.0.0.1:${discord.port}/api`,
      ...(this.#fault.hasClock === true ? this.clock.env : {}),
      CACHE_URL: cache && `redis://127.0.0.1:${cache.port}`,
    });
    void bot.exited.then(() => this.#ended.add(bot));
    return bot;
  }

  /** The same one whenever the name is the same. */
  person(name: string): Person {
    const person = this.#people.get(name) ?? this.stage.person(name);
    this.#people.set(name, person);
    return person;
  }

  get player(): SitePlayer {
    return this.stage.site.player(KNOWN);
  }

  /** The one that was started last. */
  get bot(): BotProcess {
    return this.stage.bot;
  }

  get hasEnded(): boolean {
    return this.#ended.has(this.bot);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#fault.isBlind === true) this.#forgive();
    await this.#resources.disposeAsync();
  }

  #forgive(): void {
    const { violations } = this.stage.discord;
    const others = violations.filter(({ kind }) => !BLIND_ANSWERS.has(kind));
    violations.splice(0, Infinity, ...others);
  }
}

async function openParts(
  { store, hasRedis }: Fault,
  { stage, disk, clock }: Pick<Parts, 'stage' | 'disk' | 'clock'>,
  resources: AsyncDisposableStack,
): Promise<Parts> {
  const on = async (host: string, port: number) =>
    resources.use(await TcpProxy.start({ host, port }));
  const [site, discord, gateway] = await Promise.all([
    on('127.0.0.1', portOf(stage.site.url)),
    on('127.0.0.1', portOf(stage.discord.origin)),
    on('127.0.0.1', portOf(stage.discord.origin)),
  ]);
  const networks: Networks = { site, discord, gateway };
  if (hasRedis === true) {
    const redis = resources.use(await startRedisServer());
    Object.assign(networks, { cache: await on('127.0.0.1', redis.port) });
  }
  if (store !== 'postgres') {
    const file = disk ? join(disk.path, 'bot.db') : (sqliteFileOf(stage.databaseUrl) ?? '');
    const [database, oldDatabase] = [sqlite(file), sqlite(`${file}-old`)];
    return { stage, networks, database, oldDatabase, disk, clock };
  }
  const [own, old] = await Promise.all([
    createTestDatabase('postgres'),
    createTestDatabase('postgres'),
  ]);
  resources.use(own);
  resources.use(old);
  const { hostname, port } = new URL(own.url);
  const network = await on(hostname, Number(port === '' ? 5432 : port));
  Object.assign(networks, { database: network });
  const behind = (database: TestDatabase) => ({
    ...database,
    botUrl: through(database.url, network.port),
  });
  return { stage, networks, database: behind(own), oldDatabase: behind(old), disk, clock };
}

function sqlite(file: string): FaultyDatabase {
  const url = `sqlite:${file}`;
  return {
    url,
    botUrl: url,
    query(statement) {
      using database = new DatabaseSync(file, { timeout: 5_000 });
      return Promise.resolve(database.prepare(statement).all());
    },
  };
}

function portOf(url: string): number {
  const port = Number(new URL(url).port);
  assert.ok(port > 0, `${url} has no port`);
  return port;
}
