import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { sqliteFileOf } from '#src/store/database-url.ts';
import { pollsAnswered } from '#test/e2e/moments.ts';
import { Stage } from '#test/e2e/stage.ts';

import { mutated, oddText } from './odd-values.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever the operator has set: the real process runs until it is stopped, or one line names the variable. */

const SECRET = 'S3cretOfNobody';
/** After so many ms, it waits for something that isn't there. */
const PATIENCE_MS = 2_500;
const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Nobody listens on port 1. */
const FIXED = {
  DISCORD_TOKEN: [`${SECRET}.Token`, `"${SECRET}"`, `${SECRET} x`],
  RA_API_KEY: [`${SECRET}Key`, `<${SECRET}>`],
  RA_USERNAME: ['MaxMilyin', 'Max Milyin'],
  DATABASE_URL: [
    'sqlite:data/x.db',
    'sqlite::memory:',
    'sqlite:folder',
    `postgres://bot:${SECRET}@127.0.0.1:1/x?sslmode=require`,
    `postgres://bot:${SECRET}/x@localhost:1/x`,
  ],
  CACHE_URL: [
    `redis://bot:${SECRET}@127.0.0.1:1/2`,
    `rediss://:${SECRET}@[::1]:1?sslmode=no-verify`,
    `rediss://:${SECRET}@127.0.0.1:1?sslrootcert=none.pem`,
  ],
  DISCORD_API_URL: ['http://127.0.0.1:1/api', 'http://localhost', 'http://', '%'],
  RA_URL: ['http://127.0.0.1:1', 'https://localhost:1', 'http://[::1]:1?x', '%'],
  RA_MEDIA_URL: ['https://media.retroachievements.org', 'http://[::1]:1/x/', 'ftp://x'],
  POLICY_URL: ['https://example.com/privacy', 'https://a:b@c', 'x'],
  POLL_SECONDS: ['60', '0.2', '0.1', '1e3', '1e999', '-1'],
  RA_REQUESTS_PER_MINUTE: ['60', '0', '0.000001', '999999999999999', 'x'],
  CACHE_TTL_SECONDS: ['300', '0', '86401', '1.5'],
  SHARD_COUNT: ['1', '2', '0', '16385', '1.5'],
  SHARD_IDS: ['0', '0-3', '3-0', '0,1,2', '16384'],
  LOG_LEVEL: ['info', 'fatal', 'silent', 'INFO'],
  PORT: ['127.0.0.1:39090', '[::1]:39091', '39092', '192.0.2.1:39093', '1', '0'],
} as const;
const NAMES = Object.keys(FIXED);
type Variables = Readonly<Record<string, string>>;

/** What is set can show as what goes with it. */
const TOGETHER: Variables = {
  SHARD_COUNT: 'SHARD_IDS',
  DISCORD_API_URL: 'DISCORD_TOKEN',
  RA_URL: 'RA_API_KEY',
};
/** Without a value of their own, they lead to the public sites. */
const PUBLIC = new Set(['DISCORD_API_URL', 'RA_URL']);
/** Nothing is sent there. */
const ONLY_LINKS = new Set(['RA_MEDIA_URL', 'POLICY_URL']);

/** Whether the bot can reach nothing but this machine and the folder with it. */
function staysHere(name: string, value: string, root: string): boolean {
  if (value.includes('\0')) return false;
  if (ONLY_LINKS.has(name)) return true;
  const text = value.trim();
  const file = name === 'DATABASE_URL' ? sqliteFileOf(text) : null;
  if (file !== null) {
    const path = resolve(root, file);
    // The code itself is behind a link.
    return path.startsWith(`${root}/`) && !path.startsWith(join(root, 'src'));
  }
  const url = URL.parse(text);
  if (text === '') return !PUBLIC.has(name);
  if (!url || url.hostname === '') return true;
  return LOOPBACK.test(url.hostname) && !url.searchParams.has('host');
}

function oddVariables({ discord, site }: Stage, root: string): fc.Arbitrary<Variables> {
  const inUse: Readonly<Record<string, readonly string[]>> = {
    DISCORD_API_URL: [discord.apiUrl, site.url],
    RA_URL: [site.url, `${site.url}/x`],
    CACHE_URL: [`redis://${new URL(site.url).host}`],
    DATABASE_URL: [`postgres://${new URL(site.url).host}/x`],
  };
  const pairs = Object.entries(FIXED).map(([name, fixed]) => {
    const good = fc.constantFrom(...fixed, ...(inUse[name] ?? []));
    const value = fc.oneof(
      { weight: 3, arbitrary: good },
      { weight: 3, arbitrary: mutated(good) },
      { weight: 1, arbitrary: oddText },
    );
    return value
      .filter((text) => staysHere(name, text, root))
      .map((text): Variables => ({ [name]: text }));
  });
  return fc
    .array(fc.oneof(...pairs), { minLength: 1, maxLength: 2 })
    .map((several) => Object.assign({}, ...several));
}

/** @returns what came first @throws AssertionError with what is wrong with how it began and ended */
async function tryOut(stage: Stage, odd: Variables): Promise<'serves' | 'refuses' | 'waits'> {
  const polled = pollsAnswered(stage, 1);
  const bot = stage.launchBot({ POLL_SECONDS: '0.2', ...odd });
  const first = await Promise.race([
    bot.exited.then(() => 'refuses' as const),
    polled.then(() => 'serves' as const).catch(() => 'waits' as const),
    delay(PATIENCE_MS, 'waits' as const),
  ]);
  const { code, signal } = first === 'refuses' ? await bot.exited : await bot.stop();
  judgeRequests(stage, odd);
  assert.equal(signal, null);
  assert.ok(!bot.output.includes(SECRET), bot.output);
  if (code === 0) {
    assert.equal(bot.stderr, '');
    assert.notEqual(first, 'refuses', 'It ended by itself');
    return first;
  }
  assert.equal(code, 1, bot.output);
  assert.match(bot.stderr, /^[A-Z_]+ [^\n\r\u2028\u2029]+\n$/);
  assert.ok(bot.stderr.length < 400, bot.stderr);
  const named = bot.stderr.split(' ', 1).join('');
  const set = Object.keys(odd);
  assert.ok([...set, ...set.map((name) => TOGETHER[name])].includes(named), bot.stderr);
  return first;
}

/** What an odd address asks for is no fault of the bot's. */
function judgeRequests(stage: Stage, odd: Variables): void {
  try {
    stage.assertNoViolations();
  } catch (error) {
    if (!Object.keys(odd).some((name) => PUBLIC.has(name))) throw error;
  }
}

test(
  'any value is run with, or one line names its variable',
  { timeout: FUZZ_TIMEOUT },
  async () => {
    const root = mkdtempSync(join(tmpdir(), 'completionist-root-'));
    await using resources = new AsyncDisposableStack();
    resources.defer(() => rmSync(root, { recursive: true }));
    mkdirSync(join(root, 'folder'));
    symlinkSync(SOURCES, join(root, 'src'));
    const stage = resources.use(await Stage.open({ start: false, isDirect: true, root }));
    expect(await tryOut(stage, {})).toBe('serves');
    for (const name of NAMES) expect(await tryOut(stage, { [name]: 'a\nb' })).toBe('refuses');
    await fc.assert(
      fc.asyncProperty(oddVariables(stage, root), async (odd) => {
        await tryOut(stage, odd);
      }),
      runs(12),
    );
  },
);
