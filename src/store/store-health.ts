import type { StoreFailure } from './store-error.ts';

/** Since when reading or writing fails, ms since 1970; null if the last attempt succeeded. */
export type StoreHealth = {
  readonly readsFailSince: number | null;
  readonly writesFailSince: number | null;
};

export type StoreHealthLog = ReturnType<typeof createStoreHealthLog>;

/** They say nothing about reading. */
const ABOUT_WRITES: ReadonlySet<StoreFailure> = new Set([
  'full',
  'locked',
  'readOnly',
  'readOnlyServer',
]);

/** Remembers how the last attempts to read and to write went. */
export function createStoreHealthLog(now: () => number) {
  let readsFailSince: number | null = null;
  let writesFailSince: number | null = null;
  let writeTriedAt = now();

  return {
    now,
    health: (): StoreHealth => ({ readsFailSince, writesFailSince }),
    /** When something was last written, or couldn't be. */
    writeTriedAt: () => writeTriedAt,
    read(): void {
      readsFailSince = null;
    },
    /** Something was written for good. */
    wrote(): void {
      readsFailSince = null;
      writesFailSince = null;
      writeTriedAt = now();
    },
    /** @returns since when this fails */
    failed(failure: StoreFailure, isWrite: boolean, startedAt: number): number {
      if (isWrite || ABOUT_WRITES.has(failure)) {
        writeTriedAt = now();
        writesFailSince ??= startedAt;
        return writesFailSince;
      }
      readsFailSince ??= startedAt;
      return readsFailSince;
    },
  };
}
