import type { Migration } from 'kysely/migration';

/** When the last two days of the award feed were read again. */
export const secondReading: Migration = {
  async up(db) {
    await db.schema.alterTable('award_feed').addColumn('read_again_at', 'bigint').execute();
  },
};
