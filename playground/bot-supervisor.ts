import { type BotProcess, startBot } from '#loopback/bot-process.ts';
import type { LoopbackDiscord } from '#loopback/discord/loopback-discord.ts';
import { waitForChange } from '#loopback/discord/wait.ts';

import type { BotView, LogLineView } from './page/wire.ts';

export type SupervisorOptions = {
  readonly discord: LoopbackDiscord;
  readonly raUrl: string;
  /** Called at each start. */
  readonly env: () => Record<string, string>;
  readonly onChange: (bot: BotView) => void;
  readonly onLog: (line: LogLineView) => void;
};

const START_PATIENCE_MS = 60_000;
const LOG_EVERY_MS = 200;

/** Runs the real bot and reports its status. */
export class BotSupervisor {
  readonly #options: SupervisorOptions;
  #bot: BotProcess | undefined;
  #status: BotView['status'] = 'ended';
  #note: string | null = null;
  #lines = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  get view(): BotView {
    const { botUser, gateway } = this.#options.discord;
    const online = gateway.connected().length > 0;
    return { name: botUser.username, status: this.#status, online, note: this.#note };
  }

  /** Starts the bot. Resolves when it's connected or has ended. */
  async start(): Promise<void> {
    if (this.#status !== 'ended') return;
    const { discord, raUrl, env } = this.#options;
    const bot = startBot({ discord, raUrl, env: env() });
    this.#bot = bot;
    this.#become('starting');
    try {
      await Promise.race([this.#connected(bot), this.#ended(bot, this.#followLog(bot))]);
    } catch (error) {
      this.#become(this.#status, String(error));
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops the bot and waits. */
  async stop(): Promise<void> {
    if (this.#bot === undefined || this.#status === 'ended') return;
    this.#become('stopping');
    await this.#bot.stop();
    this.#become('ended');
  }

  /** Kills the bot, as a crash would. */
  async kill(): Promise<void> {
    await this.#bot?.kill();
  }

  async #connected(bot: BotProcess): Promise<void> {
    const { discord } = this.#options;
    await waitForChange(
      discord.events,
      () => bot !== this.#bot || this.#status !== 'starting' || discord.gateway.isReady(),
      () => 'The bot did not connect',
      START_PATIENCE_MS,
    );
    if (bot === this.#bot && this.#status === 'starting') this.#become('ready');
  }

  async #ended(bot: BotProcess, endLog: () => void): Promise<void> {
    const { code, signal } = await bot.exited;
    endLog();
    if (bot !== this.#bot) return;
    const asked = this.#status === 'stopping';
    this.#become('ended', asked ? null : `It ended by itself (${signal ?? `exit code ${code}`}).`);
  }

  #become(status: BotView['status'], note: string | null = null): void {
    this.#status = status;
    this.#note = note;
    this.#options.onChange(this.view);
    // Wakes those who wait for Discord to change.
    this.#options.discord.events.emit('change');
  }

  /** Passes on the bot's output line by line. */
  #followLog(bot: BotProcess): () => void {
    let read = { stdout: 0, stderr: 0 };
    const look = () => {
      for (const stream of ['stdout', 'stderr'] as const) {
        const text = bot[stream].slice(read[stream]);
        const end = text.lastIndexOf('\n') + 1;
        read = { ...read, [stream]: read[stream] + end };
        for (const line of text.slice(0, end).split('\n')) if (line !== '') this.#log(line);
      }
    };
    const timer = setInterval(look, LOG_EVERY_MS);
    return () => {
      clearInterval(timer);
      look();
    };
  }

  #log(line: string): void {
    this.#lines += 1;
    this.#options.onLog({ number: this.#lines, ...readable(line) });
  }
}

/** Turns a JSON line into a readable one. Leaves others as they are. */
function readable(line: string): { level: number; text: string } {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null) return { level: 30, text: line };
    const { level, time, msg, ...facts } = { level: 30, time: '', msg: '', ...parsed };
    const rest = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
    return { level, text: `${time.slice(11, 19)} ${msg}${rest}` };
  } catch {
    return { level: 40, text: line };
  }
}
