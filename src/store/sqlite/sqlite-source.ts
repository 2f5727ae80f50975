import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { SQLOutputValue } from 'node:sqlite';

/** Whole numbers are bigints, so that none is rounded. */
export type SourceRow = Readonly<Record<string, SQLOutputValue>>;

/** A bot's SQLite database, to be read whole and left as it is. */
export type SqliteSource = {
  /** Which migrations it has seen, in order; null if it isn't the bot's. */
  migrations(): readonly string[] | null;
  /** Keeps others from writing to it until it is closed. */
  hold(): void;
  /** Every table but those about migrations; what a table refers to comes before it. */
  tables(): readonly string[];
  count(table: string): number;
  rows(table: string): Iterable<SourceRow>;
} & Disposable;

/** How long a writer may take to finish, ms. */
const BUSY_TIMEOUT_MS = 2_000;
const OURS = `name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_migration%' escape '\\'`;

/**
 * Its methods throw errors of node:sqlite.
 * @returns null if there is no such file
 */
export function openSqliteSource(file: string): SqliteSource | null {
  // SQLite would create one.
  if (!existsSync(file)) return null;
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  return {
    migrations: () => migrationsOf(database),
    hold: () => database.exec('BEGIN IMMEDIATE'),
    tables: () => parentsFirst(database),
    count(table) {
      const row = database.prepare(`select count(*) as n from ${quoted(table)}`).get();
      return Number(row?.['n']);
    },
    rows(table) {
      const statement = database.prepare(`select * from ${quoted(table)}`);
      statement.setReadBigInts(true);
      return statement.iterate();
    },
    [Symbol.dispose]: () => database.close(),
  };
}

function migrationsOf(database: DatabaseSync): readonly string[] | null {
  const known = database
    .prepare("select 1 from sqlite_schema where name = 'kysely_migration'")
    .get();
  return known ? textsOf(database, 'select name from kysely_migration order by name') : null;
}

/** @throws Error if tables refer to each other in a circle */
function parentsFirst(database: DatabaseSync): readonly string[] {
  const waiting = new Set(
    textsOf(database, `select name from sqlite_schema where type = 'table' and ${OURS}`),
  );
  const ordered: string[] = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(
      (table) =>
        !parentsOf(database, table).some((parent) => parent !== table && waiting.has(parent)),
    );
    if (free.length === 0)
      throw new Error(`Tables refer to each other: ${[...waiting].join(', ')}`);
    for (const table of free) waiting.delete(table);
    ordered.push(...free);
  }
  return ordered;
}

function parentsOf(database: DatabaseSync, table: string): readonly string[] {
  return textsOf(database, 'select "table" as name from pragma_foreign_key_list(?)', table);
}

/** The column `name` of each row. */
function textsOf(
  database: DatabaseSync,
  statement: string,
  ...values: readonly string[]
): readonly string[] {
  return database
    .prepare(statement)
    .all(...values)
    .map(({ name }) => String(name));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
