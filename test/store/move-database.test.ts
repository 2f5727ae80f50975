import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { MIGRATIONS } from '#src/migrations.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';
import type { Migrations } from '#src/store/migrate.ts';
import { moveDatabase } from '#src/store/move-database.ts';
import { openStore } from '#src/store/store.ts';
import { addBatches, award, batch, feed, NOW, track } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';
import type { TestDatabase } from '#test/support/store.ts';

import { makeDatabase, makeFolder } from './files.ts';

const OPTIONS = { migrations: MIGRATIONS, clock: systemClock, log: createLog('silent', []) };
const [NEWEST = ''] = Object.keys(MIGRATIONS).slice(-1);
const move = (file: string, to: Pick<TestDatabase, 'url'>) =>
  moveDatabase(`sqlite:${file}`, to.url, OPTIONS);

type Rows = readonly Readonly<Record<string, unknown>>[];

const asText = (_: string, value: unknown) =>
  typeof value === 'number' || typeof value === 'bigint' ? `${value}` : value;

/** Every table's rows, in an order that both databases have, with numbers as text: those of Postgres are. */
async function contentOf(
  tables: readonly string[],
  ask: (statement: string) => Promise<Rows> | Rows,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const content = new Map<string, readonly string[]>();
  for (const table of tables.toSorted()) {
    const rows = await ask(`select * from ${table}`);
    const texts = rows.map((row) => JSON.stringify(row, asText));
    content.set(table, texts.toSorted());
  }
  return content;
}

const TABLES = `table_name as name from information_schema.tables where table_schema = 'public'
  and table_name not like 'kysely%'`;

async function contentOfPostgres(database: TestDatabase) {
  const tables = await database.query(`select ${TABLES}`);
  return contentOf(
    tables.map(({ name }) => String(name)),
    (statement) => database.query(statement),
  );
}

async function contentOfSqlite(file: string) {
  using database = new DatabaseSync(file, { readOnly: true });
  return await contentOf(tablesOf(database), (statement) => {
    const prepared = database.prepare(statement);
    prepared.setReadBigInts(true);
    return prepared.all();
  });
}

function tablesOf(database: DatabaseSync): readonly string[] {
  return database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'kysely%'")
    .all()
    .map(({ name }) => String(name));
}

/** Puts rows into every table that there is, so that one that is added later has some, too. */
function fillEveryTable(file: string): void {
  using database = new DatabaseSync(file);
  database.exec('pragma foreign_keys = off');
  for (const table of tablesOf(database)) {
    const columns = database.prepare(`pragma table_info(${table})`).all();
    for (const number of [1, 2, 3]) {
      const values = columns.map(({ name, type, notnull, pk }) => {
        if (number === 3 && notnull === 0 && pk === 0) return null;
        if (type === 'text') return `${String(name)} ${number} ’"\\\n🎮`;
        return type === 'bigint' ? 9_007_199_254_740_990n + BigInt(number) : 2_147_483_640 + number;
      });
      const places = values.map(() => '?').join(', ');
      database.prepare(`insert into ${table} values (${places})`).run(...values);
    }
  }
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
}

