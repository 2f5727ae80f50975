import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely';

import { storeFailureOf, StoreError } from './store-error.ts';
import type { StoreHealthLog } from './store-health.ts';

const WRITES = /^\s*(?:insert|update|delete)\b/i;

/** The same dialect, but failures of the database become StoreErrors, and how it goes is noted. */
export function guardedDialect(dialect: Dialect, place: string, health: StoreHealthLog): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new GuardedDriver(dialect.createDriver(), place, health),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class GuardedDriver implements Driver {
  readonly #driver: Driver;
  readonly #place: string;
  readonly #health: StoreHealthLog;
  /** Connections with a transaction, and whether that has written. */
  readonly #transactions = new WeakMap<DatabaseConnection, { hasWritten: boolean }>();
  /** Kysely hands back guarded connections; the driver wants its own. */
  readonly #inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  readonly #guarded = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(driver: Driver, place: string, health: StoreHealthLog) {
    this.#driver = driver;
    this.#place = place;
    this.#health = health;
  }

  init(): Promise<void> {
    return this.#guard(() => this.#driver.init());
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await this.#guard(() => this.#driver.acquireConnection());
    const known = this.#guarded.get(connection);
    if (known) return known;
    const guarded: DatabaseConnection = {
      executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
        this.#execute<R>(connection, query),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    this.#guarded.set(connection, guarded);
    this.#inner.set(guarded, connection);
    return guarded;
  }

  async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    const inner = this.#of(connection);
    await this.#guard(() => this.#driver.beginTransaction(inner, settings));
    this.#transactions.set(inner, { hasWritten: false });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const inner = this.#of(connection);
    const hasWritten = this.#transactions.get(inner)?.hasWritten === true;
    this.#transactions.delete(inner);
    await this.#guard(() => this.#driver.commitTransaction(inner), hasWritten);
    if (hasWritten) this.#health.wrote();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // It fails if the database rolled back by itself (a full disk) or is gone. What matters is why it was needed.
    const inner = this.#of(connection);
    this.#transactions.delete(inner);
    await this.#driver.rollbackTransaction(inner).catch(() => undefined);
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    return this.#driver.releaseConnection(this.#of(connection));
  }

  destroy(): Promise<void> {
    return this.#driver.destroy();
  }

  #of(connection: DatabaseConnection): DatabaseConnection {
    return this.#inner.get(connection) ?? connection;
  }

  async #execute<R>(connection: DatabaseConnection, query: CompiledQuery): Promise<QueryResult<R>> {
    const isWrite = WRITES.test(query.sql);
    const result = await this.#guard(() => connection.executeQuery<R>(query), isWrite);
    const transaction = this.#transactions.get(connection);
    if (!isWrite) this.#health.read();
    else if (transaction) transaction.hasWritten = true;
    else this.#health.wrote();
    return result;
  }

  async #guard<T>(work: () => Promise<T>, isWrite = false): Promise<T> {
    const startedAt = this.#health.now();
    try {
      return await work();
    } catch (error) {
      const failure = storeFailureOf(error);
      if (failure === null) throw error;
      const since = this.#health.failed(failure, isWrite, startedAt);
      throw new StoreError(failure, this.#place, { cause: error, since });
    }
  }
}
