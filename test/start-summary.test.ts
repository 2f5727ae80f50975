import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readConfig } from '#src/config.ts';
import { startSummary } from '#src/start-summary.ts';

const summary = (env: Readonly<Record<string, string>> = {}) =>
  startSummary(readConfig({ DISCORD_TOKEN: 'token-hunter2', RA_API_KEY: 'key-hunter2', ...env }));

describe('the line that a start logs', () => {
  it('says what is used by default', () => {
    expect(summary()).toMatchObject({
      database: `SQLite in ${resolve('data/completionist.db')}`,
      cache: 'in memory',
      site: 'https://retroachievements.org',
      shards: 'all of as many as Discord recommends',
    });
  });

  it('says what is set, without users, passwords, and keys', () => {
    const set = summary({
      DATABASE_URL: 'postgres://bot:hunter2@db:5433/completionist?password=hunter2',
      CACHE_URL: 'rediss://bot:hunter2@cache:6380?db=3&sslmode=no-verify',
      SHARD_COUNT: '8',
      SHARD_IDS: '2-4',
    });
    expect(set).toMatchObject({
      database: 'Postgres at db:5433/completionist',
      cache: 'Redis at cache:6380/3',
      shards: '2,3,4 of 8',
    });
    expect(JSON.stringify(set)).not.toMatch(/hunter2|bot/);
  });

  it('says if nothing is kept', () => {
    expect(summary({ DATABASE_URL: 'sqlite::memory:' })).toMatchObject({
      database: 'SQLite in memory',
    });
  });
});
