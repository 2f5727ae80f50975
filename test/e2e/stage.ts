import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll } from 'vitest';

import { type BotProcess, startBot } from '#loopback/bot-process.ts';
import {
  type LoopbackDiscord,
  type LoopbackOptions,
  startDiscord,
} from '#loopback/discord/loopback-discord.ts';
import type { Person } from '#loopback/discord/people/person.ts';
import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import {
  type LoopbackRetroAchievements,
  startRetroAchievements,
} from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { createTestDatabase } from '#test/support/store.ts';
import type { StoreKind, TestDatabase } from '#test/support/store.ts';

import { Secrets } from './secrets.ts';

export type StageOptions = {
  readonly env?: Record<string, string | undefined>;
  readonly discord?: Omit<LoopbackOptions, 'token'>;
  /** Both doubles'. Default: the machine's. */
  readonly clock?: { now(): number };
  /** False: the test starts the bot itself, after it has prepared the doubles. */
  readonly start?: boolean;
  /** Where the bot runs, with the code in its `src`. Default: this repository. */
  readonly root?: string;
  /** A command that runs the bot, such as one that becomes another user. */
  readonly through?: readonly string[];
  /** Without npm: for who starts many. */
  readonly isDirect?: boolean;
};

/** Both doubles and the real bot between them. */
export class Stage implements AsyncDisposable {
  readonly discord: LoopbackDiscord;
  readonly site: LoopbackRetroAchievements;
  readonly #secrets: Secrets;
  /** Where the bots of this stage, one after the other, remember. */
  readonly #folder: string;
  readonly #options: StageOptions;
  readonly #bots: BotProcess[] = [];
  #violationsSeen = 0;

  constructor(
    discord: LoopbackDiscord,
    site: LoopbackRetroAchievements,
    secrets: Secrets,
    folder: string,
    options: StageOptions,
  ) {
    this.discord = discord;
    this.site = site;
    this.#secrets = secrets;
    this.#folder = folder;
    this.#options = options;
  }

  static async open(options: StageOptions = {}): Promise<Stage> {
    const secrets = new Secrets();
    const { clock } = options;
    const both = clock ? { clock } : {};
    const discord = await startDiscord({ ...both, ...options.discord, token: secrets.token });
    // Who waits for something at Discord may wait for the site, too.
    const onRequest = () => void discord.events.emit('change');
    const site = await startRetroAchievements({ ...both, apiKey: secrets.key, onRequest });
    secrets.watch(discord);
    const folder = await mkdtemp(join(tmpdir(), 'completionist-'));
    const stage = new Stage(discord, site, secrets, folder, options);
    try {
      if (options.start !== false) await stage.startBot();
    } catch (error) {
      await stage.#close();
      throw error;
    }
    return stage;
  }

  /** What the bots of this stage remember: before the first one starts, or between two. */
  get databaseUrl(): string {
    return `sqlite:${join(this.#folder, 'completionist.db')}`;
  }

  /** The bot that runs, or ran last. */
  get bot(): BotProcess {
    const bot = this.#bots.at(-1);
    if (!bot) throw new Error('No bot was started');
    return bot;
  }

  /** Starts the process, without waiting for anything. */
  launchBot(env: StageOptions['env'] = {}): BotProcess {
    const bot = startBot({
      discord: this.discord,
      raUrl: this.site.url,
      env: {
        RA_API_KEY: this.#secrets.key,
        RA_REQUESTS_PER_MINUTE: '100000',
        DATABASE_URL: this.databaseUrl,
        LOG_LEVEL: 'trace',
        ...this.#options.env,
        ...env,
      },
      isDirect: this.#options.isDirect ?? false,
      ...(this.#options.through === undefined ? {} : { through: this.#options.through }),
      ...(this.#options.root === undefined ? {} : { root: this.#options.root }),
    });
    this.#bots.push(bot);
    return bot;
  }

  /** Starts the process; resolves when it is connected and people see its commands. */
  async startBot(env: StageOptions['env'] = {}): Promise<BotProcess> {
    const { discord } = this;
    await discord.waitFor(() => discord.gateway.connected().length === 0, 'An old bot is there');
    const bot = this.launchBot(env);
    await bot.ready();
    await discord.waitFor(() => discord.commands.length > 0, 'No command was registered');
    return bot;
  }

  person(name: string): Person {
    return this.discord.person(name);
  }

  /** Someone with a library on the site. */
  addPlayer(name: string, size: number, seed = size): SitePlayer {
    const games = generateLibrary({ seed, size, now: Date.now() });
    return this.site.addPlayer({ name, games });
  }

  /** How often a player's completion progress was asked for, by name or by ULID. */
  libraryRequests({ name, ulid }: SitePlayer): number {
    return this.site.requests.filter(
      ({ endpoint, query }) =>
        endpoint === 'API_GetUserCompletionProgress' &&
        [name.toLowerCase(), ulid.toLowerCase()].includes((query['u'] ?? '').toLowerCase()),
    ).length;
  }

  /** @throws AssertionError with what the bot did, since this was asked last, that Discord would not take. */
  assertNoViolations(): void {
    const { violations } = this.discord;
    const since = violations.slice(this.#violationsSeen);
    this.#violationsSeen = violations.length;
    assert.deepEqual(since, []);
  }

  /** @returns what the bots wrote into files. */
  async #close(): Promise<readonly string[]> {
    await using doubles = new AsyncDisposableStack();
    doubles.use(this.site);
    doubles.use(this.discord);
    doubles.defer(() => rm(this.#folder, { recursive: true, force: true }));
    for (const bot of this.#bots) await bot[Symbol.asyncDispose]();
    const names = await readdir(this.#folder);
    // Without the await, the folder is gone before they are read.
    return await Promise.all(names.map((name) => readFile(join(this.#folder, name), 'latin1')));
  }

  /** Ends everything, and looks for the secrets in all that was said. */
  async [Symbol.asyncDispose](): Promise<void> {
    const files = await this.#close();
    this.assertNoViolations();
    const outputs = this.#bots.map(({ output }) => output);
    assert.ok(outputs.some(Boolean), 'No bot wrote anything');
    this.#secrets.assertNowhereIn([...outputs, ...files], this.discord.requests);
  }
}

/**
 * One stage for all tests of a file or a describe block; it is there while they run.
 * @param options.store where its bots remember; SQLite where left out.
 */
export function useStage(options: StageOptions & { readonly store?: StoreKind } = {}): () => Stage {
  let stage: Stage | undefined;
  let database: TestDatabase | undefined;
  beforeAll(async () => {
    if (options.store === 'postgres') database = await createTestDatabase('postgres');
    const env = { ...options.env, ...(database && { DATABASE_URL: database.url }) };
    stage = await Stage.open({ ...options, env });
  });
  afterEach(() => stage?.assertNoViolations());
  afterAll(async () => {
    await stage?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });
  return () => {
    if (!stage) throw new Error('The stage opens when the tests begin');
    return stage;
  };
}
