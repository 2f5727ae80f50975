import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { makeDatabase, makeFolder } from '#test/store/files.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a script to its end. */
async function run(script: string, parameter: string, env: Readonly<Record<string, string>>) {
  const { PATH, HOME } = process.env;
  const child = spawn('npm', ['run', script, '--silent', '--', parameter], {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject).once('close', resolve);
  const [code, stdout, stderr] = await Promise.all([
    promise,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, stdout, stderr };
}

describeOnPostgres('npm run move-database', () => {
  test('says what it moved, and no password', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    await using target = await createTestDatabase('postgres');
    const url = new URL(target.url);
    url.password = 'pass-word-1';
    const env = { DATABASE_URL: url.href };
    const { code, stdout, stderr } = await run('move-database', `sqlite:${file}`, env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^(?:\w+: \d+ rows\n){5,}Everything is in \S+ now\. [^\n]+\n$/);
    expect(stdout).toContain('feeds: 1 rows\n');
    expect(stdout).not.toContain('pass-word-1');
    await using store = await openAnnouncementStore(target.url);
    expect(await store.feeds.get('a')).not.toBeNull();
  });
});

test.each([
  ['a variable that is wrong', 'sqlite:a.db', 'mysql://u:pass-word-1@h/d', /^DATABASE_URL must be/],
  ['no argument', '', 'postgres://u:pass-word-1@h/d', /^Say which SQLite database to move/],
  [
    'a file that is not there',
    'sqlite:/nowhere/a.db',
    'postgres://u:pass-word-1@127.0.0.1:9/d',
    /^There is no file \/nowhere\/a\.db/,
  ],
])('npm run move-database ends with one line: %s', async (_, from, to, line) => {
  const { code, stdout, stderr } = await run('move-database', from, { DATABASE_URL: to });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(line);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toContain('pass-word-1');
});

test('npm run backup copies a database in use', async () => {
  using folder = makeFolder();
  const file = join(folder.path, 'bot.db');
  const target = join(folder.path, 'backup.db');
  await makeDatabase(file);
  await using inUse = await openAnnouncementStore(`sqlite:${file}`);
  await inUse.lock.tryAcquire();
  const env = { DATABASE_URL: `sqlite:${file}` };
  expect(await run('backup', target, env)).toEqual({
    code: 0,
    stdout: `${target} has a copy of ${file}\n`,
    stderr: '',
  });
  await using copy = await openAnnouncementStore(`sqlite:${target}`);
  expect(await copy.feeds.get('a')).not.toBeNull();
  expect(await run('backup', target, env)).toEqual({
    code: 1,
    stdout: '',
    stderr: `${target} is already there: choose another name\n`,
  });
});

test.each([
  ['backup.db', 'postgres://u:pass-word-1@h/d', /^DATABASE_URL leads to Postgres: [^\n]+\n$/],
  ['', 'sqlite:a.db', /^Say which file to write[^\n]+\n$/],
])('npm run backup ends with one line: "%s" of %s', async (to, from, line) => {
  const { code, stderr } = await run('backup', to, { DATABASE_URL: from });
  expect(code).toBe(1);
  expect(stderr).toMatch(line);
  expect(stderr).not.toContain('pass-word-1');
});
