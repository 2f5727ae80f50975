import { closeSync, existsSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { storeFailureOf } from '../store-error.ts';

/** How long to wait for a process that is just opening the database, ms. */
const BUSY_TIMEOUT_MS = 2_000;

/** No backup was made. The message is one sentence for operators. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

/**
 * Writes a copy of a database, as of one moment, into a new file for this user alone. A bot that uses the database
 * isn't disturbed.
 * @throws BackupRefused, Error of node:fs or node:sqlite
 */
export function backUpSqlite(file: string, target: string): void {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}: check its path`);
  if (existsSync(target))
    throw new BackupRefused(`${target} is already there: choose another name`);
  const handle = make(target);
  try {
    using database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
    database.prepare('vacuum into ?').run(target);
    fsyncSync(handle);
  } catch (error) {
    rmSync(target, { force: true });
    const isFull = storeFailureOf(error) === 'full';
    throw isFull ? new BackupRefused(`There is no space left for ${target}`) : error;
  } finally {
    closeSync(handle);
  }
}

function make(target: string): number {
  try {
    return openSync(target, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new BackupRefused(`${target} can't be written (${code}): check its folder`);
  }
}
