import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';

import { SqliteAdapter, SqliteDialect, SqliteQueryCompiler } from 'kysely';
import type { Driver, SelectModifierNode, SqliteDatabase, SqliteStatement } from 'kysely';
import { LRUCache } from 'lru-cache';

import type { Backend } from '../database.ts';
import { PatientSqliteDriver } from './patient-driver.ts';
import { makePrivateFile } from './private-file.ts';
import { createSqliteLock } from './sqlite-lock.ts';

const MEMORY = ':memory:';
/** How long to wait at the start while another process writes. */
const BUSY_TIMEOUT_MS = 2_000;
/** The bot has fewer, but each length of a list is another statement. Preparing one takes as long as running it. */
const STATEMENTS_LIMIT = 100;

/**
 * Opens a file, and creates it and its folder if they are missing, only for the user who runs the bot.
 * @throws Error of node:fs or node:sqlite
 */
export function openSqlite(file: string): Backend {
  if (file !== MEMORY) makePrivateFile(file);
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // FULL keeps the last commit even through a power cut: what Discord was sent must be on record.
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    // From here on, the driver waits, so that the bot goes on meanwhile.
    database.exec('PRAGMA busy_timeout = 0');
  } catch (error) {
    database.close();
    throw error;
  }
  const { tryOut, ...lock } = createSqliteLock(file === MEMORY ? null : file);
  return {
    dialect: new BotSqliteDialect(adapt(database)),
    migrations: null,
    lock,
    tryLock: tryOut,
    sharesWork: false,
    connections: () => null,
  };
}

class BotSqliteDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new PatientSqliteDriver({ database: this.#database });
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessSqliteQueryCompiler();
  }
}

/** Kysely assumes that SQLite can't roll back changes to tables. It can, so a migration runs whole or not at all. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Leaves out `for update` and the like: SQLite has no row locks and, with one writer at a time, needs none. */
class LocklessSqliteQueryCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (node.modifier === undefined || node.modifier === 'Distinct')
      super.visitSelectModifier(node);
  }
}

/** What Kysely needs of a database. Statements can be reused because one connection runs one at a time. */
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
  // A transaction that reads first would fail on its first write if another process had written in between.
  const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql);
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => allRows(statement, parameters.map(bindable)),
    run: (parameters) => statement.run(...parameters.map(bindable)),
    iterate: (parameters) => statement.iterate(...parameters.map(bindable)),
  };
}

/** Nothing that returns rows writes, so it can be read twice. */
function allRows(statement: StatementSync, values: readonly SQLInputValue[]): unknown[] {
  try {
    return statement.all(...values);
  } catch (error) {
    if (!isAboutBigNumber(error)) throw error;
  }
  statement.setReadBigInts(true);
  try {
    return statement.all(...values).map(withNumbers);
  } finally {
    statement.setReadBigInts(false);
  }
}

/** node:sqlite rejects all rows if one has a number that a double can't hold. */
function isAboutBigNumber(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

/** The nearest ones, as on Postgres. */
function withNumbers(row: Readonly<Record<string, SQLOutputValue>>) {
  const cells = Object.entries(row).map(([name, value]) => [
    name,
    typeof value === 'bigint' ? Number(value) : value,
  ]);
  return Object.fromEntries(cells);
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return value;
  throw new TypeError(`SQLite takes no ${typeof value}`);
}
