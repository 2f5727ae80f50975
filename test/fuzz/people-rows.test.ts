import { DatabaseSync } from 'node:sqlite';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';
import { useStage } from '#test/e2e/stage.ts';

import { harvest } from './harvest.ts';
import { damageTo } from './odd-rows.ts';
import type { Damage } from './odd-rows.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';
import { Witness } from './witness.ts';

/** Whatever is in the database's rows, people get a page or a sentence. */

const stage = useStage({ isDirect: true, env: { POLL_SECONDS: '1' } });

const all = (...columns: readonly string[]) => ({ where: 'true', columns });
const TABLES = {
  links: all('ulid', 'name', 'linked_at', 'verified_at', 'code', 'code_expires_at'),
  known_players: all('name', 'untracked', 'loaded_at', 'load_after'),
  games: all('title', 'system_id', 'system_name'),
  player_games: all(
    'award',
    'awarded_at',
    'awarded',
    'awarded_hardcore',
    'possible',
    'last_unlock_at',
  ),
  award_counts: all('award', 'year', 'games'),
  leaderboard_members: all('user_id', 'joined_at'),
  players: all('name', 'avatar_path', 'swept_at'),
  tracked_players: all('tracked_at', 'added_by'),
  feeds: all(
    'kinds',
    'cadence',
    'hour',
    'weekday',
    'timezone',
    'role_id',
    'manager_id',
    'created_at',
    'language',
  ),
};
const damage = damageTo(TABLES);

const USES: readonly (readonly [string, OptionValues])[] = [
  ['leaderboard', {}],
  ['game', { title: 'a' }],
  ['privacy', {}],
  ['compare', { user: 'Fuzzy', other: 'Other' }],
  ['progress', {}],
  ['stats', {}],
  ['link', { user: 'Fuzzy' }],
  ['announcements status', {}],
  ['announcements list', {}],
  ['announcements setup', { hour: 5 }],
];

/** One that is always tried, and that the database takes. */
const A_NAME: Damage = { table: 'links', column: 'name', where: 'true', value: '\u202e' };

test('any row is a page or a sentence', { timeout: FUZZ_TIMEOUT }, async () => {
  const { owner } = await harvest(stage());
  const witness = new Witness(stage());
  using database = new DatabaseSync(sqliteFileOf(stage().databaseUrl) ?? '', { timeout: 5_000 });
  const kept = Object.keys(TABLES).map(
    (table) => [table, database.prepare(`select * from ${table}`).all()] as const,
  );
  const filled = [...Object.keys(TABLES), "outbox where status = 'due'", 'denied_players'];
  const empty = filled.filter((table) => !database.prepare(`select 1 from ${table}`).get());
  expect(empty).toEqual([]);
  const count = 'select count(*) as count from';
  expect(database.prepare(`${count} feeds`).get()).toEqual({ count: 2 });
  expect(database.prepare(`${count} tracked_players`).get()).toEqual({ count: 32 });
  let damaged = 0;

  /** As it was before. */
  function restore(): void {
    // Without cascades.
    database.exec('pragma foreign_keys = off; begin immediate');
    for (const [table, rows] of kept) {
      database.exec(`delete from ${table}`);
      for (const row of rows) {
        const columns = Object.keys(row);
        const places = columns.map(() => '?').join();
        const insert = `insert into ${table} (${columns.join()}) values (${places})`;
        database.prepare(insert).run(...Object.values(row));
      }
    }
    database.exec('commit; pragma foreign_keys = on');
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...USES),
      async (damages, [command, values]) => {
        try {
          for (const { table, column, where, value } of damages) {
            try {
              const change = `update ${table} set ${column} = ? where ${where}`;
              damaged += Number(database.prepare(change).run(value).changes);
            } catch (error) {
              // The database itself takes no null there, and no second key.
              if (!String(error).includes('constraint failed')) throw error;
            }
          }
          const said = fc.stringify(damages);
          await witness.judge(await owner.command(command, values), said);
        } finally {
          restore();
        }
      },
    ),
    { ...runs(30), examples: [[[A_NAME], ['privacy', {}]]] },
  );
  expect(damaged).toBeGreaterThan(0);
});
