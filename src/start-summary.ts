import { resolve } from 'node:path';

import type { Config } from './config.ts';
import { redisPlaceOf } from './platform/redis-url.ts';
import { VERSION } from './platform/version.ts';
import { placeOf, sqliteFileOf } from './store/database-url.ts';

/** What the bot runs with, for the log: no users, no passwords, no keys. */
export function startSummary(config: Config): Readonly<Record<string, string>> {
  const { CACHE_URL, SHARD_COUNT, SHARD_IDS } = config;
  return {
    version: VERSION,
    database: databaseOf(config.DATABASE_URL),
    cache: CACHE_URL === undefined ? 'in memory' : `Redis at ${redisPlaceOf(CACHE_URL)}`,
    site: config.RA_URL,
    shards: `${SHARD_IDS?.join(',') ?? 'all'} of ${SHARD_COUNT ?? 'as many as Discord recommends'}`,
  };
}

function databaseOf(url: string): string {
  const file = sqliteFileOf(url);
  if (file === null) return `Postgres at ${placeOf(url)}`;
  return file === ':memory:' ? 'SQLite in memory' : `SQLite in ${resolve(file)}`;
}
