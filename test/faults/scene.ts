import { DatabaseSync } from 'node:sqlite';

import type { BotProcess } from '#loopback/bot-process.ts';
import type { Channel } from '#loopback/discord/entities.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';
import { Manager } from '#test/e2e/manager.ts';
import { Stage } from '#test/e2e/stage.ts';
import { createTestDatabase } from '#test/support/store.ts';
import type { StoreKind, TestDatabase } from '#test/support/store.ts';
import { TcpProxy } from '#test/support/tcp-proxy.ts';

import type { Fault } from './fault.ts';

/** How long anything may take, real ms: a database that can't be reached ends a start after 30 s. */
export const PATIENCE_MS = 60_000;
/** A tracked player, whom rankings know. */
export const KNOWN = 'MaxMilyin';
const SIZE = 45;

/** The networks between the bot and what it relies on. */
type Networks = { readonly site: TcpProxy };

/** The channels of the announcements, one for each way in which a post comes about. */
export type Feeds = Readonly<Record<'poll' | 'delivery' | 'digest', Channel>>;

/** A real bot with all that it relies on, each behind a network that can fail. */
export class Scene implements AsyncDisposable {
  readonly stage: Stage;
  readonly networks: Networks;
  readonly feeds: Feeds;
  readonly #database: TestDatabase | null;
  readonly #resources: AsyncDisposableStack;
  readonly #people = new Map<string, Person>();
  readonly #others = new Map<string, TestDatabase>();

  private constructor(
    stage: Stage,
    networks: Networks,
    database: TestDatabase | null,
    resources: AsyncDisposableStack,
  ) {
    this.stage = stage;
    this.networks = networks;
    this.#database = database;
    this.#resources = resources;
    const { discord } = stage;
    this.feeds = {
      poll: discord.channel('poll'),
      delivery: discord.channel('delivery'),
      digest: discord.channel('digest'),
    };
  }

  /** Starts a bot that announces a player's games, and whose rankings know them. */
  static async open({ store = 'sqlite' }: Fault): Promise<Scene> {
    await using opening = new AsyncDisposableStack();
    const database = store === 'postgres' ? opening.use(await createTestDatabase(store)) : null;
    const stage = opening.use(
      await Stage.open({
        start: false,
        isDirect: true,
        // Every copy is out of date at once, and nothing is fresh enough to do without the site.
        env: { POLL_SECONDS: '0.5', CACHE_TTL_SECONDS: '0' },
        discord: { patienceMs: PATIENCE_MS },
      }),
    );
    const networks = { site: opening.use(await TcpProxy.start(portOf(stage.site.url))) };
    const scene = new Scene(stage, networks, database, opening.move());
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
    const player = stage.addPlayer(KNOWN, SIZE);
    await stage.startBot(this.environment());
    const manager = new Manager(stage, 'manager');
    await manager.announce(feeds.poll, [player]);
    await manager.announce(feeds.delivery, [player]);
    await manager.announce(feeds.digest, [player], { schedule: 'daily' });
    // Each look is a round trip.
    const board = async () => (await stage.person('visitor').command('leaderboard')).answer();
    while (!JSON.stringify(await board()).includes(`[${KNOWN}]`));
  }

  /** What a bot on this stage is told. @param databaseUrl where it remembers, if not where the others did */
  environment(databaseUrl = this.databaseUrl): Record<string, string> {
    return {
      DATABASE_URL: databaseUrl,
      RA_URL: `http://127.0.0.1:${this.networks.site.port}`,
    };
  }

  get databaseUrl(): string {
    return this.#database?.url ?? this.stage.databaseUrl;
  }

  /** The address of another database of the same kind, which ends with this scene. */
  async newDatabase(): Promise<string> {
    const database = this.#resources.use(await createTestDatabase(this.#kind));
    this.#others.set(database.url, database);
    return database.url;
  }

  /** Asks a database past the bot, and past the network before it. */
  async query(statement: string, databaseUrl = this.databaseUrl) {
    const other = this.#others.get(databaseUrl) ?? this.#database;
    if (other) return other.query(statement);
    using database = new DatabaseSync(sqliteFileOf(databaseUrl) ?? '', { timeout: 5_000 });
    return database.prepare(statement).all();
  }

  /** The same one whenever the name is the same. */
  person(name: string): Person {
    const person = this.#people.get(name) ?? this.stage.person(name);
    this.#people.set(name, person);
    return person;
  }

  get #kind(): StoreKind {
    return this.#database?.kind ?? 'sqlite';
  }

  get player(): SitePlayer {
    return this.stage.site.player(KNOWN);
  }

  get bot(): BotProcess {
    return this.stage.bot;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#resources.disposeAsync();
  }
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
