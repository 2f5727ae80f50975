import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import { StoreError } from '#src/store/store-error.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { makeDatabase, makeFolder } from '../files.ts';
import { runProcess } from '../run-process.ts';

/** Files bind everybody but root, so as root the process becomes `nobody`. */
const NOBODY = 65_534;
const uid = process.getuid?.() === 0 ? { number: NOBODY } : {};
const canMount = spawnSync('unshare', ['--mount', 'true']).status === 0;

async function failureOf(file: string): Promise<StoreError> {
  try {
    await using _ = await openAnnouncementStore(`sqlite:${file}`);
  } catch (error) {
    if (error instanceof StoreError) return error;
    throw error;
  }
  throw new Error('It could be opened');
}

/** The sentence that operators see, of which this is the end. */
function sentence(file: string, end: string): string {
  return `DATABASE_URL leads to ${file}, which ${end}`;
}

describe('the start ends with a sentence if the file', () => {
  const LOCKED =
    'is locked by another process: stop that process, or give each bot its own database';
  const DAMAGED =
    'is damaged or not a database: restore a backup, or move it away to start with an empty one';
  const NO_FILE =
    "can't be opened: check that it is a file in a folder where the user who runs the bot has write access";
  const READ_ONLY =
    "can't be written: give the user who runs the bot write access to its folder, and to the files there that begin with its name, or choose another place";
  const FULL = 'has no space left: free some space on its disk';

  it.each(['new', 'used'])('is locked by another process (a %s one)', async (which) => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    if (which === 'used') await makeDatabase(file);
    using other = new DatabaseSync(file);
    other.exec('begin exclusive');
    expect((await failureOf(file)).message).toBe(sentence(file, LOCKED));
    other.exec('rollback');
    await makeDatabase(file);
  });

  it('is a folder', async () => {
    using folder = makeFolder();
    expect((await failureOf(folder.path)).message).toBe(sentence(folder.path, NO_FILE));
  });

  it('is a pipe, or leads nowhere', async () => {
    using folder = makeFolder();
    const [pipe, link] = [join(folder.path, 'pipe'), join(folder.path, 'link')];
    spawnSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    symlinkSync(join(folder.path, 'nowhere'), link);
    for (const file of [pipe, link]) {
      expect((await failureOf(file)).message).toBe(sentence(file, NO_FILE));
    }
  });

  it('has a file where its folder should be', async () => {
    using folder = makeFolder();
    writeFileSync(join(folder.path, 'file'), '');
    const file = join(folder.path, 'file', 'bot.db');
    expect((await failureOf(file)).message).toBe(sentence(file, NO_FILE));
  });

  it('isn’t a database', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    writeFileSync(file, 'no database at all, but a text of some length');
    expect((await failureOf(file)).message).toBe(sentence(file, DAMAGED));
  });

  it('lost its end', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    truncateSync(file, 20_000);
    expect((await failureOf(file)).message).toBe(sentence(file, DAMAGED));
  });

  it('has a newer version’s tables', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    using database = new DatabaseSync(file);
    database.exec(`insert into kysely_migration values ('9999-later', '2099-01-01T00:00:00.000Z')`);
    expect((await failureOf(file)).message).toBe(
      sentence(
        file,
        'was written by a newer version of Completionist: install that version again, or choose another database',
      ),
    );
  });

  it('belongs to another program', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    using database = new DatabaseSync(file);
    database.exec('create table players (id)');
    expect((await failureOf(file)).message).toBe(
      sentence(file, 'contains tables of another program: give Completionist its own database'),
    );
    const tables = database.prepare(`select name from sqlite_schema where name = 'feeds'`).all();
    expect(tables).toEqual([]);
  });

  it.each([
    ['may not be written', 0o444, 0o777],
    ['is in a folder that may not be written', 0o666, 0o555],
  ])('%s', async (_, fileMode, folderMode) => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    chmodSync(file, fileMode);
    chmodSync(folder.path, folderMode);
    expect(await runProcess('open', `sqlite:${file}`, uid).word).toEqual({
      failure: 'readOnly',
      message: sentence(file, READ_ONLY),
    });
    chmodSync(folder.path, 0o755);
  });

  it('can’t be read', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    chmodSync(file, 0o000);
    expect(await runProcess('open', `sqlite:${file}`, uid).word).toEqual({
      failure: 'readOnly',
      message: sentence(file, READ_ONLY),
    });
  });

  it('is in a folder where no file can be created', async () => {
    using folder = makeFolder();
    const place = join(folder.path, 'closed');
    mkdirSync(place, { mode: 0o555 });
    const [file, deeper] = [join(place, 'bot.db'), join(place, 'data', 'bot.db')];
    for (const wanted of [file, deeper]) {
      expect(await runProcess('open', `sqlite:${wanted}`, uid).word).toEqual({
        failure: 'readOnly',
        message: sentence(wanted, READ_ONLY),
      });
    }
  });

  it('is used, and only its lock can’t be written', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    for (const mine of [file, folder.path]) chmodSync(mine, 0o777);
    chmodSync(`${file}-announcer`, 0o444);
    expect(await runProcess('open', `sqlite:${file}`, uid).word).toEqual({
      failure: 'readOnly',
      message: sentence(file, READ_ONLY),
    });
  });

  it('is used, and its lock can’t be written while another process has it', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    for (const mine of [file, folder.path]) chmodSync(mine, 0o777);
    await using other = await openAnnouncementStore(`sqlite:${file}`);
    expect(await other.lock.tryAcquire()).toBe(true);
    chmodSync(`${file}-announcer`, 0o444);
    for (const end of ['-wal', '-shm']) chmodSync(`${file}${end}`, 0o666);
    expect(await runProcess('open', `sqlite:${file}`, uid).word).toMatchObject({
      failure: 'readOnly',
    });
  });

  it.skipIf(!canMount)('is on a read-only disk (needs to be root, and unshare)', async () => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    await makeDatabase(file);
    const script = `mount --bind -o ro ${folder.path} ${folder.path}; exec "$@"`;
    const before = ['unshare', '--mount', 'sh', '-c', script, 'sh'];
    expect(await runProcess('open', `sqlite:${file}`, { before }).word).toEqual({
      failure: 'readOnly',
      message: sentence(file, READ_ONLY),
    });
  });

  it.each(['/proc/x/y', '/sys/x/y.db', '/dev/null', '/dev/null/y'])(
    'is %s, where nothing can be created',
    async (file) => {
      expect((await failureOf(file)).message).toMatch(
        /^DATABASE_URL leads to \S+, which can't be (?:opened|written): /,
      );
    },
  );

  it.skipIf(!canMount).each([
    ['when its tables are made', 60, 'true'],
    ['when it is opened again', 400, '"$@" && cat /dev/zero > $FOLDER/ballast 2> /dev/null'],
  ])('has no room, %s (needs to be root, and unshare)', async (_, kilobytes, first) => {
    using folder = makeFolder();
    const file = join(folder.path, 'bot.db');
    const script = `
      FOLDER=${folder.path}
      mount -t tmpfs -o size=${kilobytes}k none $FOLDER
      (${first}) > /dev/null
      exec "$@"`;
    const before = ['unshare', '--mount', 'sh', '-c', script, 'sh'];
    expect(await runProcess('open', `sqlite:${file}`, { before }).word).toEqual({
      failure: 'full',
      message: sentence(file, FULL),
    });
  });
});

describe('the files of a new database', () => {
  it('are for the user who runs the bot alone', async () => {
    using folder = makeFolder();
    const place = join(folder.path, 'deep', 'data');
    const before = process.umask(0o022);
    try {
      await using store = await openAnnouncementStore(`sqlite:${join(place, 'bot.db')}`);
      await store.lock.tryAcquire();
      const modes = readdirSync(place).map((name) => [name, modeOf(join(place, name))]);
      expect(Object.fromEntries(modes)).toEqual({
        'bot.db': 0o600,
        'bot.db-announcer': 0o600,
        'bot.db-shm': 0o600,
        'bot.db-wal': 0o600,
      });
      expect([modeOf(place), modeOf(join(folder.path, 'deep'))]).toEqual([0o700, 0o700]);
      expect(modeOf(folder.path)).toBe(0o755);
    } finally {
      process.umask(before);
    }
  });
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
