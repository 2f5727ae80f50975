import type { Migration } from 'kysely/migration';

/** Which tracked players added themselves. */
export const invitations: Migration = {
  async up(db) {
    await db.schema.alterTable('tracked_players').addColumn('added_by', 'text').execute();
    await db.schema
      .createIndex('tracked_players_added_by')
      .on('tracked_players')
      .column('added_by')
      .execute();
  },
};
