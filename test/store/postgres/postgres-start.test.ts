import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createLog } from '#src/platform/log.ts';
import type { ServerWait } from '#src/store/postgres/postgres.ts';
import { StoreError } from '#src/store/store-error.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { hasOpenssl, makeCertificate } from '#test/support/certificate.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';

import { makeFolder } from '../files.ts';
import { startPostgresDouble, through } from './postgres-double.ts';
import type { Refusal } from './postgres-double.ts';

const PASSWORD = 'hunter2';
const NO_ENCRYPTION: Refusal = {
  code: '28000',
  message: 'no pg_hba.conf entry for host "1.2.3.4", user "u", database "d", no encryption',
};
const STARTING_UP: Refusal = { code: '57P03', message: 'the database system is starting up' };

/** An operator's view of a start: a clock that stands still, and what is logged. */
function watch() {
  const clock = createFakeClock();
  const lines: string[] = [];
  const log = createLog('info', [], { write: (line) => void lines.push(line) });
  const waiting: ServerWait = { clock, log };
  return { clock, lines, waiting };
}

async function failureOf(url: string, waiting?: ServerWait): Promise<StoreError> {
  try {
    await using _ = await openAnnouncementStore(url, waiting);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('It could be opened');
}

const NOWHERE = 'postgres://127.0.0.1:1/none';

describe('the start ends at once with a sentence if Postgres', () => {
  it.each([
    ['28P01', 'password authentication failed for user "u"', 'rejects the user or the password'],
    ['28000', 'role "u" is not permitted to log in', 'rejects the user or the password'],
    ['3D000', 'database "d" does not exist', 'has no database with this name: create it'],
    ['42501', 'permission denied for database "d"', 'lets this user in, but not make or change'],
    ['53100', 'could not extend file: No space left on device', 'has no space left'],
  ])('says %s (%s)', async (code, message, sentence) => {
    await using double = await startPostgresDouble({
      upstream: NOWHERE,
      refuse: () => ({ code, message }),
    });
    const { lines, waiting } = watch();
    const error = await failureOf(`postgres://u:${PASSWORD}@127.0.0.1:${double.port}/d`, waiting);
    expect(error.message).toMatch(
      `DATABASE_URL leads to 127.0.0.1:${double.port}/d, which ${sentence}`,
    );
    expect(error.message).not.toContain(PASSWORD);
    expect(lines).toEqual([]);
    expect(double.callers()).toBe(1);
  });

  it.each(['sslrootcert', 'sslcert', 'sslkey'])(
    'is reached with a file that doesn’t exist (%s)',
    async (option) => {
      const { lines, waiting } = watch();
      const error = await failureOf(`${NOWHERE}?${option}=/no/such/file.pem`, waiting);
      expect(error.message).toMatch(
        /^DATABASE_URL leads to \S+, which can't be asked, because a certificate's file /,
      );
      expect(lines).toEqual([]);
    },
  );

  it('is reached with a file that isn’t a key', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'key.pem');
    writeFileSync(file, 'no key');
    await using double = await startPostgresDouble({ upstream: NOWHERE, tls: {} });
    const error = await failureOf(`postgres://127.0.0.1:${double.port}/d?sslkey=${file}`);
    expect(error.failure).toBe('noCertificate');
  });

  it('wants no encryption, and the URL does', async () => {
    await using double = await startPostgresDouble({ upstream: NOWHERE });
    const error = await failureOf(`postgres://127.0.0.1:${double.port}/d?sslmode=require`);
    expect(error.failure).toBe('noTls');
  });

  it('wants encryption, and the URL forbids it', async () => {
    await using double = await startPostgresDouble({
      upstream: NOWHERE,
      refuse: () => NO_ENCRYPTION,
    });
    const error = await failureOf(`postgres://127.0.0.1:${double.port}/d?sslmode=disable`);
    expect(error.failure).toBe('unencrypted');
  });
});

