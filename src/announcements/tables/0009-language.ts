import type { Migration } from 'kysely/migration';

/** The language of a feed's posts. Until now, all of them were in English. */
export const language: Migration = {
  async up(db) {
    await db.schema
      .alterTable('feeds')
      .addColumn('language', 'text', (column) => column.notNull().defaultTo('en'))
      .execute();
  },
};
