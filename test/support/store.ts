import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Client } from 'pg';
import { describe } from 'vitest';

import { openStore } from '#src/store/store.ts';
import type { Store } from '#src/store/store.ts';

export type StoreKind = 'sqlite' | 'postgres';

/** An empty database of its own, gone when it is disposed of. */
export type TestDatabase = {
  readonly kind: StoreKind;
  readonly url: string;
  /** Runs a statement past the store. */
  execute(statement: string): Promise<void>;
} & AsyncDisposable;

/** A store of its own; `database.url` opens it a second time, as another process would. */
export type TestStore = Store & { readonly database: TestDatabase };

const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
const IS_CI = process.env['CI'] === 'true';
const NEEDS_POSTGRES = `(needs one at ${placeOf(POSTGRES_URL)}; set TEST_DATABASE_URL for another)`;
const hasPostgres = await isThere();
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
  describe.skipIf(!hasPostgres && !IS_CI)(`${title} ${NEEDS_POSTGRES}`, () => {
    tests();
  });
}

export async function openTestStore(kind: StoreKind): Promise<TestStore> {
  const database = await createTestDatabase(kind);
  const store = await openStore(database.url);
  return {
    ...store,
    database,
    async [Symbol.asyncDispose]() {
      await store[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
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
    async execute(statement) {
      using database = new DatabaseSync(file);
      database.exec(statement);
    },
    [Symbol.asyncDispose]: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

async function createOnPostgres(): Promise<TestDatabase> {
  count += 1;
  const name = `completionist_test_${process.pid}_${count}`;
  await administer(`create database ${name}`);
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  return {
    kind: 'postgres',
    url: url.href,
    execute: (statement) => ask(url.href, statement),
    [Symbol.asyncDispose]: () => administer(`drop database ${name} with (force)`),
  };
}

function administer(statement: string): Promise<void> {
  return ask(POSTGRES_URL, statement);
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function isThere(): Promise<boolean> {
  return administer('select 1').then(
    () => true,
    () => false,
  );
}

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
