import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How many games of each player carry which award: rankings of all time would count every game of everyone. */
export const awardCounts: Migration = {
  async up(db) {
    await db.schema
      .createTable('award_counts')
      .addColumn('ulid', 'text', (column) =>
        column.notNull().references('known_players.ulid').onDelete('cascade'),
      )
      .addColumn('award', 'text', (column) => column.notNull())
      .addColumn('games', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('award_counts_key', ['ulid', 'award'])
      .execute();
    await sql`insert into award_counts (ulid, award, games)
      select ulid, award, count(*) from player_games where award is not null group by ulid, award`.execute(
      db,
    );
  },
};
