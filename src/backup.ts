import { readDatabaseUrl } from './config.ts';
import { fatalSentence } from './fatal.ts';
import { placeOf, sqliteFileOf } from './store/database-url.ts';
import { BackupRefused, backUpSqlite } from './store/sqlite/sqlite-backup.ts';
import { asStoreError } from './store/store-error.ts';

/** Copies the SQLite database at DATABASE_URL, even while a bot uses it. The argument is the file to write. */
function backUp([target, ...rest]: readonly string[]): void {
  if (target === undefined || target === '' || rest.length > 0) {
    throw new BackupRefused('Say which file to write, like: npm run backup -- backup.db');
  }
  const url = readDatabaseUrl();
  const file = sqliteFileOf(url);
  if (file === null) {
    throw new BackupRefused('DATABASE_URL leads to Postgres: back it up with pg_dump');
  }
  try {
    backUpSqlite(file, target);
  } catch (error) {
    throw asStoreError(error, placeOf(url));
  }
  process.stdout.write(`${target} has a copy of ${file}\n`);
}

try {
  backUp(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof BackupRefused ? error.message : fatalSentence(error);
  process.stderr.write(`${sentence ?? `There is no backup: ${String(error)}`}\n`);
  process.exitCode = 1;
}
