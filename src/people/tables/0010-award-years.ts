import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** SQLite and Postgres have no function in common that finds the year of a time. */
const YEARS = Array.from({ length: 2100 - 2010 }, (_, nth) => 2010 + nth);

/** Counts awards by year, so that a year's ranking doesn't count every award that anyone got in it. */
export const awardYears: Migration = {
  async up(db) {
    await db.schema.dropTable('award_counts').execute();
    await db.schema
      .createTable('award_counts')
      .addColumn('ulid', 'text', (column) =>
        column.notNull().references('known_players.ulid').onDelete('cascade'),
      )
      .addColumn('award', 'text', (column) => column.notNull())
      // 0 for awards without a date.
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('games', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('award_counts_key', ['ulid', 'award', 'year'])
      .execute();
    const ends = YEARS.map(
      (year) => sql`when awarded_at < ${sql.lit(Date.UTC(year + 1, 0))} then ${sql.lit(year)}`,
    );
    const year = sql`case when awarded_at is null then 0 ${sql.join(ends, sql` `)} else 2100 end`;
    await sql`insert into award_counts (ulid, award, year, games)
      select ulid, award, year, count(*)
      from (select ulid, award, ${year} as year from player_games where award is not null) as awards
      group by ulid, award, year`.execute(db);
  },
};
