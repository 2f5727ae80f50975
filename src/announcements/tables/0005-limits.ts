import type { Migration } from 'kysely/migration';

/** Which messages wait because of a rate limit, which is no failure. */
export const limits: Migration = {
  async up(db) {
    await db.schema
      .alterTable('batches')
      .addColumn('limited', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
