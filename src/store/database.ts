import type { Dialect, Kysely } from 'kysely';

/** A database without tables: each feature adds its own with `$extendTables`. */
export type Database = Kysely<object>;

/** A database of one kind, not yet known to work. */
export type Backend = {
  readonly dialect: Dialect;
  /** For migrations, where statements take longer than anything else may. Null where the other one does as well. */
  readonly migrations: Dialect | null;
  readonly lock: Lock;
  /**
   * Checks whether the lock can be taken at all, without keeping it.
   * @throws Error of node:fs or the driver
   */
  tryLock(): Promise<void>;
  /** Whether several processes can work on the same database at once. */
  readonly sharesWork: boolean;
  /** Null where there is only one. */
  connections(): Connections | null;
};

/** The connections to a server. */
export type Connections = {
  readonly limit: number;
  readonly inUse: number;
  readonly idle: number;
  /** How many wait for one. */
  readonly waiting: number;
};

/** Held by one process at a time, and freed when that process dies. */
export type Lock = {
  /** Takes the lock if no other process has it. True if this process already has it. */
  tryAcquire(): Promise<boolean>;
  /** Whether this process still has it: a broken connection loses the lock. */
  isHeld(): Promise<boolean>;
} & AsyncDisposable;
