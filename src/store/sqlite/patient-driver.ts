import { SqliteDriver } from 'kysely';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';

import { systemClock } from '#src/platform/clock.ts';

import { storeFailureOf } from '../store-error.ts';

/** How long to wait while another process writes. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 10;

/**
 * Tries again while another process writes. SQLite itself would wait too, but in one call, and the whole bot with it.
 * A transaction locks the database as it begins, so nothing is done twice.
 */
export class PatientSqliteDriver extends SqliteDriver {
  readonly #patient = new WeakMap<DatabaseConnection, DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const known = this.#patient.get(connection);
    if (known) return known;
    const patient: DatabaseConnection = {
      executeQuery: (query) => execute(connection, query),
      streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    };
    this.#patient.set(connection, patient);
    return patient;
  }
}

async function execute<R>(
  connection: DatabaseConnection,
  query: CompiledQuery,
): Promise<QueryResult<R>> {
  const startedAt = systemClock.now();
  for (;;) {
    try {
      return await connection.executeQuery<R>(query);
    } catch (error) {
      const isOver = systemClock.now() - startedAt >= PATIENCE_MS;
      if (isOver || storeFailureOf(error) !== 'locked') throw error;
      await systemClock.sleep(RETRY_MS);
    }
  }
}
