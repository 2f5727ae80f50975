import { sql } from 'kysely';
import { DEFAULT_MIGRATION_LOCK_TABLE, Migrator } from 'kysely/migration';
import type { Migration } from 'kysely/migration';

import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';

/** By name; they run in the order of their names. A migration that was released never changes. */
export type Migrations = Readonly<Record<string, Migration>>;

/**
 * Runs the migrations that this database has not seen yet, each whole or not at all.
 * @throws StoreError, `newer` if a later version has migrated it
 */
export async function migrate(db: Database, migrations: Migrations, place: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && /corrupted migrations/.test(error.message)) {
    throw new StoreError('newer', place, { cause: error });
  }
  throw error;
}

/**
 * Writes to a table that every migrated database has, without changing anything in it. That a database can be opened
 * proves nothing: one that can't be written to can still be opened, and begins transactions.
 * @throws StoreError
 */
export async function tryWriting(db: Database): Promise<void> {
  await sql`update ${sql.table(DEFAULT_MIGRATION_LOCK_TABLE)} set is_locked = is_locked`.execute(
    db,
  );
}
