import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely';

import { asStoreError } from './store-error.ts';

/** The same dialect, but failures of the database become StoreErrors. */
export function guardedDialect(dialect: Dialect, place: string): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => new GuardedDriver(dialect.createDriver(), place),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

class GuardedDriver implements Driver {
  readonly #driver: Driver;
  readonly #place: string;
  /** Kysely hands back guarded connections; the driver wants its own. */
  readonly #inner = new WeakMap<DatabaseConnection, DatabaseConnection>();
  readonly #guarded = new WeakMap<DatabaseConnection, DatabaseConnection>();

  constructor(driver: Driver, place: string) {
    this.#driver = driver;
    this.#place = place;
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
        this.#guard(() => connection.executeQuery<R>(query)),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    this.#guarded.set(connection, guarded);
    this.#inner.set(guarded, connection);
    return guarded;
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return this.#guard(() => this.#driver.beginTransaction(this.#of(connection), settings));
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return this.#guard(() => this.#driver.commitTransaction(this.#of(connection)));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // It fails if the database rolled back by itself (a full disk) or is gone. What matters is why it was needed.
    await this.#driver.rollbackTransaction(this.#of(connection)).catch(() => undefined);
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

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asStoreError(error, this.#place);
    }
  }
}
