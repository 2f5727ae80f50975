import { DatabaseSync } from 'node:sqlite';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { sqliteFileOf } from '#src/store/database-url.ts';
import { pollsAnswered } from '#test/e2e/moments.ts';
import { useStage } from '#test/e2e/stage.ts';

import { harvest } from './harvest.ts';
import { AWARD_COLUMNS, damageTo } from './odd-rows.ts';
import type { Damage } from './odd-rows.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { Witness } from './witness.ts';

/** Whatever is in the rows of waiting awards, and of their feed, Discord accepts the post. */

const stage = useStage({ isDirect: true, env: { POLL_SECONDS: '0.2' } });

const TABLES = {
  outbox: {
    where: "status = 'due'",
    columns: AWARD_COLUMNS,
  },
  players: { where: 'true', columns: ['name', 'avatar_path'] },
  feeds: {
    where: "cadence = 'weekly'",
    columns: [
      'role_id',
      'language',
      'timezone',
      'hour',
      'crossposts',
      'created_at',
      'wanted_since',
    ],
  },
} as const;
/** That is for a manager to mend. */
const UNKNOWN_ZONE = /a feed with an unknown zone is paused/;
/** One that is always tried, and that the database takes. */
const A_TIME: Damage = { table: 'outbox', column: 'awarded_at', where: 'true', value: 9e15 };

test('any award that waits is posted', { timeout: FUZZ_TIMEOUT }, async () => {
  const { weekly } = await harvest(stage());
  const witness = new Witness(stage());
  const { discord } = stage();
  using database = new DatabaseSync(sqliteFileOf(stage().databaseUrl) ?? '', { timeout: 5_000 });
  const kept = Object.keys(TABLES).map(
    (table) => [table, database.prepare(`select * from ${table}`).all()] as const,
  );
  let posts = 0;

  function restore(): void {
    database.exec(
      'pragma foreign_keys = off; begin immediate; delete from attempts; delete from batches',
    );
    for (const [table, rows] of kept) {
      database.exec(`delete from ${table}`);
      for (const row of rows) {
        const places = Object.keys(row)
          .map(() => '?')
          .join();
        const insert = `insert into ${table} (${Object.keys(row).join()}) values (${places})`;
        database.prepare(insert).run(...Object.values(row));
      }
    }
    database.exec('commit; pragma foreign_keys = on');
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(damageTo(TABLES), { minLength: 1, maxLength: 2 }),
      fc.constantFrom("cadence = 'live'", 'next_digest_at = 1'),
      async (damages, change) => {
        const before = discord.messagesIn(weekly).length;
        try {
          for (const { table, column, where, value } of damages) {
            try {
              database.prepare(`update ${table} set ${column} = ? where ${where}`).run(value);
            } catch (error) {
              if (!String(error).includes('constraint failed')) throw error;
            }
          }
          database.exec(`update feeds set ${change} where channel_id = '${weekly.id}'`);
          await pollsAnswered(stage(), 3);
          posts += discord.messagesIn(weekly).length - before;
          witness.judgeSent(fc.stringify(damages));
        } finally {
          restore();
        }
      },
    ),
    { ...runs(10), examples: [[[A_TIME], "cadence = 'live'"]] },
  );
  expect(posts).toBeGreaterThan(0);
  expect(witness.troubles.filter((line) => !UNKNOWN_ZONE.test(line))).toEqual([]);
});