async function refusalOf(moving: Promise<unknown>): Promise<string> {
  return moving.then(
    () => 'moved',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

function change(file: string, statement: string): void {
  using database = new DatabaseSync(file);
  database.exec(statement);
}

describeOnPostgres('moving a database', () => {
  it('copies every row of every table as it is, and leaves the old database alone', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await using empty = await openAnnouncementStore(`sqlite:${file}`);
    await empty[Symbol.asyncDispose]();
    fillEveryTable(file);
    const before = await contentOfSqlite(file);
    expect([...before.keys()]).toContain('tracked_players');
    expect([...before.values()].map((rows) => rows.length)).not.toContain(0);

    await using target = await createTestDatabase('postgres');
    const moved = await move(file, target);
    expect(await contentOfPostgres(target)).toEqual(before);
    expect(await contentOfSqlite(file)).toEqual(before);
    expect(moved.toSorted((a, b) => (a.table < b.table ? -1 : 1))).toEqual(
      [...before.keys()].map((table) => ({ table, rows: 3 })),
    );
  });

  it('finds no auto-increment column, which would start over', async () => {
    await using target = await createTestDatabase('postgres');
    await using store = await openStore(target.url, OPTIONS);
    const tables = await store.db.introspection.getTables();
    expect(tables.length).toBeGreaterThan(5);
    const columns = tables.flatMap((table) => table.columns);
    expect(columns.filter(({ isAutoIncrementing }) => isAutoIncrementing)).toEqual([]);
  });

  it('copies more rows than fit one statement', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    change(
      file,
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < 2001)
       insert into denied_players select 'player ' || i, i from n`,
    );
    await using target = await createTestDatabase('postgres');
    expect(await move(file, target)).toContainEqual({ table: 'denied_players', rows: 2001 });
    expect(await contentOfPostgres(target)).toEqual(await contentOfSqlite(file));
  });

  it('writes a row after the rows it refers to, whichever table was created first', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    const migrations: Migrations = {
      '0001': {
        async up(db) {
          await sql`create table a_child (id text primary key)`.execute(db);
          await sql`create table b_parent (id text primary key)`.execute(db);
          await sql`alter table a_child add column parent text references b_parent (id)`.execute(
            db,
          );
        },
      },
    };
    const options = { ...OPTIONS, migrations };
    await using source = await openStore(`sqlite:${file}`, options);
    await source[Symbol.asyncDispose]();
    change(file, "insert into b_parent values ('p'); insert into a_child values ('c', 'p')");
    await using target = await createTestDatabase('postgres');
    expect(await moveDatabase(`sqlite:${file}`, target.url, options)).toEqual([
      { table: 'b_parent', rows: 1 },
      { table: 'a_child', rows: 1 },
    ]);
    expect(await contentOfPostgres(target)).toEqual(await contentOfSqlite(file));
  });

  it('lets a bot continue where it was', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    const posted = award({ gameId: 1 });
    const inDoubt = award({ gameId: 2 });
    const position = { newestAt: NOW, recent: ['a', 'b'], polledAt: NOW };
    {
      await using old = await openAnnouncementStore(`sqlite:${file}`);
      await old.feeds.save(feed('a'));
      await track(old, 'a', 1);
      await old.awardFeed.save(position);
      await old.transaction(({ dueAwards }) => dueAwards.add([posted, inDoubt], NOW, 'due'));
      await addBatches(old, batch('1', { awards: [posted] }), batch('2', { awards: [inDoubt] }));
      await old.attempts.begin('2', 'what was sent', NOW);
      await old.batches.posted('1', { id: 'message', at: NOW, crosspost: false });
    }
    await using target = await createTestDatabase('postgres');
    await move(file, target);

    await using store = await openAnnouncementStore(target.url);
    expect(await store.lock.tryAcquire()).toBe(true);
    expect(await store.awardFeed.get()).toMatchObject(position);
    expect(await store.trackedPlayers.channelsOf(posted.ulid)).toEqual(['a']);
    // Both awards come up again in the feed, and one batch is left, with its nonce and its text.
    await store.transaction(({ dueAwards }) => dueAwards.add([posted, inDoubt], NOW, 'due'));
    expect(await target.query("select * from outbox where status = 'due'")).toEqual([]);
    const ids: string[] = [];
    await store.deliver(NOW, [], async ({ id }) => void ids.push(id));
    expect(ids).toEqual(['2']);
    expect(await store.attempts.of('2')).toMatchObject({ body: 'what was sent' });
  });
});

describeOnPostgres('a database isn’t moved', () => {
  it('into one that has rows, which stays unchanged', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    await using target = await createTestDatabase('postgres');
    {
      await using store = await openAnnouncementStore(target.url);
      await store.feeds.save(feed('theirs'));
    }
    // As an older version's: refused before it is brought up to date.
    await target.query(`delete from kysely_migration where name = '${NEWEST}'`);
    const before = await contentOfPostgres(target);
    expect(await refusalOf(move(file, target))).toMatch(
      /^\S+ already has rows in feeds: move into an empty database$/,
    );
    expect(await contentOfPostgres(target)).toEqual(before);
    const seen = await target.query('select name from kysely_migration');
    expect(seen.map(({ name }) => name)).not.toContain(NEWEST);
  });

  it('while a bot runs on it', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await using bot = await openAnnouncementStore(`sqlite:${file}`);
    await bot.lock.tryAcquire();
    await using target = await createTestDatabase('postgres');
    expect(await refusalOf(move(file, target))).toBe(`A bot is using ${file}: stop it first`);
    await bot.feeds.save(feed('a'));
  });

  it('while a bot runs on the other one', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    await using target = await createTestDatabase('postgres');
    await using bot = await openAnnouncementStore(target.url);
    await bot.lock.tryAcquire();
    expect(await refusalOf(move(file, target))).toMatch(/^A bot is using \S+: stop it first$/);
    expect(await bot.feeds.get('a')).toBeNull();
  });

  it.each([
    [
      'an older version',
      `delete from kysely_migration where name = '${NEWEST}'`,
      /by an older version .*: start this version/,
    ],
    [
      'a newer version',
      "insert into kysely_migration values ('9999-new', '')",
      /by a newer version .*: move it with that version/,
    ],
    ['another program', 'drop table kysely_migration', /is not a database of Completionist/],
    [
      'two programs',
      'create table diary (day text)',
      /has tables that are not Completionist's \(diary\)/,
    ],
  ])('if it’s from %s', async (_, statement, refusal) => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    change(file, statement);
    await using target = await createTestDatabase('postgres');
    expect(await refusalOf(move(file, target))).toMatch(refusal);
  });

  it('if it doesn’t exist, and none is created', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await using target = await createTestDatabase('postgres');
    expect(await refusalOf(move(file, target))).toBe(`There is no file ${file}: check its path`);
    expect(existsSync(file)).toBe(false);
  });

  it('in part, if Postgres rejects a row', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    change(file, "insert into denied_players values ('a' || char(0), 1)");
    await using target = await createTestDatabase('postgres');
    expect(await refusalOf(move(file, target))).toMatch(
      /^\S+ refuses a row of denied_players: .*\. Nothing was moved$/,
    );
    const content = await contentOfPostgres(target);
    expect(content.size).toBeGreaterThan(5);
    expect([...content.values()].flat()).toEqual([]);
    change(file, 'delete from denied_players');
    expect(await move(file, target)).toContainEqual({ table: 'feeds', rows: 1 });
  });
});

describe('an address', () => {
  it.each([
    ['postgres://a@b/c', 'postgres://a@b/d', /^Say which SQLite database to move/],
    ['sqlite::memory:', 'postgres://a@b/d', /^Say which SQLite database to move/],
    ['data/completionist.db', 'postgres://a@b/d', /^Say which SQLite database to move/],
    ['sqlite:a.db', 'sqlite:b.db', /^DATABASE_URL must be where the database moves to/],
  ])('is rejected: %s to %s', async (from, to, refusal) => {
    expect(await refusalOf(moveDatabase(from, to, OPTIONS))).toMatch(refusal);
  });
});
