import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { makeDatabase } from '#test/store/files.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';

import { Stage } from './stage.ts';
import type { StageOptions } from './stage.ts';

/** What the real process does about a database that it can open, but not write. */

const isRoot = process.getuid?.() === 0;
const NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
const cannotBeNobody =
  !isRoot || spawnSync(NOBODY[0] ?? '', [...NOBODY.slice(1), 'true']).status !== 0;
const READ_ONLY = /^DATABASE_URL leads to \S+bot\.db, which can't be written: [^\n]+\n$/;

/** A folder that everyone can write to. */
function makeFolder() {
  const path = mkdtempSync(join(tmpdir(), 'completionist-theirs-'));
  chmodSync(path, 0o777);
  return {
    path,
    file: join(path, 'bot.db'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}

function modeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
}

/** How a start ends: its standard error. */
async function endOf(env: Record<string, string | undefined>, options: StageOptions = {}) {
  await using stage = await Stage.open({ ...options, start: false, isDirect: true });
  const bot = stage.launchBot(env);
  expect(await bot.exited).toEqual({ code: 1, signal: null });
  return bot.stderr;
}

describe.skipIf(cannotBeNobody)('a user who may not write (needs to be root, and setpriv)', () => {
  test.each([
    ['another user’s file', 0o644, ''],
    ['a file that nobody may write', 0o444, ''],
    ['another user’s lock', 0o644, '-announcer'],
    ['another user’s journal', 0o644, '-wal'],
  ])('is told about %s', async (_, mode, end) => {
    using folder = makeFolder();
    await makeDatabase(folder.file);
    chmodSync(folder.file, 0o666);
    for (const other of ['-announcer', '-wal', '-shm']) {
      writeFileSync(`${folder.file}${other}`, '');
      chmodSync(`${folder.file}${other}`, 0o666);
    }
    chmodSync(`${folder.file}${end}`, mode);
    const env = { DATABASE_URL: `sqlite:${folder.file}` };
    expect(await endOf(env, { through: NOBODY })).toMatch(READ_ONLY);
  });

  test('is told about a folder', async () => {
    using folder = makeFolder();
    const closed = join(folder.path, 'closed');
    mkdirSync(closed, { mode: 0o755 });
    const env = { DATABASE_URL: `sqlite:${join(closed, 'bot.db')}` };
    expect(await endOf(env, { through: NOBODY })).toMatch(READ_ONLY);
  });

  test('is told about a file .env that they can’t read', async () => {
    using folder = makeFolder();
    symlinkSync(fileURLToPath(new URL('../../src', import.meta.url)), join(folder.path, 'src'));
    writeFileSync(join(folder.path, '.env'), 'DATABASE_URL=sqlite:other.db', { mode: 0o600 });
    expect(await endOf({}, { through: NOBODY, root: folder.path })).toMatch(
      /^The file \.env can't be read \(EACCES\): [^\n]+\n$/,
    );
  });
});

test('a new database is only for the user who runs the bot, whatever the umask', async () => {
  using folder = makeFolder();
  const file = join(folder.path, 'new', 'bot.db');
  const through = ['sh', '-c', 'umask 022; exec "$@"', 'sh'];
  await using stage = await Stage.open({ through, env: { DATABASE_URL: `sqlite:${file}` } });
  await expect.poll(() => stage.bot.output).toContain('"ready"');
  for (const end of ['', '-wal', '-shm', '-announcer']) {
    await expect.poll(() => modeOf(`${file}${end}`) & 0o777).toBe(0o600);
  }
  expect(modeOf(join(folder.path, 'new')) & 0o777).toBe(0o700);
});

describeOnPostgres('a Postgres that can’t be written to ends the start:', () => {
  test.each([
    [
      'only reads',
      'set default_transaction_read_only = on',
      /^DATABASE_URL leads to \S+, which only takes reads: [^\n]+\n$/,
    ],
    [
      'no schema',
      "set search_path = 'nowhere'",
      /^DATABASE_URL leads to \S+, which lets this user in, but not make or change tables: [^\n]+\n$/,
    ],
  ])('%s', async (_, setting, sentence) => {
    await using database = await createTestDatabase('postgres');
    const name = new URL(database.url).pathname.slice(1);
    await database.query(`alter database ${name} ${setting}`);
    expect(await endOf({ DATABASE_URL: database.url })).toMatch(sentence);
  });

  test('a certificate’s file that doesn’t exist', async () => {
    await using database = await createTestDatabase('postgres');
    const url = `${database.url}?sslmode=verify-full&sslrootcert=/no/such/file.pem`;
    expect(await endOf({ DATABASE_URL: url })).toMatch(
      /^DATABASE_URL leads to \S+, which can't be asked, because a certificate's file [^\n]+\n$/,
    );
  });
});
