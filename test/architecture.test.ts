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
  test('import one way', () => {
    const modules = ours();
    expect(modules.map(({ path }) => path)).toContain('src/main.ts');
    expect(modules.length).toBeGreaterThan(100);
    expect(violations(modules)).toEqual([]);
  });
});

describe('an import that is complained about', () => {
  test.each([
    ['src/platform/x.ts', "import { isUlid } from '#src/retroachievements/player.ts';"],
    ['src/platform/x.ts', "import type { Config } from '#src/config.ts';"],
    ['src/retroachievements/x.ts', "import { REST } from '@discordjs/rest';"],
    ['src/retroachievements/x.ts', "import { Routes } from 'discord-api-types/v10';"],
    ['src/retroachievements/x.ts', "import type { Message } from '#src/discord/message.ts';"],
    ['src/retroachievements/api/x.ts', "import type { Library } from '#src/progress/library.ts';"],
    ['src/discord/x.ts', "import type { Page } from '#src/messages/paging.ts';"],
    ['src/discord/x.ts', "import type { AwardKind } from '#src/retroachievements/award-kind.ts';"],
    ['src/discord/x.ts', "import { commands } from '#commands/index.ts';"],
    ['src/discord/x.ts', "import { sql } from 'kysely';"],
    ['src/store/x.ts', "import type { Feed } from '#src/announcements/feed.ts';"],
    ['src/store/x.ts', "import type { Answer } from '#src/discord/interactions/answer.ts';"],
    ['src/observability/x.ts', "import type { Store } from '#src/store/store.ts';"],
    ['src/messages/x.ts', "import type { Library } from '#src/progress/library.ts';"],
    ['src/messages/x.ts', "import { request } from 'undici';"],
    ['src/progress/x.ts', "export { announce } from '#src/announcements/engine.ts';"],
    ['src/progress/x.ts', "export * from '#src/people/tables/links.ts';"],
    ['src/progress/x.ts', "const a = await import('#src/main.ts');"],
    ['src/progress/x.ts', "type A = import('#commands/services.ts').Services;"],
    ['src/progress/x.ts', "import { sql } from 'kysely';"],
    ['src/people/x.ts', "import type { Feed } from '#src/announcements/feed.ts';"],
    ['src/comparison/x.ts', "import type { Links } from '#src/people/tables/links.ts';"],
    ['src/people/x.ts', "import { statisticsOf } from '#src/statistics/statistics.ts';"],
    ['src/people/x.ts', "import { createCanvas } from '@napi-rs/canvas';"],
    ['src/announcements/x.ts', "import type { Services } from '#commands/services.ts';"],
    ['src/announcements/x.ts', "import { Pool } from 'pg';"],
    ['src/announcements/x.ts', "import { REST } from '@discordjs/rest';"],
    ['commands/x.ts', "import { Pool } from 'undici';"],
    ['commands/x.ts', "import { Keyv } from 'keyv';"],
    ['commands/x.ts', "import { sql } from 'kysely';"],
    ['commands/x.ts', "import '#src/main.ts';"],
    ['src/main.ts', "import '#loopback/bot-process.ts';"],
    ['src/elsewhere/x.ts', ''],
  ])('in %s: %s', (path, source) => {
    expect(complaints({ [path]: source })).toHaveLength(1);
  });

  test.each([
    ['src/retroachievements/x.ts', "import type { Clock } from '#src/platform/clock.ts';"],
    ['src/progress/x.ts', "import { isUlid } from '#src/retroachievements/player.ts';"],
    ['src/progress/x.ts', "import type { Cache } from '#src/platform/cache.ts';"],
    ['src/messages/x.ts', "import { ButtonStyle } from 'discord-api-types/v10';"],
    ['src/announcements/x.ts', "import { isMilestone } from '#src/progress/milestones.ts';"],
    ['src/announcements/x.ts', "import { sql } from 'kysely';"],
    ['src/announcements/x.ts', "import type { Links } from '#src/people/tables/links.ts';"],
    ['commands/x.ts', "import type { Pool } from 'undici';"],
    ['src/main.ts', "import { openCache } from './platform/open-cache.ts';"],
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
    const path = 'src/platform/log.ts';
    expect(complaints({ [path]: source })).toEqual([`${path} reads the environment`]);
    expect(complaints({ 'src/config.ts': source })).toEqual([]);
  });

  test('is not read by the rest of process', () => {
    const source = 'process.exitCode = 1; /* process.env */';
    expect(complaints({ 'src/platform/log.ts': source })).toEqual([]);
  });
});

describe('a circle', () => {
  test('is found however long it is', () => {
    expect(
      complaints({
        'src/main.ts': "import './messages/b.ts';",
        'src/messages/b.ts': "import { c } from './c.ts';",
        'src/messages/c.ts': "import './d.ts';",
        'src/messages/d.ts': "export * from './c.ts';",
      }),
    ).toEqual(['a circle: src/messages/c.ts → src/messages/d.ts → src/messages/c.ts']);
  });

  test('is one, too, where only types go back', () => {
    expect(
      complaints({
        'src/messages/a.ts': "import { b } from './b.ts';",
        'src/messages/b.ts': "import type { A } from './a.ts';",
      }),
    ).toEqual(['a circle: src/messages/a.ts → src/messages/b.ts → src/messages/a.ts']);
  });
});

describe('what only some need', () => {
  const metrics = { 'src/observability/metrics.ts': "import { Counter } from 'prom-client';" };

  test('is complained about where the start loads it', () => {
    expect(
      complaints({ ...metrics, 'src/main.ts': "import './observability/metrics.ts';" }),
    ).toEqual(['src/main.ts loads prom-client at every start']);
  });

  test.each([
    ['@keyv/redis', 'src/platform/redis-cache.ts'],
    ['pg', 'src/store/postgres.ts'],
    ['undici', 'src/discord/x.ts'],
  ])('is %s, too', (name, path) => {
    expect(
      complaints({
        [path]: `import { x } from '${name}';`,
        'src/deploy.ts': `import '#${path}';`,
      }),
    ).toEqual([`src/deploy.ts loads ${name} at every start`]);
  });

  test('may come when it is asked for', () => {
    const main = "const observer = await import('./observability/metrics.ts');";
    expect(complaints({ ...metrics, 'src/main.ts': main })).toEqual([]);
  });
});

describe('reading', () => {
  test('refuses what it could not follow', () => {
    expect(() => complaints({ 'src/main.ts': 'await import(name);' })).toThrow(/only running it/);
    expect(() => complaints({ 'src/main.ts': 'import {' })).toThrow(/^src\/main\.ts: /);
  });
});
