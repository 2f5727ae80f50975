import type { BotProcess } from '#loopback/bot-process.ts';
import { MIGRATIONS } from '#src/migrations.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import { openStore } from '#src/store/store.ts';

import type { Odd, Starting, Stopping } from './outcomes.ts';
import type { Scene } from './scene.ts';

export const PROCESS = {
  stop: 'It’s told to stop (SIGTERM)',
  start: 'It starts',
  migration: 'It starts on an older version’s database',
} as const;

export type ProcessActivity = keyof typeof PROCESS;

const STOP_MS = 10_000;
/** That commands are answered, and that the database is open. */
const READY = ['"msg":"ready"', '"msg":"this process announces"'];

/** Tells the bot to stop, and waits until it has ended. */
export async function stopBot({ bot }: Scene): Promise<Stopping | Odd> {
  const start = performance.now();
  const { code, signal } = await bot.stop();
  if (signal !== null || code !== 0) return `odd: ${code ?? signal}`;
  return performance.now() - start < STOP_MS ? 'in time' : 'odd: too late';
}

/** What a start has come to by now. */
export function startOf(bot: BotProcess): Starting | Odd {
  const [line, ...rest] = bot.stderr.trim().split('\n');
  if (line) return rest.length === 0 ? `refused: ${line}` : `odd: ${bot.stderr}`;
  return READY.every((sign) => bot.output.includes(sign)) ? 'at once' : 'later';
}

/** A database as an older version left it, with one channel. */
export async function makeOldDatabase(scene: Scene): Promise<OldDatabase> {
  const url = await scene.newDatabase();
  const older = Object.entries(MIGRATIONS).slice(0, 2);
  const tools = { clock: systemClock, log: createLog('silent', []) };
  await (
    await openStore(url, { migrations: Object.fromEntries(older), ...tools })
  )[Symbol.asyncDispose]();
  await scene.query(INSERT, url);
  return {
    url,
    /** Whether it's this version's now, and still has the channel. */
    isMigrated: async () => {
      const rows = await scene.query('select language from feeds', url);
      return rows.length === 1;
    },
  };
}

type OldDatabase = { readonly url: string; readonly isMigrated: () => Promise<boolean> };

const INSERT = `insert into feeds
  (channel_id, guild_id, kinds, cadence, hour, weekday, timezone, manager_id, crossposts, created_at, wanted_since)
  values ('1', '1', 'all', 'live', 18, 'monday', 'UTC', '1', 0, 1, 1)`;
