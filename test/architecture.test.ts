import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { readModule } from './architecture/read-imports.ts';
import { violations } from './architecture/rules.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function ours() {
  return globSync(['src/**/*.{js,ts}', 'commands/**/*.ts'], { cwd: ROOT }).map((path) =>
    readModule({ path, source: readFileSync(new URL(`../${path}`, import.meta.url), 'utf8') }),
  );
}

/** What the rules say about modules that somebody might write. */
function complaints(files: Readonly<Record<string, string>>): string[] {
  return violations(Object.entries(files).map(([path, source]) => readModule({ path, source })));
}

describe('the modules', () => {
  test('import in one direction', () => {
    const modules = ours();
    expect(modules.map(({ path }) => path)).toContain('src/main.ts');
    expect(modules.length).toBeGreaterThan(50);
    expect(violations(modules)).toEqual([]);
  });
});

describe('an import that is complained about', () => {
  test.each([
    ['src/retroachievements/x.ts', "import { REST } from '@discordjs/rest';"],
    ['src/retroachievements/x.ts', "import { Message } from '#src/discord/message.ts';"],
    ['src/retroachievements/x.ts', "import type { Library } from '../progress/library.ts';"],
    ['src/progress/x.ts', "import { Client } from 'discord.js';"],
    ['src/progress/x.ts', "import { Routes } from 'discord-api-types/v10';"],
    ['src/progress/x.ts', "import type { Answer } from '#src/discord/answer.ts';"],
    ['src/progress/x.ts', "export { GOLD } from '#src/views/library-message.ts';"],
    ['src/progress/x.ts', "export * from '#src/cache.ts';"],
    ['src/progress/x.ts', "const a = await import('#src/discord/answer.ts');"],
    ['src/progress/x.ts', "type A = import('#src/discord/answer.ts').Answer;"],
    ['src/views/x.ts', "import { libraryPage } from '#src/progress/library-page.ts';"],
    ['src/views/x.ts', "import { type Page } from '#src/progress/page.ts';"],
    ['src/views/x.ts', "import { request } from 'undici';"],
    ['src/i18n/x.ts', "import type { Game } from '#src/progress/game.ts';"],
    ['src/discord/x.ts', "import { createCache } from '#src/cache.ts';"],
    ['src/discord/x.ts', "import { commands } from '#commands/index.ts';"],
    ['src/discord/x.ts', "import { Counter } from 'prom-client';"],
    ['src/discord/x.ts', "import type { Metrics } from '#src/observability/metrics.ts';"],
    ['src/announcements/x.ts', "import { openStore } from '#src/store/store.ts';"],
    ['src/announcements/x.ts', "import type { Answer } from '#src/discord/answer.ts';"],
    ['src/announcements/x.ts', "import { sql } from 'kysely';"],
    ['src/announcements/x.ts', "import { Routes } from 'discord-api-types/v10';"],
    ['src/store/x.ts', "import type { Answer } from '#src/discord/answer.ts';"],
    ['src/store/x.ts', "import { REST } from '@discordjs/rest';"],
    ['src/discord/x.ts', "import { sql } from 'kysely';"],
    ['src/log.ts', "import './main.ts';"],
    ['commands/x.ts', "import { Pool } from 'undici';"],
    ['commands/x.ts', "import { Keyv } from 'keyv';"],
    ['commands/x.ts', "import KeyvRedis from '@keyv/redis';"],
    ['commands/x.ts', "import { sql } from 'kysely';"],
    ['commands/x.ts', "import { Pool } from 'pg';"],
    ['commands/x.ts', "import { openStore } from '#src/store/store.ts';"],
    ['commands/x.ts', "import { createCache } from '#src/cache.ts';"],
    ['src/elsewhere/x.ts', ''],
  ])('in %s: %s', (path, source) => {
    expect(complaints({ [path]: source })).toHaveLength(1);
  });

  test.each([
    ['src/retroachievements/x.ts', "import type { Clock } from '#src/clock.ts';"],
    ['src/progress/x.ts', "import { isUlid } from '#src/retroachievements/player.ts';"],
    ['src/progress/x.ts', "import type { Cache } from '#src/cache.ts';"],
    ['src/views/x.ts', "import type { Page } from '#src/progress/page.ts';"],
    ['src/views/x.ts', "import { ButtonStyle } from 'discord-api-types/v10';"],
    ['src/views/x.ts', "import { SITE } from './site.ts';"],
    ['src/announcements/x.ts', "import type { Store } from '#src/store/store.ts';"],
    ['src/announcements/x.ts', "import { isMilestone } from '#src/progress/milestones.ts';"],
    ['src/store/x.ts', "import { Kysely } from 'kysely';"],
    ['src/store/x.ts', "import { FEED_KINDS } from '#src/announcements/feed.ts';"],
    ['commands/x.ts', "import type { Pool } from 'undici';"],
    ['src/main.ts', "import { createCache } from './cache.ts';"],
  ])('is none of these, in %s: %s', (path, source) => {
    expect(complaints({ [path]: source })).toEqual([]);
  });
});

