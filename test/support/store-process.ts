/**
 * A process with a store, for tests that kill it or let it be another user.
 * Arguments: what it does, DATABASE_URL, and the number that goes with it.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import { Kysely } from 'kysely';

import { MIGRATIONS } from '#src/migrations.ts';
import { systemClock } from '#src/platform/clock.ts';
import type { Database } from '#src/store/database.ts';
import { migrate } from '#src/store/migrate.ts';
import { openPostgres } from '#src/store/postgres/postgres.ts';
import { openSqlite } from '#src/store/sqlite/sqlite.ts';
import { StoreError } from '#src/store/store-error.ts';
import { addBatches, batch, feed, NOW, track } from '#test/announcements/tables/rows.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

const [, , task = '', url = '', number = ''] = process.argv;

function say(word: unknown): void {
  process.stdout.write(`${JSON.stringify(word)}\n`);
}

/** Ends as if the power went: nothing is closed, nothing is flushed. */
function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

/** Opens the store, as user `number` where one is given, writes something, and says how that went. */
async function open(): Promise<void> {
  if (number !== '') {
    process.setgroups?.([]);
    process.setgid?.(Number(number));
    process.setuid?.(Number(number));
  }
  try {
    await using store = await openAnnouncementStore(url);
    await store.feeds.save(feed(`${process.pid}`));
    say({ opened: true });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    say({ failure: error.failure, message: error.message });
  }
}

/** Brings the tables to this version and dies after so many statements. */
async function dieMigrating(): Promise<void> {
  const quiet = { warn: () => undefined, error: () => undefined };
  const clock = { ...systemClock, now: () => NOW };
  const { dialect } = url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length))
    : await openPostgres(url, { clock, log: quiet });
  let statements = 0;
  const db: Database = new Kysely({
    dialect,
    log: () => {
      statements += 1;
      if (statements === Number(number)) die();
    },
  });
  await migrate(db, MIGRATIONS, 'the database');
  say({ statements });
}

/** Writes in transactions and outside of them, and dies as soon as the last one is said to be written. */
async function dieWritten(): Promise<void> {
  const store = await openAnnouncementStore(url);
  await store.feeds.save(feed('a'));
  await track(store, 'a', 1);
  await addBatches(store, batch('1'));
  await store.attempts.begin('1', 'body', NOW);
  die();
}

/** Claims the next batch, takes the announcer's lock, and waits to be killed. */
async function holdAll(): Promise<void> {
  const store = await openAnnouncementStore(url);
  await store.lock.tryAcquire();
  await store.deliver(NOW, [], async ({ id }) => {
    await store.attempts.begin(id, 'body', NOW);
    say({ holds: id });
    await sleep(600_000);
  });
}

/** Adds one to a number, so many times, each time from what it reads. */
async function count(): Promise<void> {
  await using store = await openAnnouncementStore(url);
  for (let step = 0; step < Number(number); step += 1) {
    await store.transaction(async ({ feeds }) => {
      const before = await feeds.get('a');
      await feeds.posted('a', (before?.lastPostedAt ?? 0) + 1);
    });
  }
  say({ counted: Number(number) });
}

const TASKS = new Map([
  ['open', open],
  ['die-migrating', dieMigrating],
  ['die-written', dieWritten],
  ['hold-all', holdAll],
  ['count', count],
]);
await TASKS.get(task)?.();
