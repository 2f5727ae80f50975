import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createClient } from '@keyv/redis';
import { describe, expect, test } from 'vitest';

import { hasOpenssl, makeCertificate } from '#test/support/certificate.ts';
import {
  cannotStartRedis,
  NEEDS_REDIS_SERVER,
  startRedisServer,
} from '#test/support/redis-server.ts';

import { Stage } from './stage.ts';

/** What the real process does about a Redis that is there and will not, or will, serve. */

const PASSWORD = 'hunter2';

/** How a start ends with this CACHE_URL: the only line of its standard error. */
async function refusalOf(url: string): Promise<string> {
  await using stage = await Stage.open({ start: false, isDirect: true });
  const bot = stage.launchBot({ CACHE_URL: url });
  assert.deepEqual(await bot.exited, { code: 1, signal: null });
  assert.ok(!bot.output.includes(PASSWORD));
  const [line = '', ...rest] = bot.stderr.split('\n');
  assert.deepEqual(rest, ['']);
  return line;
}

/** How many libraries a Redis holds in the database of a CACHE_URL. */
async function librariesIn(cacheUrl: string): Promise<number> {
  const { protocol, host, pathname, searchParams } = new URL(cacheUrl);
  const tls = protocol === 'rediss:' ? { tls: true as const, rejectUnauthorized: false } : {};
  const client = createClient({
    url: `${protocol}//${host}`,
    database: Number(searchParams.get('db') ?? pathname.slice(1)),
    socket: tls,
  });
  await client.connect();
  const keys = await client.keys('*library*');
  client.destroy();
  return keys.length;
}

/** How many libraries are in the cache after a bot was asked for one. */
async function keptAfterUse(url: string): Promise<number> {
  await using stage = await Stage.open({ start: false, isDirect: true });
  stage.addPlayer('MaxMilyin', 12);
  const bot = await stage.startBot({ CACHE_URL: url });
  await expect.poll(() => bot.output, { timeout: 10_000 }).toContain('the cache is ready');
  await (await stage.person('alice').command('progress', { user: 'MaxMilyin' })).answer();
  // It is kept after it was shown.
  await expect.poll(() => librariesIn(url), { timeout: 10_000 }).toBeGreaterThan(0);
  return librariesIn(url);
}

function makeTls() {
  const folder = mkdtempSync(join(tmpdir(), 'completionist-redis-'));
  const { file, keyFile } = makeCertificate(folder);
  const files = ['--tls-cert-file', file, '--tls-key-file', keyFile, '--tls-ca-cert-file', file];
  const settings = ['--tls-port', 'PORT', ...files, '--tls-auth-clients', 'no'];
  return { file, settings, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

describe.skipIf(cannotStartRedis)(`a Redis that will not serve ${NEEDS_REDIS_SERVER}`, () => {
  test.each([
    ['wants another password', ['--requirepass', 'other'], `:${PASSWORD}@`, '', 'rejects the user'],
    ['wants a password', ['--requirepass', 'other'], '', '', 'rejects the user or the password'],
    ['has no password', [], `:${PASSWORD}@`, '', 'rejects the user or the password'],
    ['has no such database', [], '', '/99', 'has no database with this number'],
    ['has no such database in its options', [], '', '?db=99', 'has no database with this number'],
    [
      'lets the user do nothing',
      ['--user', 'bot', 'on', `>${PASSWORD}`, '~completionist*', '+ping', '+client', '+hello'],
      `bot:${PASSWORD}@`,
      '',
      'lets this user in, but not read and write',
    ],
    [
      'lets the user see other keys',
      ['--user', 'bot', 'on', `>${PASSWORD}`, '~other*', '+@all'],
      `bot:${PASSWORD}@`,
      '',
      'lets this user in, but not read and write',
    ],
    ['is a copy', ['--replicaof', '127.0.0.1', '1'], '', '', 'only takes reads'],
  ])('because it %s ends the start with a sentence', async (_, settings, user, end, sentence) => {
    await using redis = await startRedisServer(settings);
    const url = `redis://${user}127.0.0.1:${redis.port}${end}`;
    const database = end === '' ? 0 : 99;
    expect(await refusalOf(url)).toContain(
      `CACHE_URL leads to 127.0.0.1:${redis.port}/${database}, which ${sentence}`,
    );
  });

  test('because its certificate is unknown ends the start with a sentence', async ({ skip }) => {
    if (!hasOpenssl) skip('needs openssl');
    using tls = makeTls();
    await using redis = await startRedisServer(tls.settings);
    const url = `rediss://127.0.0.1:${redis.port}`;
    const subject = `CACHE_URL leads to 127.0.0.1:${redis.port}/0, which `;
    expect(await refusalOf(url)).toContain(`${subject}has a certificate that can't be verified: `);
    expect(await refusalOf(`${url}?sslrootcert=/no/such/file.pem`)).toContain(
      `${subject}can't be asked, because the file in sslrootcert can't be read: `,
    );
  });
});

describe.skipIf(cannotStartRedis)(`a Redis that serves ${NEEDS_REDIS_SERVER}`, () => {
  test.each([
    ['', []],
    ['?db=5', []],
    ['/5', []],
    ['', ['--user', 'bot', 'on', `>${PASSWORD}`, '~completionist*', '+get', '+set', '+ping']],
  ])('is used (%s %s)', async (end, settings) => {
    await using redis = await startRedisServer(settings);
    const user = settings.length > 0 ? `bot:${PASSWORD}@` : '';
    expect(await keptAfterUse(`redis://${user}127.0.0.1:${redis.port}${end}`)).toBe(1);
  });

  test('is used with an accepted or known certificate', async ({ skip }) => {
    if (!hasOpenssl) skip('needs openssl');
    using tls = makeTls();
    await using redis = await startRedisServer(tls.settings);
    const url = `rediss://127.0.0.1:${redis.port}`;
    expect(await keptAfterUse(`${url}?sslmode=no-verify`)).toBe(1);
    expect(await keptAfterUse(`${url}?sslrootcert=${tls.file}`)).toBe(1);
  });
});

test('a Redis that is down doesn’t end the bot', async () => {
  await using stage = await Stage.open({ start: false, isDirect: true });
  const bot = await stage.startBot({ CACHE_URL: 'redis://127.0.0.1:1' });
  await expect.poll(() => bot.output).toContain('the cache is not responding');
});
