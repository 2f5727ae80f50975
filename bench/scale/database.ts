import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

/** A new, empty database, deleted when it is disposed of. */
export type EmptyDatabase = { readonly url: string } & AsyncDisposable;

/** The same server as for the tests. */
const POSTGRES_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';
let count = 0;

export async function emptySqlite(): Promise<EmptyDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'completionist-scale-'));
  return {
    url: `sqlite:${join(folder, 'bot.db')}`,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

export async function emptyPostgres(): Promise<EmptyDatabase> {
  count += 1;
  const name = `completionist_scale_${process.pid}_${count}`;
  await ask(`create database ${name}`);
  const url = new URL(POSTGRES_URL);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => ask(`drop database ${name} with (force)`),
  };
}

async function ask(statement: string): Promise<void> {
  const client = new Client({ connectionString: POSTGRES_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
