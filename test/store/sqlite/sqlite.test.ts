import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Kysely, sql } from 'kysely';
import { describe, expect, it } from 'vitest';

import { guardedDialect } from '#src/store/guarded-dialect.ts';
import { openSqlite } from '#src/store/sqlite/sqlite.ts';
import { createStoreHealthLog } from '#src/store/store-health.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { makeDatabase, makeFolder } from '../files.ts';
import { runProcess } from '../run-process.ts';

describe('a database in a file', () => {
  it('is created with its folder', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'not', 'yet', 'bot.db');
    await makeDatabase(file);
    expect(existsSync(file)).toBe(true);
  });

  it('is relative to where the bot runs', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(relative(process.cwd(), file));
    expect(existsSync(file)).toBe(true);
  });

  it('keeps what is written when the power goes', async () => {
    using folder = makeFolder();
    const db = new Kysely({ dialect: openSqlite(join(folder.path, 'bot.db')).dialect });
    const ask = async (setting: string) => (await sql`pragma ${sql.raw(setting)}`.execute(db)).rows;
    expect(await ask('journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    const FULL = 2;
    expect(await ask('synchronous')).toEqual([{ synchronous: FULL }]);
    expect(await ask('foreign_keys')).toEqual([{ foreign_keys: 1 }]);
    await db.destroy();
  });

  it('can be written by several processes, each transaction based on what the others wrote', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    const number = 100;
    const processes = [1, 2, 3].map(() => runProcess('count', `sqlite:${file}`, { number }));
    const words = await Promise.all(processes.map((one) => one.word));
    expect(words).toEqual(words.map(() => ({ counted: number })));
    await using store = await openAnnouncementStore(`sqlite:${file}`);
    expect((await store.feeds.get('a'))?.lastPostedAt).toBe(3 * number);
  });

  it('lets the bot continue while another process writes, and is written afterwards', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await using store = await openAnnouncementStore(`sqlite:${file}`);
    const other = new DatabaseSync(file);
    other.exec('begin exclusive');
    const writing = [
      store.feeds.save(feed('a')),
      store.transaction(({ feeds }) => feeds.save(feed('b'))),
    ];
    // A wait inside of SQLite would never get here.
    await new Promise(setImmediate);
    other.exec('commit');
    other.close();
    await Promise.all(writing);
    expect(await store.feeds.get('a')).not.toBeNull();
    expect(await store.feeds.get('b')).not.toBeNull();
  });

  it('says so if another process never finishes', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await using store = await openAnnouncementStore(`sqlite:${file}`);
    using other = new DatabaseSync(file);
    other.exec('begin exclusive');
    await expect(store.feeds.save(feed('a'))).rejects.toThrow('is locked by another process');
    other.exec('rollback');
    await store.feeds.save(feed('a'));
  });

  it('leaves nothing open if it can’t be used', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    writeFileSync(file, 'no database at all, but a text of some length');
    await expect(openAnnouncementStore(`sqlite:${file}`)).rejects.toThrow('is damaged');
    expect(existsSync(`${file}-wal`)).toBe(false);
    rmSync(file);
    await makeDatabase(file);
  });
});

describe('a database in memory', () => {
  it('is separate for each process that opens it, and can announce', async () => {
    await using one = await openAnnouncementStore('sqlite::memory:');
    await using other = await openAnnouncementStore('sqlite::memory:');
    await one.feeds.save(feed('a'));
    expect(await other.feeds.get('a')).toBeNull();
    expect(await one.lock.tryAcquire()).toBe(true);
    expect(await other.lock.tryAcquire()).toBe(true);
    expect(existsSync(':memory:')).toBe(false);
  });
});

describe('a disk that becomes full', () => {
  it('undoes the transaction, says why, and works again once there is room', async () => {
    const dialect = guardedDialect(
      openSqlite(':memory:').dialect,
      'bot.db',
      createStoreHealthLog(() => 0),
    );
    const db = new Kysely<{ things: { text: string } }>({ dialect });
    await sql`create table things (text)`.execute(db);
    await sql`pragma max_page_count = 20`.execute(db);
    const text = 'x'.repeat(10_000);
    const filling = db.transaction().execute(async (trx) => {
      for (let row = 0; row < 20; row += 1) {
        await trx.insertInto('things').values({ text }).execute();
      }
    });
    await expect(filling).rejects.toThrow(
      'DATABASE_URL leads to bot.db, which has no space left: free some space on its disk',
    );
    expect(await db.selectFrom('things').selectAll().execute()).toEqual([]);
    await sql`pragma max_page_count = 1000`.execute(db);
    await db.transaction().execute((trx) => trx.insertInto('things').values({ text }).execute());
    expect(await db.selectFrom('things').selectAll().execute()).toHaveLength(1);
    await db.destroy();
  });
});

describe('a query', () => {
  type Things = { readonly things: { readonly text: string } };

  it('that is repeated reads a table as it is now', async () => {
    const db = new Kysely<Things>(openSqlite(':memory:'));
    await sql`create table things (text)`.execute(db);
    await db.insertInto('things').values({ text: 'one' }).execute();
    const all = db.selectFrom('things').selectAll();
    expect(await all.execute()).toEqual([{ text: 'one' }]);
    await sql`alter table things add column number default 7`.execute(db);
    expect(await all.execute()).toEqual([{ text: 'one', number: 7 }]);
    await db.destroy();
  });

  it('can ask to lock rows, which SQLite neither can nor needs to', async () => {
    const db = new Kysely<Things>(openSqlite(':memory:'));
    await sql`create table things (text)`.execute(db);
    await db.insertInto('things').values({ text: 'one' }).execute();
    await db.insertInto('things').values({ text: 'one' }).execute();
    const all = db.selectFrom('things').select('text').distinct().forUpdate('things').skipLocked();
    expect(await all.execute()).toEqual([{ text: 'one' }]);
    await db.destroy();
  });

  it('can be repeated after it failed', async () => {
    const db = new Kysely<Things>(openSqlite(':memory:'));
    await sql`create table things (text text unique)`.execute(db);
    const add = (text: string) => db.insertInto('things').values({ text }).execute();
    await add('one');
    await expect(add('one')).rejects.toThrow('UNIQUE');
    await add('two');
    expect(await db.selectFrom('things').selectAll().execute()).toHaveLength(2);
    await db.destroy();
  });

  it('gives numbers that no double holds as the nearest, and the other rows as they are', async () => {
    const db = new Kysely<Things>(openSqlite(':memory:'));
    await sql`create table things (text, number)`.execute(db);
    await sql`insert into things values ('one', ${2n ** 60n + 1n}), ('two', -3), ('three', 0.5)`.execute(
      db,
    );
    const all = db.selectFrom('things').selectAll();
    const rows = [
      { text: 'one', number: 2 ** 60 },
      { text: 'two', number: -3 },
      { text: 'three', number: 0.5 },
    ];
    expect(await all.execute()).toEqual(rows);
    await db.deleteFrom('things').where('text', '=', 'one').execute();
    expect(await all.execute()).toEqual(rows.slice(1));
    await db.destroy();
  });
});
