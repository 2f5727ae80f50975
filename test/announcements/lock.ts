import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { StoreError } from '#src/store/store-error.ts';

/** A lock that is had, lost, or can't be asked for. */
export function withLock(store: AnnouncementStore) {
  const lock = { isFree: true, isHeld: false, isBroken: false };
  const ask = <T>(answer: () => T): Promise<T> =>
    lock.isBroken
      ? Promise.reject(new StoreError('unreachable', 'here'))
      : Promise.resolve(answer());
  return {
    lock,
    store: {
      ...store,
      lock: {
        tryAcquire: () => ask(() => (lock.isHeld ||= lock.isFree)),
        isHeld: () => Promise.resolve(!lock.isBroken && lock.isHeld),
        [Symbol.asyncDispose]: () => Promise.resolve(),
      },
    },
  };
}
