import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is known about channels that don't take posts, and of posts that Discord refused. */
export const troubles: Migration = {
  async up(db) {
    await db.schema.alterTable('feeds').addColumn('pause_detail', 'text').execute();
    await db.schema.alterTable('feeds').addColumn('trouble_since', 'bigint').execute();
    await db.schema
      .alterTable('feeds')
      .addColumn('told', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('feeds').addColumn('look_at', 'bigint').execute();
    // Feeds that Discord paused before are checked soon. Their managers already know.
    await sql`update feeds set look_at = 0, told = 1 - notice_due
      where pause_reason is not null and pause_reason <> 'manager'`.execute(db);
    await db.schema
      .createIndex('feeds_look')
      .on('feeds')
      .column('look_at')
      .where(sql<boolean>`look_at is not null`)
      .execute();
    await db.schema
      .alterTable('batches')
      .addColumn('plain', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.alterTable('batches').addColumn('refusal', 'text').execute();
    await db.schema
      .createIndex('batches_failed')
      .on('batches')
      .column('channel_id')
      .where(sql<boolean>`status = 'failed'`)
      .execute();
  },
};
