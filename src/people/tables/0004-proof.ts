import type { Migration } from 'kysely/migration';

/** The codes with which people prove that an account is theirs, and the accounts that are never announced. */
export const proof: Migration = {
  async up(db) {
    await db.schema.alterTable('links').addColumn('code', 'text').execute();
    await db.schema.alterTable('links').addColumn('code_expires_at', 'bigint').execute();
    await db.schema
      .createTable('denied_players')
      .addColumn('ulid', 'text', (column) => column.primaryKey())
      .addColumn('denied_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
