import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The games of the players whom the bot knows, and who is on which server's leaderboard. */
export const knownGames: Migration = {
  async up(db) {
    await db.schema
      .createTable('known_players')
      .addColumn('ulid', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('untracked', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('loaded_at', 'bigint')
      .addColumn('load_after', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('known_players_to_load')
      .on('known_players')
      .column('load_after')
      .where(sql<boolean>`loaded_at is null`)
      .execute();
    // The players whom older versions knew.
    await sql`insert into known_players (ulid, name) select ulid, name from players
      where ulid not in (select ulid from denied_players)`.execute(db);
    await sql`insert into known_players (ulid, name) select ulid, min(name) from links
      where ulid not in (select ulid from denied_players)
      and ulid not in (select ulid from known_players) group by ulid`.execute(db);

    await db.schema
      .createTable('games')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('system_id', 'integer', (column) => column.notNull())
      .addColumn('system_name', 'text', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('player_games')
      .addColumn('ulid', 'text', (column) =>
        column.notNull().references('known_players.ulid').onDelete('cascade'),
      )
      .addColumn('game_id', 'integer', (column) => column.notNull())
      .addColumn('award', 'text')
      .addColumn('awarded_at', 'bigint')
      .addColumn('awarded', 'integer', (column) => column.notNull())
      .addColumn('awarded_hardcore', 'integer', (column) => column.notNull())
      .addColumn('possible', 'integer', (column) => column.notNull())
      .addColumn('last_unlock_at', 'bigint')
      .addPrimaryKeyConstraint('player_games_key', ['ulid', 'game_id'])
      .execute();
    // Rankings are counted in this index alone.
    await db.schema
      .createIndex('player_games_awards')
      .on('player_games')
      .columns(['ulid', 'award', 'awarded_at'])
      .where(sql<boolean>`award is not null`)
      .execute();
    await db.schema
      .createIndex('player_games_game')
      .on('player_games')
      .columns(['game_id', 'ulid'])
      .execute();

    await db.schema
      .createTable('leaderboard_members')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('user_id', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'bigint')
      .addPrimaryKeyConstraint('leaderboard_members_key', ['guild_id', 'user_id'])
      .execute();
    await db.schema
      .createIndex('leaderboard_members_user')
      .on('leaderboard_members')
      .column('user_id')
      .execute();
  },
};
