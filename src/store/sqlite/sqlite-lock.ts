import { DatabaseSync } from 'node:sqlite';

import type { Lock } from '../database.ts';
import { storeFailureOf } from '../store-error.ts';

/**
 * SQLite's own lock, on an empty database beside the real one: the system frees it when its process ends, however it
 * ends, and the real database stays open to others.
 * @param file null for a database in memory, which no other process sees
 */
export function createSqliteLock(file: string | null): Lock {
  let held: DatabaseSync | null = null;
  let isHeld = file === null;
  return {
    async tryAcquire() {
      if (isHeld || file === null) return true;
      // The name is what earlier versions lock, which may still be running.
      held ??= new DatabaseSync(`${file}-announcer`, { timeout: 0 });
      try {
        held.exec('BEGIN EXCLUSIVE');
        isHeld = true;
        return true;
      } catch (error) {
        if (storeFailureOf(error) === 'locked') return false;
        throw error;
      }
    },
    isHeld: () => Promise.resolve(isHeld),
    async [Symbol.asyncDispose]() {
      isHeld = false;
      held?.close();
      held = null;
    },
  };
}
