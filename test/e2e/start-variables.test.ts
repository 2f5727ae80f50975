import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { Stage } from './stage.ts';

/** What operators leave in variables and in `.env`, and what the real process says to it. */

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

/** A folder that the bot runs in. */
function makeRoot() {
  const path = mkdtempSync(join(tmpdir(), 'completionist-root-'));
  symlinkSync(SOURCES, join(path, 'src'));
  return {
    path,
    file: join(path, '.env'),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  };
}

const IN_FILE = { DISCORD_TOKEN: undefined, RA_API_KEY: undefined, DATABASE_URL: undefined };

describe('a value that can’t work ends the start with one line that names it:', () => {
  test.each([
    ['SHARD_IDS', 'abc'],
    ['SHARD_COUNT', '99999999999'],
    ['CACHE_URL', 'redis://:a%zz@h'],
    ['DATABASE_URL', 'postgres://u:a%zz@h/d'],
    ['DATABASE_URL', 'sqlite:/proc/x/y'],
    ['DATABASE_URL', 'sqlite:/proc/x/y/z.db'],
    ['DATABASE_URL', 'sqlite:/sys/x/y.db'],
    ['DATABASE_URL', 'sqlite:/dev/null'],
    ['DATABASE_URL', 'sqlite:/dev/null/x.db'],
    ['DATABASE_URL', 'sqlite:/proc/self/mem'],
    ['DATABASE_URL', `sqlite:/tmp/${'x'.repeat(300)}`],
    ['DATABASE_URL', `sqlite:/tmp/${'x'.repeat(300)}/y`],
    ['DATABASE_URL', 'sqlite:/tmp'],
    ['DATABASE_URL', 'sqlite:file:/x.db?cache=shared'],
    ['DATABASE_URL', 'sqlite://data/x.db'],
    ['DATABASE_URL', 'sqlite:~/x.db'],
    ['RA_URL', 'http://ra.example'],
    ['DISCORD_API_URL', 'http://discord.example/api'],
    ['PORT', '192.0.2.1:9090'],
    ['PORT', '127.0.0.1'],
    ['POLL_SECONDS', '9'.repeat(30)],
    ['LOG_LEVEL', '🎮'],
    ['RA_USERNAME', 'a\nb'],
  ])('%s=%s', async (name, value) => {
    await using stage = await Stage.open({ start: false, isDirect: true });
    const bot = stage.launchBot({ LOG_LEVEL: 'warn', [name]: value });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.stderr).toMatch(new RegExp(`^${name} [^\\n]+\\n$`));
  });
});

describe('a file .env is read:', () => {
  test.each([
    ['with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['in UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    [
      'in UTF-16 of the other order',
      (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
    ],
    [
      'with export, quotes and the line ends of Windows',
      (text: string) => Buffer.from(text.replaceAll(/^(\w+)=(.*)$/gm, 'export $1="$2"\r')),
    ],
  ])('%s', async (_, save) => {
    using root = makeRoot();
    await using stage = await Stage.open({ start: false, isDirect: true, root: root.path });
    const key = stage.site.apiKey;
    const lines = [
      `DISCORD_TOKEN=${stage.discord.token}`,
      `RA_API_KEY=${key}`,
      'DATABASE_URL=sqlite:here/bot.db',
      '',
    ];
    writeFileSync(root.file, save(lines.join('\n')));
    const bot = await stage.startBot({ ...IN_FILE, LOG_LEVEL: 'info' });
    await expect.poll(() => bot.output).toContain(join(root.path, 'here/bot.db'));
  });

  test('and what is empty in the environment counts as not set', async () => {
    using root = makeRoot();
    await using stage = await Stage.open({ start: false, isDirect: true, root: root.path });
    writeFileSync(root.file, 'DATABASE_URL=sqlite:here/bot.db\nPORT=nonsense\n');
    const bot = stage.launchBot({ DATABASE_URL: '', PORT: ' ' });
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    expect(bot.output).toMatch(/^PORT must be [^\n]+\n$/);
  });
});

test.each([
  [
    'is a folder',
    (path: string): unknown => mkdirSync(path),
    /^The file \.env is a folder: [^\n]+\n$/,
  ],
  [
    'has a line that nobody can read',
    (path: string) => writeFileSync(path, 'RA_API_KEY: x'),
    /^RA_API_KEY stands on a line [^\n]+\n$/,
  ],
] as const)('a file .env that %s ends the start with one line', async (_, make, line) => {
  using root = makeRoot();
  make(root.file);
  await using stage = await Stage.open({ start: false, isDirect: true, root: root.path });
  const bot = stage.launchBot();
  expect(await bot.exited).toEqual({ code: 1, signal: null });
  expect(bot.output).toMatch(line);
});
