import { Kysely, sql } from 'kysely';
import type { Transaction } from 'kysely';

import { settlesWithin, systemClock } from '#src/platform/clock.ts';

import { placeOf, sqliteFileOf } from './database-url.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import type { Migrations } from './migrate.ts';
import { MoveRefused } from './move-refused.ts';
import { openPostgres } from './postgres/postgres.ts';
import type { ServerWait } from './postgres/postgres.ts';
import { createSqliteLock } from './sqlite/sqlite-lock.ts';
import { openSqliteSource } from './sqlite/sqlite-source.ts';
import type { SourceRow, SqliteSource } from './sqlite/sqlite-source.ts';
import { adviceFor, asStoreError, storeFailureOf } from './store-error.ts';

/** How many rows each table had. */
export type Moved = readonly { readonly table: string; readonly rows: number }[];

type AnyTable = Record<string, Record<string, unknown>>;

/** Postgres accepts 65,535 values per statement. */
const CHUNK_ROWS = 500;
const CLOSING_MS = 1_000;

/**
 * Copies a bot's SQLite database into an empty Postgres database, all of it or nothing. The source stays as it is, and
 * nobody else can write to either of them meanwhile.
 * @param from `sqlite:<file>`
 * @param to `postgres://…`, which gets the tables if it has none
 * @throws MoveRefused, StoreError (about the target) with a sentence for the operator
 */
export async function moveDatabase(
  from: string,
  to: string,
  options: ServerWait & { readonly migrations: Migrations },
): Promise<Moved> {
  const file = sqliteFileOf(from);
  if (file === null || file === '' || file === ':memory:') throw new MoveRefused('noSource');
  if (sqliteFileOf(to) !== null) throw new MoveRefused('noTarget');
  await using resources = new AsyncDisposableStack();
  const source = resources.use(await hold(file, options.migrations));
  const place = placeOf(to);
  try {
    const target = resources.use(await openTarget(to, options));
    if (!(await target.lock.tryAcquire())) throw new MoveRefused('busyTarget', place);
    await refuseRows(target.db, source.tables(), place);
    await target.migrate();
    return await copyAll(source, target.db, place);
  } catch (error) {
    throw asStoreError(error, place);
  }
}

/** Opens the source, once no bot runs on it, and keeps everyone from writing to it. */
async function hold(file: string, migrations: Migrations): Promise<SqliteSource & AsyncDisposable> {
  await using resources = new AsyncDisposableStack();
  try {
    const source = openSqliteSource(file);
    if (!source) throw new MoveRefused('noFile', file);
    resources.use(source);
    refuseOtherState(source, Object.keys(migrations), file);
    const lock = resources.use(createSqliteLock(file));
    if (!(await lock.tryAcquire())) throw new MoveRefused('busySource', file);
    source.hold();
    const held = resources.move();
    return { ...source, [Symbol.asyncDispose]: () => held.disposeAsync() };
  } catch (error) {
    const failure = storeFailureOf(error);
    if (failure === 'locked') throw new MoveRefused('busySource', file);
    throw failure === null ? error : new MoveRefused('unreadable', file, adviceFor(failure));
  }
}

function refuseOtherState(source: SqliteSource, wanted: readonly string[], file: string): void {
  const seen = source.migrations();
  if (seen === null) throw new MoveRefused('foreignSource', file);
  if (seen.some((name) => !wanted.includes(name))) throw new MoveRefused('newerSource', file);
  if (seen.length < wanted.length) throw new MoveRefused('olderSource', file);
}

async function openTarget(url: string, wait: ServerWait & { readonly migrations: Migrations }) {
  const { dialect, migrations, lock } = await openPostgres(url, wait);
  const db: Database = new Kysely({ dialect });
  const migrating: Database = migrations ? new Kysely({ dialect: migrations }) : db;
  return {
    db,
    lock,
    migrate: () => migrate(migrating, wait.migrations, placeOf(url)),
    async [Symbol.asyncDispose]() {
      await lock[Symbol.asyncDispose]();
      const closed = Promise.all([db.destroy(), migrating.destroy()]);
      await settlesWithin(closed, CLOSING_MS, systemClock);
    },
  };
}

/** Runs before anything is changed there. */
async function refuseRows(db: Database, tables: readonly string[], place: string): Promise<void> {
  const there = await db.introspection.getTables();
  const filled: string[] = [];
  for (const { name } of there.filter((table) => !table.isView && tables.includes(table.name))) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) filled.push(name);
  }
  if (filled.length > 0) throw new MoveRefused('filledTarget', place, filled.join(', '));
}

function copyAll(source: SqliteSource, db: Database, place: string): Promise<Moved> {
  return db.transaction().execute(async (transaction) => {
    const tables = source.tables();
    const known = await transaction.introspection.getTables();
    const unknown = tables.filter((table) => !known.some(({ name }) => name === table));
    if (unknown.length > 0) throw new MoveRefused('unknownTables', place, unknown.join(', '));
    // If a bot starts meanwhile, it can read, and its writes wait.
    const names = sql.join(tables.map((table) => sql.table(table)));
    await sql`lock table ${names} in exclusive mode`.execute(transaction);
    await refuseRows(transaction, tables, place);
    const moved: { table: string; rows: number }[] = [];
    for (const table of tables)
      moved.push({ table, rows: await copy(source, table, transaction, place) });
    return moved;
  });
}

/** @returns how many rows there are now */
async function copy(
  source: SqliteSource,
  table: string,
  transaction: Transaction<object>,
  place: string,
): Promise<number> {
  const target = transaction.$extendTables<AnyTable>();
  try {
    for (const rows of chunksOf(source.rows(table))) {
      await target.insertInto(table).values(rows).execute();
    }
  } catch (error) {
    const isKnown = storeFailureOf(error) !== null || !(error instanceof Error);
    throw isKnown ? error : new MoveRefused('refusedRow', place, `${table}: ${error.message}`);
  }
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    transaction,
  );
  const count = rows[0]?.n ?? 0;
  if (count !== source.count(table)) throw new MoveRefused('lostRows', place, table);
  return count;
}

function* chunksOf(rows: Iterable<SourceRow>): Generator<readonly SourceRow[]> {
  let chunk: SourceRow[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
