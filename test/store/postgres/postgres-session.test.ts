import { Client } from 'pg';
import type { ClientConfig } from 'pg';
import { expect, it } from 'vitest';

import { endWhenSilent, NOTICE_LOSS_SOON, SESSION } from '#src/store/postgres/postgres-session.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import {
  createTestDatabase,
  describeOnPostgres,
  openBeside,
  openTestStore,
} from '#test/support/store.ts';

import { startPostgresDouble, through } from './postgres-double.ts';

/** The server takes its time. */
const PATIENCE = { timeout: 10_000 };
const SILENCE_MS = 100;

async function connect(url: string, session: ClientConfig = SESSION) {
  const client = new Client({ ...session, connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return {
    client,
    ask: async (question: string) =>
      (await client.query<Record<string, unknown>>(question)).rows[0],
    [Symbol.asyncDispose]: () => client.end(),
  };
}

/** Ends the server's side of all sessions of a database but one's own. */
const BREAK_ALL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`;

describeOnPostgres('a session', () => {
  it('is dropped by the server within 15 s if it’s lost', async () => {
    await using database = await createTestDatabase('postgres');
    await using session = await connect(database.url);
    await session.client.query(NOTICE_LOSS_SOON);
    const settings = await session.ask(
      `select current_setting('tcp_keepalives_idle')::int
         + current_setting('tcp_keepalives_interval')::int * current_setting('tcp_keepalives_count')::int as probes,
         current_setting('tcp_user_timeout') as answers`,
    );
    expect(settings).toEqual({ probes: 15, answers: '15000' });
  });

  it('returns numbers as numbers, and leaves other users of pg alone', async () => {
    await using database = await createTestDatabase('postgres');
    await using session = await connect(database.url);
    await using plain = await connect(database.url, {});
    const question = `select ${Number.MAX_SAFE_INTEGER}::int8 as large, 1 as small, 'x' as text, null as nothing`;
    const row = { large: Number.MAX_SAFE_INTEGER, small: 1, text: 'x', nothing: null };
    expect(await session.ask(question)).toEqual(row);
    expect(await plain.ask(question)).toEqual({ ...row, large: `${Number.MAX_SAFE_INTEGER}` });
  });

  it('says who it is', async () => {
    await using store = await openTestStore('postgres');
    const [row] = await store.database.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'completionist'`,
    );
    expect(row).toBeDefined();
  });

  it('ends when the server owes an answer for too long', async () => {
    await using database = await createTestDatabase('postgres');
    await using double = await startPostgresDouble({ upstream: database.url });
    await using session = await connect(through(database.url, double.port));
    endWhenSilent(session.client, SILENCE_MS);
    expect(await session.ask('select 1 as one')).toEqual({ one: 1 });
    double.freeze();
    await expect(session.ask('select 1 as one')).rejects.toThrow('Connection terminated');
  });

  it('doesn’t end if it’s idle for as long', async () => {
    await using database = await createTestDatabase('postgres');
    await using session = await connect(database.url);
    await using watch = await connect(database.url);
    endWhenSilent(session.client, SILENCE_MS);
    await session.ask('begin');
    // The server's own clock tells when it has been silent for long enough.
    await watch.ask(`select pg_sleep(${(3 * SILENCE_MS) / 1_000})`);
    expect(await session.ask('select 1 as one')).toEqual({ one: 1 });
    await watch.ask(`select pg_sleep(${(3 * SILENCE_MS) / 1_000})`);
    expect(await session.ask('select 2 as two')).toEqual({ two: 2 });
  });
});

describeOnPostgres('connections that break', () => {
  it('are replaced, and end no process', async () => {
    await using store = await openTestStore('postgres');
    await store.feeds.save(feed('a'));
    expect(await store.database.query(BREAK_ALL)).not.toEqual([]);
    await expect.poll(() => store.feeds.get('a').catch(() => null), PATIENCE).toEqual(feed('a'));
    await store.transaction(({ feeds }) => feeds.save(feed('b')));
  });

  it('fail work under way with a sentence', async () => {
    await using store = await openTestStore('postgres');
    const failing = store.transaction(async ({ feeds }) => {
      await feeds.save(feed('a'));
      await store.database.query(BREAK_ALL);
      await feeds.save(feed('b'));
    });
    await expect(failing).rejects.toThrow(/^DATABASE_URL leads to [^ ]+, which can't be reached: /);
    expect(await store.feeds.inGuild('guild')).toEqual([]);
  });
});

describeOnPostgres('the announcer’s lock', () => {
  it('is lost with its connection, and can be taken again', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openBeside(store);
    expect(await store.lock.tryAcquire()).toBe(true);
    await store.database.query(BREAK_ALL);
    expect(await store.lock.isHeld()).toBe(false);
    expect(await other.lock.tryAcquire()).toBe(true);
    expect(await store.lock.tryAcquire()).toBe(false);
    await other.lock[Symbol.asyncDispose]();
    await expect.poll(() => store.lock.tryAcquire(), PATIENCE).toBe(true);
  });

  it('goes to only one process', async () => {
    await using store = await openTestStore('postgres');
    await using second = await openBeside(store);
    await using third = await openBeside(store);
    const stores = [store, second, third];
    const had = await Promise.all(stores.map((one) => one.lock.tryAcquire()));
    expect(had.filter(Boolean)).toHaveLength(1);
    const held = await Promise.all(stores.map((one) => one.lock.isHeld()));
    expect(held).toEqual(had);
  });

  it('is separate for each database', async () => {
    await using store = await openTestStore('postgres');
    await using other = await openTestStore('postgres');
    expect(await store.lock.tryAcquire()).toBe(true);
    expect(await other.lock.tryAcquire()).toBe(true);
  });

  it('counts as lost if the server doesn’t respond, and the store still closes', async () => {
    await using database = await createTestDatabase('postgres');
    await using double = await startPostgresDouble({ upstream: database.url });
    const store = await openAnnouncementStore(through(database.url, double.port));
    expect(await store.lock.tryAcquire()).toBe(true);
    double.freeze();
    expect(await store.lock.isHeld()).toBe(false);
    await store[Symbol.asyncDispose]();
  });

  it('says in a sentence why it can’t be taken', async () => {
    await using database = await createTestDatabase('postgres');
    const double = await startPostgresDouble({ upstream: database.url });
    await using store = await openAnnouncementStore(through(database.url, double.port));
    await double[Symbol.asyncDispose]();
    await expect(store.lock.tryAcquire()).rejects.toThrow(/can't be reached/);
    expect(await store.lock.isHeld()).toBe(false);
  });
});
