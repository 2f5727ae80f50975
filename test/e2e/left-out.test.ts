import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { sqliteFileOf } from '#src/store/database-url.ts';
import { describeOnPostgres, openTestStore } from '#test/support/store.ts';

import { Manager } from './manager.ts';
import { Stage } from './stage.ts';

/** What docs/operating.md tells operators to do for someone who wants to be left out. */

const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
const [, section = ''] = guide.split('## When someone wants to be left out');
const [find = '', leaveOut = ''] = [...section.matchAll(/```sql\n([^`]+)```/g)].map(
  ([, statements = '']) => statements,
);

function beat({ site }: Stage, { name, games }: SitePlayer): string {
  const game = games.find(({ HighestAwardKind: kind }) => kind === null);
  if (!game) throw new Error(`${name} has beaten everything`);
  site.award(name, game.GameID, 'beaten-hardcore');
  return `/game/${game.GameID}`;
}

test('whoever an operator left out is announced no more, and nobody can track them', async () => {
  await using stage = await Stage.open({ env: { POLL_SECONDS: '0.3' } });
  const { discord } = stage;
  const [zoe, max] = [stage.addPlayer('Zyxwvut', 40), stage.addPlayer('MaxMilyin', 60)];
  const [live, daily] = [discord.generalChannel, discord.channel('daily')];
  const manager = new Manager(stage, 'manager');
  await manager.announce(live, [zoe, max]);
  await manager.announce(daily, [zoe], { schedule: 'daily' });
  const posted = (link: string) =>
    discord.messagesIn(live).some(({ embeds }) => JSON.stringify(embeds).includes(link));
  const first = beat(stage, zoe);
  await discord.waitFor(() => posted(first));

  // As the sqlite3 of the command line has it.
  using database = new DatabaseSync(sqliteFileOf(stage.databaseUrl) ?? '', {
    timeout: 5_000,
    enableForeignKeyConstraints: false,
  });
  const [row] = database.prepare(find.replace('NAME', 'zYxWvUt')).all();
  expect(row).toEqual({ ulid: zoe.ulid, name: 'Zyxwvut' });
  database.exec(leaveOut.replaceAll('ULID', zoe.ulid));

  const unwanted = beat(stage, zoe);
  const wanted = beat(stage, max);
  await discord.waitFor(() => posted(wanted));
  expect(posted(unwanted)).toBe(false);
  const refused = await manager.use('track', live, { user: zoe.name });
  expect(refused).toContain('doesn’t want to be announced');
  for (const table of ['players', 'tracked_players', 'known_players', 'player_games'])
    expect(database.prepare(`select * from ${table} where ulid = ?`).all(zoe.ulid)).toEqual([]);
  expect(database.prepare(`select * from outbox where status = 'due'`).all()).toEqual([]);
});

describeOnPostgres('on Postgres', () => {
  test('the same statements work', async () => {
    await using store = await openTestStore('postgres');
    expect(await store.database.query(find)).toEqual([]);
    await store.database.query(leaveOut);
    expect(await store.database.query('select ulid from denied_players')).toEqual([
      { ulid: 'ULID' },
    ]);
  });
});