describe('the environment', () => {
  test.each([
    'export const port = process.env.PORT;',
    "export const port = process.env['PORT'];",
    "export const port = process['env'].PORT;",
    'const { env } = process;',
    "import { env } from 'node:process';",
    "import { env as all } from 'process';",
  ])('is read by src/config.ts alone, not by: %s', (source) => {
    expect(complaints({ 'src/log.ts': source })).toEqual(['src/log.ts reads the environment']);
    expect(complaints({ 'src/config.ts': source })).toEqual([]);
  });

  test('is not read by the rest of process', () => {
    expect(complaints({ 'src/log.ts': 'process.exitCode = 1; /* process.env */' })).toEqual([]);
  });
});

describe('a cycle', () => {
  test('is found however long it is', () => {
    expect(
      complaints({
        'src/a.ts': "import './b.ts';",
        'src/b.ts': "import { c } from '#src/views/c.ts';",
        'src/views/c.ts': "import './d.ts';",
        'src/views/d.ts': "export * from './c.ts';",
      }),
    ).toEqual(['a cycle: src/views/c.ts → src/views/d.ts → src/views/c.ts']);
  });

  test('is none where only types go back', () => {
    expect(
      complaints({
        'src/a.ts': "import { b } from './b.ts';",
        'src/b.ts': "import type { A } from './a.ts';",
      }),
    ).toEqual([]);
  });
});

describe('what only some need', () => {
  const metrics = { 'src/observability/metrics.ts': "import { Counter } from 'prom-client';" };

  test('is complained about where the start loads it', () => {
    expect(
      complaints({
        ...metrics,
        'src/main.ts': "import './observer.ts';",
        'src/observer.ts': "import { createMetrics } from './observability/metrics.ts';",
      }),
    ).toEqual(['src/main.ts loads prom-client at every start']);
  });

  test('is the Redis client, too', () => {
    expect(complaints({ 'src/deploy.ts': "import { createKeyv } from '@keyv/redis';" })).toEqual([
      'src/deploy.ts loads @keyv/redis at every start',
    ]);
  });

  test('is the client of Postgres, too', () => {
    expect(complaints({ 'src/main.ts': "import { Pool } from 'pg';" })).toEqual([
      'src/main.ts loads pg at every start',
    ]);
  });

  test('may come when it is asked for', () => {
    const main = "const observer = await import('./observability/metrics.ts');";
    expect(complaints({ ...metrics, 'src/main.ts': main })).toEqual([]);
  });
});

describe('reading', () => {
  test('refuses what it could not follow', () => {
    expect(() => complaints({ 'src/a.ts': 'await import(name);' })).toThrow(/only running it/);
    expect(() => complaints({ 'src/a.ts': 'import {' })).toThrow(/^src\/a\.ts: /);
  });
});
