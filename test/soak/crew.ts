import { fileURLToPath } from 'node:url';

import type { BotProcess } from '#loopback/bot-process.ts';
import type { Stage } from '#test/e2e/stage.ts';

const IN_BOT = fileURLToPath(new URL('in-bot.ts', import.meta.url));
export const SHARDS = [0, 1, 2] as const;
export type Shard = (typeof SHARDS)[number];

/** The processes of the bot, one a shard, on one database and one cache. */
export class Crew {
  readonly #stage: Stage;
  readonly #env: Record<string, string>;
  readonly #running = new Map<Shard, BotProcess>();
  /** This one is left alone from now on. */
  survivor: Shard | null = null;
  readonly #all: BotProcess[] = [];

  /** @param clockFile tells each the time. */
  constructor(stage: Stage, clockFile: string, cacheUrl: string) {
    this.#stage = stage;
    this.#env = {
      NODE_OPTIONS: `--import=${IN_BOT}`,
      SOAK_CLOCK: clockFile,
      CACHE_URL: cacheUrl,
      SHARD_COUNT: String(SHARDS.length),
      LOG_LEVEL: 'info',
    };
  }

  /** Starts one; resolves when it is ready. */
  async start(shard: Shard, env: Record<string, string> = {}): Promise<void> {
    const bot = this.#stage.launchBot({ ...this.#env, SHARD_IDS: String(shard), ...env });
    this.#running.set(shard, bot);
    this.#all.push(bot);
    await bot.ready([shard]);
  }

  async startAll(): Promise<void> {
    await Promise.all(SHARDS.map((shard) => this.start(shard)));
  }

  get starts(): number {
    return this.#all.length;
  }

  /** Those that may be killed. */
  get victims(): readonly Shard[] {
    return SHARDS.filter((shard) => shard !== this.survivor);
  }

  /** @throws Error where it does not run */
  bot(shard: Shard): BotProcess {
    const bot = this.#running.get(shard);
    if (!bot) throw new Error(`Shard ${shard} does not run`);
    return bot;
  }

  async killAll(): Promise<void> {
    await Promise.all(SHARDS.map((shard) => this.bot(shard).kill()));
  }

  async stopAll(): Promise<void> {
    await Promise.all(SHARDS.map((shard) => this.bot(shard).stop()));
  }

  /** How often all that ever ran said this. */
  count(words: string): number {
    const texts = this.#all.map(({ output }) => output.split(words).length - 1);
    return texts.reduce((sum, times) => sum + times, 0);
  }

  /** The last lines of each, for a failure. */
  get lastWords(): string {
    return SHARDS.map((shard) => this.#running.get(shard)?.output.slice(-3_000)).join('\n---\n');
  }
}
