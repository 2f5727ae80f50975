import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { LoopbackDiscord } from './discord/loopback-discord.ts';

export type BotProcessOptions = {
  discord: Pick<LoopbackDiscord, 'apiUrl' | 'token' | 'ready'>;
  /** The loopback RetroAchievements, also for pictures unless `env` says otherwise. */
  raUrl: string;
  /** Added to the rest. Undefined removes a variable. */
  env?: Record<string, string | undefined>;
  /** Where `npm start` runs. Default: this repository. */
  root?: string;
  /** Skips npm, which saves 0.1 s per start. */
  isDirect?: boolean;
  /** A command that runs the bot, such as one that becomes another user. */
  through?: readonly string[];
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The machine's own variables. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'];
/** `SIGTERM` stops the bot within 10 s. A little later, it's killed. */
const STOP_PATIENCE_MS = 12_000;

function environment({ discord, raUrl, env }: BotProcessOptions): NodeJS.ProcessEnv {
  const inherited = INHERITED.map((name) => [name, process.env[name]] as const);
  const all = {
    ...Object.fromEntries(inherited),
    DISCORD_TOKEN: discord.token,
    RA_API_KEY: 'loopbackkey0000000000000000000000',
    DISCORD_API_URL: discord.apiUrl,
    RA_URL: raUrl,
    RA_MEDIA_URL: raUrl,
    // Tests that restart a bot pass a file instead.
    DATABASE_URL: 'sqlite::memory:',
    LOG_LEVEL: 'debug',
    ...env,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const NPM_START = ['npm', 'start', '--silent'] as const;
const NODE = [process.execPath, '--max-semi-space-size=4', 'src/start.js'] as const;

/** Starts the real bot with `npm start`, in its own process group. */
export function startBot(options: BotProcessOptions): BotProcess {
  const start = options.isDirect === true ? NODE : NPM_START;
  const [command = '', ...parameters] = [...(options.through ?? []), ...start];
  const child = spawn(command, parameters, {
    cwd: options.root ?? ROOT,
    env: environment(options),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new BotProcess(child, options);
}

/** The bot's process: its output, its end, and ways to stop it. */
export class BotProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #discord: BotProcessOptions['discord'];
  /** Resolves when the process and its output have ended. */
  readonly exited: Promise<Exit>;
  stdout = '';
  stderr = '';

  constructor(child: ChildProcess, { discord }: BotProcessOptions) {
    this.#child = child;
    this.#discord = discord;
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    const { promise, resolve, reject } = Promise.withResolvers<Exit>();
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
    promise.catch(() => undefined);
    this.exited = promise;
    // The bot never outlives this process.
    const endWithUs = () => this.#signal('SIGKILL');
    process.once('exit', endWithUs);
    child.once('close', () => process.off('exit', endWithUs));
  }

  get output(): string {
    return this.stdout + this.stderr;
  }

  /**
   * Resolves when the bot is connected and has registered its commands.
   * @throws Error with the bot's output when it ends first or takes too long
   */
  async ready(shards?: readonly number[]): Promise<void> {
    const ended = this.exited.then(({ code, signal }) => {
      throw new Error(`The bot ended (${code ?? signal}) before it was ready:\n${this.output}`);
    });
    const ready = this.#discord.ready(shards).catch((error: unknown) => {
      throw new Error(`The bot said:\n${this.output}`, { cause: error });
    });
    await Promise.race([ready, ended]);
  }

  /**
   * Stops the bot with SIGTERM, or kills it if that takes too long.
   * The signal goes to the whole process group, because npm's shell doesn't pass it on. npm ends by the same signal,
   * so a clean stop is `{ code: null, signal: 'SIGTERM' }`.
   */
  async stop(): Promise<Exit> {
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), STOP_PATIENCE_MS);
    return this.exited.finally(() => clearTimeout(timer));
  }

  /** Kills the process group (SIGKILL) and waits. */
  async kill(): Promise<Exit> {
    this.#signal('SIGKILL');
    return this.exited;
  }

  /** Stops the process in its tracks, with all its connections open. */
  freeze(): void {
    this.#signal('SIGSTOP');
  }

  /** Lets a frozen process go on. */
  thaw(): void {
    this.#signal('SIGCONT');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.stop();
  }

  #signal(signal: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Already gone.
    }
  }
}
