import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';

import { SqliteAdapter, SqliteDialect } from 'kysely';
import type { Dialect, SqliteDatabase, SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';

const MEMORY = ':memory:';
/** Another process may be writing. SQLite waits within the call, and with it the whole bot. */
const BUSY_TIMEOUT_MS = 2_000;
/** The bot has fewer; but lists make a statement of each length. Making one takes as long as running it. */
const STATEMENTS_LIMIT = 100;

/**
 * A file as Kysely's database. Its folder is made where there is none.
 * @throws Error of node:fs or node:sqlite
 */
export function openSqlite(file: string): Dialect {
  if (file !== MEMORY) mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // Durable to the last commit, also when the power goes: what Discord has, is written down.
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  return new TransactionalSqliteDialect({ database: adapt(database) });
}

/** Kysely holds that SQLite can't undo changes of tables. It can, so a migration is done whole or not at all. */
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** What Kysely needs of a database. A statement has one reader at a time, as it has one connection. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const kept = new LRUCache<string, SqliteStatement>({ max: STATEMENTS_LIMIT });
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? prepare(database, sql);
      kept.set(sql, statement);
      return statement;
    },
  };
}

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  // A transaction that first reads would fail when it comes to writing if another process wrote meanwhile.
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return value;
  throw new TypeError(`SQLite takes no ${typeof value}`);
}