describe('a Postgres that is down', () => {
  it('is tried for half a minute, with a log line for each try', async () => {
    const { clock, lines, waiting } = watch();
    const opening = failureOf(`postgres://u:${PASSWORD}@127.0.0.1:1/d`, waiting);
    for (const ms of [1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000, 3_000]) {
      await clock.asleep(ms);
      await clock.advance(ms);
    }
    expect((await opening).message).toMatch(
      /^DATABASE_URL leads to 127\.0\.0\.1:1\/d, which can't be reached: /,
    );
    expect(lines).toHaveLength(8);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'the database is not responding; trying again',
      retryInMs: 1_000,
      error: { code: 'ECONNREFUSED' },
    });
    expect(lines.join('\n')).not.toContain(PASSWORD);
  });

  it('isn’t tried anymore if the bot is told to stop', async () => {
    const { clock, waiting } = watch();
    const stop = new AbortController();
    const opening = openAnnouncementStore('postgres://127.0.0.1:1/d', {
      ...waiting,
      signal: stop.signal,
    });
    await clock.asleep(1_000);
    stop.abort();
    await expect(opening).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describeOnPostgres('a Postgres', () => {
  it.each([
    STARTING_UP,
    { code: '53300', message: 'sorry, too many clients already' },
    { code: '57P01', message: 'terminating connection due to administrator command' },
  ])('that lets nobody in yet ($message) is tried again', async (refusal) => {
    await using database = await createTestDatabase('postgres');
    await using double = await startPostgresDouble({
      upstream: database.url,
      refuse: (caller) => (caller < 2 ? refusal : null),
    });
    const { clock, lines, waiting } = watch();
    const opening = openAnnouncementStore(through(database.url, double.port), waiting);
    for (const ms of [1_000, 2_000]) {
      await clock.asleep(ms);
      await clock.advance(ms);
    }
    await using store = await opening;
    await store.feeds.save(feed('a'));
    expect(lines).toHaveLength(2);
  });

  it('may lack the database', async () => {
    await using database = await createTestDatabase('postgres');
    const url = new URL(database.url);
    url.pathname = '/no-such-database';
    expect((await failureOf(url.href)).failure).toBe('noDatabase');
  });

  it('may have a newer version’s tables', async () => {
    await using database = await createTestDatabase('postgres');
    await (await openAnnouncementStore(database.url))[Symbol.asyncDispose]();
    await database.query(
      `insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00.000Z')`,
    );
    expect((await failureOf(database.url)).failure).toBe('newer');
  });

  it('may belong to another program', async () => {
    await using database = await createTestDatabase('postgres');
    await database.query('create table players (id integer)');
    expect((await failureOf(database.url)).failure).toBe('foreign');
    const tables = await database.query(`select from pg_tables where tablename = 'feeds'`);
    expect(tables).toEqual([]);
  });
});

/** A database with a user of its own, who owns nothing. */
async function withUser(prepare: (user: string) => string) {
  const database = await createTestDatabase('postgres');
  const url = new URL(database.url);
  const user = url.pathname.slice(1);
  await database.query(`create role ${user} login password '${PASSWORD}'`);
  await database.query(prepare(user));
  [url.username, url.password] = [user, PASSWORD];
  return {
    url: url.href,
    database,
    async [Symbol.asyncDispose]() {
      await database.query(`drop owned by ${user}`);
      await database.query(`drop role ${user}`);
      await database[Symbol.asyncDispose]();
    },
  };
}

describeOnPostgres('a Postgres that can’t be written to ends the start with a sentence:', () => {
  const FORBIDDEN =
    /^DATABASE_URL leads to \S+, which lets this user in, but not make or change tables: [^\n]+$/;
  const READ_ONLY = /^DATABASE_URL leads to \S+, which only takes reads: [^\n]+$/;

  it.each([
    ['CREATE on its schema is missing', () => 'revoke create on schema public from public'],
    ['no schema may be seen', () => 'revoke all on schema public from public'],
  ])('%s', async (_, prepare) => {
    await using denied = await withUser(prepare);
    expect((await failureOf(denied.url)).message).toMatch(FORBIDDEN);
  });

  it('the tables are another user’s', async () => {
    await using denied = await withUser(() => 'grant create on schema public to public');
    await (await openAnnouncementStore(denied.database.url))[Symbol.asyncDispose]();
    await denied.database.query('grant select on all tables in schema public to public');
    expect((await failureOf(denied.url)).message).toMatch(FORBIDDEN);
  });

  it.each(['new', 'used'])('transactions only read (a %s database)', async (which) => {
    await using database = await createTestDatabase('postgres');
    if (which === 'used') await (await openAnnouncementStore(database.url))[Symbol.asyncDispose]();
    const name = new URL(database.url).pathname.slice(1);
    await database.query(`alter database ${name} set default_transaction_read_only = on`);
    expect((await failureOf(database.url)).message).toMatch(READ_ONLY);
  });
});

/** A server that takes encrypted connections alone, with a certificate that it made itself. */
async function startInsisting() {
  const folder = makeFolder();
  const { file, key, cert } = makeCertificate(folder.path);

  const database = await createTestDatabase('postgres');
  const double = await startPostgresDouble({
    upstream: database.url,
    refuse: (_, isEncrypted) => (isEncrypted ? null : NO_ENCRYPTION),
    tls: { key, cert },
  });
  return {
    file,
    open: (search: string) => openAnnouncementStore(through(database.url, double.port, search)),
    async [Symbol.asyncDispose]() {
      await double[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}

describeOnPostgres('a Postgres that insists on encryption, as Heroku’s do', () => {
  it.skipIf(!hasOpenssl)('gets it, even if the URL doesn’t say so (needs openssl)', async () => {
    await using server = await startInsisting();
    for (const search of ['', '?sslmode=no-verify', `?sslrootcert=${server.file}`]) {
      await using store = await server.open(search);
      await store.feeds.save(feed('a'));
      expect(await store.lock.tryAcquire()).toBe(true);
    }
  });

  it.skipIf(!hasOpenssl).each(['require', 'verify-ca', 'verify-full'])(
    'has to prove who it is if the URL says sslmode=%s (needs openssl)',
    async (mode) => {
      await using server = await startInsisting();
      await expect(server.open(`?sslmode=${mode}`)).rejects.toThrow(
        /certificate that can't be verified: add sslrootcert=/,
      );
      const search = `?sslmode=${mode}&sslrootcert=${server.file}`;
      await using store = await server.open(search);
      await store.feeds.save(feed('a'));
    },
  );
});
