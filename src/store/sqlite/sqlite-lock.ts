import { DatabaseSync } from 'node:sqlite';

import type { Backend, Lock } from '../database.ts';
import { storeFailureOf } from '../store-error.ts';
import { makePrivateFile } from './private-file.ts';

/**
 * Begins a transaction that no other process can begin. On a file that may not be written, SQLite turns it into one that
 * locks nobody out, so something has to be written. In memory, so that nothing of it reaches the file.
 */
const TAKE = 'PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1';

/**
 * SQLite's own lock, on an empty database beside the real one: the system frees it when its process ends, however it
 * ends, and the real database stays open to others.
 * @param database null for a database in memory, which no other process sees
 */
export function createSqliteLock(
  database: string | null,
): Lock & { readonly tryOut: Backend['tryLock'] } {
  // The name is what earlier versions lock, which may still be running.
  const file = database === null ? null : `${database}-announcer`;
  let held: DatabaseSync | null = null;

  return {
    async tryAcquire() {
      if (file !== null) held ??= take(file);
      return file === null || held !== null;
    },
    isHeld: () => Promise.resolve(file === null || held !== null),
    async tryOut() {
      if (file === null || held) return;
      take(file)?.close();
    },
    async [Symbol.asyncDispose]() {
      held?.close();
      held = null;
    },
  };
}

/** @returns null if another process has it. @throws Error of node:fs or node:sqlite */
function take(path: string): DatabaseSync | null {
  makePrivateFile(path);
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec(TAKE);
    return lock;
  } catch (error) {
    lock.close();
    if (storeFailureOf(error) === 'locked') return null;
    throw error;
  }
}
