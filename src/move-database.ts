import { readDatabaseUrl } from './config.ts';
import { fatalSentence } from './fatal.ts';
import { systemClock } from './platform/clock.ts';
import { createLog } from './platform/log.ts';
import { placeOf } from './store/database-url.ts';
import { MoveRefused } from './store/move-refused.ts';

/** Moves what an SQLite database holds to the Postgres at DATABASE_URL. The argument is `sqlite:<file>`. */
async function move([from = '', ...rest]: readonly string[]): Promise<void> {
  if (rest.length > 0) throw new MoveRefused('noSource');
  const to = readDatabaseUrl();
  const [{ moveDatabase }, { MIGRATIONS }] = await Promise.all([
    import('./store/move-database.ts'),
    import('./migrations.ts'),
  ]);
  const log = createLog('silent', []);
  const moved = await moveDatabase(from, to, { migrations: MIGRATIONS, clock: systemClock, log });
  for (const { table, rows } of moved) process.stdout.write(`${table}: ${rows} rows\n`);
  process.stdout.write(`Everything is in ${placeOf(to)} now. The old database is as it was.\n`);
}

try {
  await move(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof MoveRefused ? error.message : fatalSentence(error);
  process.stderr.write(`${sentence ?? `The database could not be moved: ${String(error)}`}\n`);
  process.exitCode = 1;
}
