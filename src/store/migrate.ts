import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';

import type { Schema } from '#src/announcements/tables/schema.ts';

import { migrations } from './migrations/index.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the tables to this version, each migration whole or not at all.
 * @throws StoreError, `newer` where a later version has been here
 */
export async function migrate(db: Kysely<Schema>, place: string): Promise<void> {
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
