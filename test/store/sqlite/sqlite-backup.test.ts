import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, it } from 'vitest';

import { backUpSqlite } from '#src/store/sqlite/sqlite-backup.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { makeDatabase, makeFolder } from '../files.ts';

it('copies what was written so far while others keep writing, for this user alone', async () => {
  using folder = makeFolder();
  const [file, target] = [join(folder.path, 'bot.db'), join(folder.path, 'backup.db')];
  await using bot = await openAnnouncementStore(`sqlite:${file}`);
  await bot.feeds.save(feed('written'));
  await bot.transaction(async ({ feeds }) => {
    await feeds.save(feed('half done'));
    backUpSqlite(file, target);
  });
  await bot.feeds.save(feed('later'));
  expect(statSync(target).mode & 0o777).toBe(0o600);

  await using copy = await openAnnouncementStore(`sqlite:${target}`);
  expect(await copy.feeds.get('written')).not.toBeNull();
  expect(await copy.feeds.get('half done')).toBeNull();
  expect(await copy.feeds.get('later')).toBeNull();
  expect(await bot.feeds.get('half done')).not.toBeNull();
});

it('copies an unused database, and leaves an existing file alone', async () => {
  using folder = makeFolder();
  const [file, target] = [join(folder.path, 'bot.db'), join(folder.path, 'backup.db')];
  await makeDatabase(file);
  backUpSqlite(file, target);
  const { mtimeMs } = statSync(target);
  expect(() => backUpSqlite(file, target)).toThrow(`${target} is already there`);
  expect(statSync(target).mtimeMs).toBe(mtimeMs);
  using copy = new DatabaseSync(target);
  expect(copy.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
});

it.each([
  ['a database that is not there', 'none.db', 'backup.db', /^There is no file \S+none\.db/],
  [
    'a folder that is not there',
    'bot.db',
    'none/backup.db',
    /backup\.db can't be written \(ENOENT\)/,
  ],
  ['a file that is no database', 'notes.txt', 'backup.db', /not a database/],
])('leaves nothing behind: %s', async (_, from, to, refusal) => {
  using folder = makeFolder();
  await makeDatabase(join(folder.path, 'bot.db'));
  writeFileSync(join(folder.path, 'notes.txt'), 'no database '.repeat(100));
  const target = join(folder.path, to);
  expect(() => backUpSqlite(join(folder.path, from), target)).toThrow(refusal);
  expect(existsSync(target)).toBe(false);
});
