import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Feeds, the players they track, the outbox, the posts made from it, and links. */
export const announcements: Migration = {
  async up(db) {
    await db.schema
      .createTable('feeds')
      .addColumn('channel_id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('kinds', 'text', (column) => column.notNull())
      .addColumn('cadence', 'text', (column) => column.notNull())
      .addColumn('hour', 'integer', (column) => column.notNull())
      .addColumn('weekday', 'text', (column) => column.notNull())
      .addColumn('timezone', 'text', (column) => column.notNull())
      .addColumn('role_id', 'text')
      .addColumn('manager_id', 'text', (column) => column.notNull())
      .addColumn('crossposts', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('wanted_since', 'bigint', (column) => column.notNull())
      .addColumn('pause_reason', 'text')
      .addColumn('paused_at', 'bigint')
      .addColumn('notice_due', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('next_digest_at', 'bigint')
      .addColumn('last_posted_at', 'bigint')
      .execute();
    await db.schema.createIndex('feeds_guild').on('feeds').column('guild_id').execute();
    await db.schema
      .createIndex('feeds_next_digest')
      .on('feeds')
      .column('next_digest_at')
      .where(sql<boolean>`next_digest_at is not null`)
      .execute();

    await db.schema
      .createTable('players')
      .addColumn('ulid', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('name_key', 'text', (column) => column.notNull())
      .addColumn('avatar_path', 'text')
      .addColumn('swept_at', 'bigint')
      .addColumn('next_sweep_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('players_name').on('players').column('name_key').execute();
    await db.schema.createIndex('players_sweep').on('players').column('next_sweep_at').execute();

    await db.schema
      .createTable('tracked_players')
      .addColumn('channel_id', 'text', (column) =>
        column.notNull().references('feeds.channel_id').onDelete('cascade'),
      )
      .addColumn('ulid', 'text', (column) => column.notNull().references('players.ulid'))
      .addColumn('tracked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('tracked_players_key', ['channel_id', 'ulid'])
      .execute();
    await db.schema
      .createIndex('tracked_players_ulid')
      .on('tracked_players')
      .column('ulid')
      .execute();
    await db.schema
      .createIndex('tracked_players_earliest')
      .on('tracked_players')
      .column('tracked_at')
      .execute();

    await db.schema
      .createTable('outbox')
      .addColumn('channel_id', 'text', (column) =>
        column.notNull().references('feeds.channel_id').onDelete('cascade'),
      )
      .addColumn('ulid', 'text', (column) => column.notNull())
      .addColumn('game_id', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('player_name', 'text', (column) => column.notNull())
      .addColumn('game_title', 'text')
      .addColumn('system_id', 'integer')
      .addColumn('system_name', 'text')
      .addColumn('awarded_at', 'bigint', (column) => column.notNull())
      .addColumn('seen_at', 'bigint', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('batch_id', 'text')
      .addPrimaryKeyConstraint('outbox_key', ['channel_id', 'ulid', 'game_id', 'kind'])
      .execute();
    await db.schema
      .createIndex('outbox_due')
      .on('outbox')
      .column('channel_id')
      .where(sql<boolean>`status = 'due'`)
      .execute();
    await db.schema.createIndex('outbox_batch').on('outbox').column('batch_id').execute();

    // No foreign key to the feed: removing a feed would wait for a post under way.
    await db.schema
      .createTable('batches')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('pings', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('retry_at', 'bigint')
      .addColumn('message_id', 'text')
      .addColumn('posted_at', 'bigint')
      .addColumn('crosspost', 'text')
      .execute();
    await db.schema.createIndex('batches_channel').on('batches').column('channel_id').execute();
    // One for the order in which batches are posted, one for a single channel's.
    await db.schema
      .createIndex('batches_due')
      .on('batches')
      .column('id')
      .where(sql<boolean>`status = 'due'`)
      .execute();
    await db.schema
      .createIndex('batches_due_channel')
      .on('batches')
      .columns(['channel_id', 'id'])
      .where(sql<boolean>`status = 'due'`)
      .execute();
    await db.schema
      .createIndex('batches_crosspost')
      .on('batches')
      .column('id')
      .where(sql<boolean>`crosspost = 'due'`)
      .execute();

    // No foreign key to the batch: attempts are written while another connection holds it.
    await db.schema
      .createTable('attempts')
      .addColumn('batch_id', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('first_at', 'bigint', (column) => column.notNull())
      .addColumn('last_at', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('award_feed')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('newest_at', 'bigint', (column) => column.notNull())
      .addColumn('recent', 'text', (column) => column.notNull())
      .addColumn('polled_at', 'bigint', (column) => column.notNull())
      .addColumn('failing_since', 'bigint')
      .execute();

    await db.schema
      .createTable('links')
      .addColumn('user_id', 'text', (column) => column.primaryKey())
      .addColumn('ulid', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('linked_at', 'bigint', (column) => column.notNull())
      .addColumn('verified_at', 'bigint')
      .execute();
    await db.schema.createIndex('links_ulid').on('links').column('ulid').execute();
  },
};
