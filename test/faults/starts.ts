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
/** How the line begins that ends a start. */
const VARIABLE = /^[A-Z]+_[A-Z_]+ /;
/** It differs. */
const PLACE = /(?<=leads )to \S+,/;
/** That commands are answered, and that the database is open. */
const READY = ['"msg":"ready"', '"msg":"this process announces"'];

/** Tells the bot to stop, and waits until it has ended. */
export async function stopBot({ bot }: Scene): Promise<Stopping | Odd> {
  const start = performance.now();
  const { code, signal } = await bot.stop();
  if (signal === 'SIGKILL') return 'killed';
  if (signal !== null || code !== 0) return `odd: ${code ?? signal}`;
  return performance.now() - start < STOP_MS ? 'in time' : 'odd: too late';
}

/** What a start has come to by now. */
export function startOf(bot: BotProcess): Starting | Odd {
  const lines = bot.stderr.trim().split('\n');
  const refusal = lines.find((line) => VARIABLE.test(line));
  if (refusal) return `refused: ${refusal.replace(PLACE, 'to it,')}`;
  return READY.every((sign) => bot.output.includes(sign)) ? 'at once' : 'later';
}

/** Leaves a database as an older version would, with one channel. */
export async function makeOld({ url, query }: Scene['oldDatabase']): Promise<void> {
  const older = Object.fromEntries(Object.entries(MIGRATIONS).slice(0, 2));
  const log = createLog('silent', []);
  const store = await openStore(url, { migrations: older, clock: systemClock, log });
  await store[Symbol.asyncDispose]();
  await query(
    `insert into feeds (channel_id, guild_id, kinds, cadence, hour, weekday, timezone, manager_id,
       crossposts, created_at, wanted_since)
     values ('1', '1', 'all', 'live', 18, 'monday', 'UTC', '1', 0, 1, 1)`,
  );
}

/** Whether it's this version's now, and still has the channel. */
export async function isMigrated({ query }: Scene['oldDatabase']): Promise<boolean> {
  const rows = await query('select language from feeds');
  return rows.length === 1;
}
