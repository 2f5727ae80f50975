import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import type { LoopbackDiscord } from './discord/loopback-discord.ts';

export type BotProcessOptions = {
  discord: Pick<LoopbackDiscord, 'apiUrl' | 'token' | 'ready'>;
  /** Root of the loopback RetroAchievements; pictures come from there too, unless `env` says otherwise. */
  raUrl: string;
  /** On top of the rest; an undefined one is left out. */
  env?: Record<string, string | undefined>;
  /** Where `npm start` runs; this repository where left out. */
  root?: string;
  /** Runs what `npm start` runs, without npm, which takes a tenth of a second: for who starts many. */
  isDirect?: boolean;
};

export type Exit = { code: number | null; signal: NodeJS.Signals | null };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The machine's own variables; none of the bot's. */
const INHERITED = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'];
/** `SIGTERM` stops the bot within 10 s; after a little more, it is killed. */
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
    // Nothing that outlives the process; who restarts a bot gives it a file.
    DATABASE_URL: 'sqlite::memory:',
    LOG_LEVEL: 'debug',
    ...env,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

const NPM_START = ['npm', 'start', '--silent'] as const;
const NODE = [process.execPath, '--max-semi-space-size=8', 'src/start.js'] as const;

/** Starts the real bot with `npm start`, in a process group of its own. */
export function startBot(options: BotProcessOptions): BotProcess {
  const [command, ...parameters] = options.isDirect === true ? NODE : NPM_START;
  const child = spawn(command, parameters, {
    cwd: options.root ?? ROOT,
    env: environment(options),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new BotProcess(child, options);
}

/** The bot as a process of its own: what it says, when it ends, and ways to end it. */
export class BotProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #discord: BotProcessOptions['discord'];
  /** Settled when the process and its output have ended. */
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
    // Whatever ends this process, a test that is given up for example, the bot does not outlive it.
    const endWithUs = () => this.#signal('SIGKILL');
    process.once('exit', endWithUs);
    child.once('close', () => process.off('exit', endWithUs));
  }

  /** All that it said. */
  get output(): string {
    return this.stdout + this.stderr;
  }

  /**
   * Resolves when it is connected and has seen to its commands.
   * @throws Error with its output when it ends before, or does not get there
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
   * Asks it to end (SIGTERM) and waits; kills it when it does not (the signal of the exit tells).
   * The whole group is asked, as a service manager does, because the shell under npm does not pass signals on. npm then ends by the
   * same signal, so a clean end of the bot shows as `{ code: null, signal: 'SIGTERM' }`.
   */
  async stop(): Promise<Exit> {
    this.#signal('SIGTERM');
    const timer = setTimeout(() => this.#signal('SIGKILL'), STOP_PATIENCE_MS);
    return this.exited.finally(() => clearTimeout(timer));
  }

  /** Kills the whole group at once (SIGKILL) and waits until it is gone. */
  async kill(): Promise<Exit> {
    this.#signal('SIGKILL');
    return this.exited;
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
      // The group is gone already.
    }
  }
}
