import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';
import { afterAll, describe } from 'vitest';

import { openAnnouncementStore } from './announcement-store.ts';
import type { OpenStore } from './announcement-store.ts';

export type StoreKind = 'sqlite' | 'postgres';

/** An empty database of its own, gone when it is disposed of. */
export type TestDatabase = {
  readonly kind: StoreKind;
  readonly url: string;
  /** Asks past the store. */
  query(statement: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
} & AsyncDisposable;

/** A store of its own; `database.url` opens it a second time, as another process would. */
export type TestStore = OpenStore & { readonly database: TestDatabase };

const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const IS_CI = process.env['CI'] === 'true';
/** Why tests that need one are skipped, for their titles. */
export const NEEDS_POSTGRES = `(needs one at ${placeOf(POSTGRES_URL)}; set TEST_DATABASE_URL for another)`;
export const cannotUsePostgres = !IS_CI && !(await isThere());
let count = 0;

/** The same tests on both databases. */
export function describeOnBoth(title: string, tests: (kind: StoreKind) => void): void {
  describe(`${title}, on SQLite`, () => {
    tests('sqlite');
  });
  describeOnPostgres(`${title}, on Postgres`, () => {
    tests('postgres');
  });
}

/** Skipped where there is no Postgres, and says why. */
export function describeOnPostgres(title: string, tests: () => void): void {
  describe.skipIf(cannotUsePostgres)(`${title} ${NEEDS_POSTGRES}`, () => {
    tests();
  });
}

/** Databases on Postgres whose tables are made, and empty: making one takes most of a test's time. */
const idle: TestDatabase[] = [];
const EMPTY = `
  set lock_timeout = 1000;
  truncate feeds, players, tracked_players, outbox, batches, attempts, award_feed, links, denied_players,
    known_players, games, player_games, award_counts, leaderboard_members`;

export async function openTestStore(kind: StoreKind): Promise<TestStore> {
  const known = kind === 'postgres' ? idle.pop() : undefined;
  const database = known ?? (await createTestDatabase(kind));
  const store = await openAnnouncementStore(database.url);
  return {
    ...store,
    database,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      if (kind === 'sqlite') return database[Symbol.asyncDispose]();
      await database.query(EMPTY);
      idle.push(database);
    },
  };
}

afterAll(async () => {
  for (const database of idle) await database[Symbol.asyncDispose]();
});

/**
 * Another process's store on the same database. With SQLite the same one: two in one thread would wait for each other
 * within a call.
 */
export async function openBeside({ database, ...store }: TestStore): Promise<OpenStore> {
  if (database.kind === 'postgres') return openAnnouncementStore(database.url);
  return { ...store, [Symbol.asyncDispose]: () => Promise.resolve() };
}

export function createTestDatabase(kind: StoreKind): Promise<TestDatabase> {
  return kind === 'sqlite' ? Promise.resolve(createFile()) : createOnPostgres();
}

function createFile(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'completionist-store-'));
  const file = join(folder, 'bot.db');
  return {
    kind: 'sqlite',
    url: `sqlite:${file}`,
    async query(statement) {
      using database = new DatabaseSync(file);
      return database.prepare(statement).all();
    },
    [Symbol.asyncDispose]: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

async function createOnPostgres(): Promise<TestDatabase> {
  count += 1;
  const name = `completionist_test_${process.pid}_${count}`;
  await ask(POSTGRES_URL, `create database ${name}`);
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  return {
    kind: 'postgres',
    url: url.href,
    query: (statement) => ask(url.href, statement),
    [Symbol.asyncDispose]: async () =>
      void (await ask(POSTGRES_URL, `drop database ${name} with (force)`)),
  };
}

async function ask(
  url: string,
  statement: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Readonly<Record<string, unknown>>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

async function isThere(): Promise<boolean> {
  return ask(POSTGRES_URL, 'select 1').then(
    () => true,
    () => false,
  );
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
