import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { BenchDiscord } from './discord.ts';
import type { DiscordSize } from './discord.ts';
import { TOKEN } from './identity.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const RA_API_KEY = 'loopbackkey0000000000000000000000';

/** The bot, and what it is compared with: floor.ts and bare.ts. */
export type BotName = 'bot' | 'floor' | 'bare';

/** One of the three: its script and its settings. */
export type Bot = {
  readonly name: BotName;
  readonly nodeFlags: readonly string[];
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
};

/** A bot as a process of its own, connected to a Discord of its own. */
export type RunningBot = {
  readonly name: BotName;
  readonly pid: number;
  readonly discord: BenchDiscord;
  /** From its start until it was connected and had registered its commands. */
  readonly startMs: number;
  /** The CPU time it has used so far, ms. Only if it was started with `tellsCpu`. */
  cpuMs(): Promise<number>;
  /** Kills it, as a power cut would. */
  kill(): void;
} & AsyncDisposable;

/** What tell-cpu.js reports, in µs. */
const cpuUsage = z.tuple([z.object({ user: z.number(), system: z.number() })], z.unknown());

const manifest = z.object({ scripts: z.object({ start: z.string() }) });
const TELLS_CPU = ['--import', './bench/tell-cpu.js'];
const NODE_COMMAND =
  /^(?:(?<variable>\w+)=(?<value>\S+) )?exec node (?<flags>(?:--\S+ )*)(?<script>src\/\S+\.js)/;

/** What `npm start` runs, and what it sets. */
function startCommand(): Pick<Bot, 'env' | 'nodeFlags' | 'script'> {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')));
  const {
    variable,
    value = '',
    flags = '',
    script,
  } = NODE_COMMAND.exec(scripts.start)?.groups ?? {};
  if (script === undefined) throw new Error(`What does "${scripts.start}" start?`);
  const nodeFlags = flags.split(' ').filter((flag) => flag !== '');
  return { nodeFlags, script, env: variable === undefined ? {} : { [variable]: value } };
}

/** The bot itself, as `npm start` runs it. @param databaseUrl a file, as it is by default. */
export function theBot(raUrl: string, databaseUrl: string): Bot {
  const command = startCommand();
  const env = {
    ...command.env,
    DATABASE_URL: databaseUrl,
    RA_API_KEY,
    RA_URL: raUrl,
    RA_MEDIA_URL: 'https://media.retroachievements.org',
    RA_REQUESTS_PER_MINUTE: '1000000',
    CACHE_TTL_SECONDS: '86400',
  };
  return { ...command, name: 'bot', env };
}

/** The floor, which answers everything with this page. @param page the `data` of an answer of the bot. */
export function theFloor(page: object, commands: unknown): Bot {
  const FLOOR_PAGE = JSON.stringify({ ...page, allowedMentions: { parse: [] } });
  const FLOOR_COMMANDS = JSON.stringify(commands);
  return {
    name: 'floor',
    nodeFlags: [],
    script: 'bench/floor.ts',
    env: { FLOOR_PAGE, FLOOR_COMMANDS },
  };
}

/** The bare bot, which posts these bytes. @param reply the whole body of an answer of the bot. */
export function theBareBot(reply: Buffer, commands: unknown): Bot {
  const env = { BARE_REPLY: String(reply), BARE_COMMANDS: JSON.stringify(commands) };
  return { name: 'bare', nodeFlags: [], script: 'bench/bare.ts', env };
}

/** The same bot with other settings. */
export function withEnv(bot: Bot, env: Bot['env']): Bot {
  return { ...bot, env: { ...bot.env, ...env } };
}

/** Starts a bot, with node itself and without npm, and waits until it is ready. */
export async function start(
  bot: Bot,
  options: DiscordSize & {
    readonly moreFlags?: readonly string[];
    readonly tellsCpu?: boolean;
  } = {},
): Promise<RunningBot> {
  const { moreFlags = [], tellsCpu = false } = options;
  const flags = [...bot.nodeFlags, ...moreFlags, ...(tellsCpu ? TELLS_CPU : [])];
  const discord = await BenchDiscord.start(options);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, bot.script], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      ...bot.env,
    },
    stdio: ['ignore', 'ignore', 'inherit', ...(tellsCpu ? (['ipc'] as const) : [])],
  });
  const exited = once(child, 'exit');
  child.once('exit', () => discord.abandon(new Error(`The ${bot.name} ended too early`)));
  await discord.ready;
  return {
    name: bot.name,
    pid: child.pid ?? 0,
    discord,
    startMs: performance.now() - startedAt,
    async cpuMs() {
      const told = once(child, 'message');
      child.send('cpu');
      const [{ user, system }] = cpuUsage.parse(await told);
      return (user + system) / 1000;
    },
    kill: () => void child.kill('SIGKILL'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await exited;
      await discord[Symbol.asyncDispose]();
    },
  };
}
