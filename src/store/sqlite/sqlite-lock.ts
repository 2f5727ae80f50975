import { DatabaseSync } from 'node:sqlite';

import type { AnnouncerLock } from '../announcer-lock.ts';
import { storeFailureOf } from '../store-error.ts';

/**
 * SQLite's own lock on a database of nothing, beside the real one: the system frees it when its process ends,
 * however it ends, and the real one stays open to others.
 * @param file null for a database in memory, which nobody else sees
 */
export function createSqliteLock(file: string | null): AnnouncerLock {
  let held: DatabaseSync | null = null;
  let isHeld = file === null;
  return {
    async tryAcquire() {
      if (isHeld || file === null) return true;
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
