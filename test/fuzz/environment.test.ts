import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import { ConfigError, readConfig } from '#src/config.ts';
import { EnvironmentFileError, readEnvironmentFile } from '#src/environment-file.ts';
import { parseRedisUrl, redisPlaceOf } from '#src/platform/redis-url.ts';
import { startSummary } from '#src/start-summary.ts';

import { mutated, oddText } from './odd-values.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever the operator has set: the bot can start with it, or one line names the variable. */

const SECRET = 'S3cretOfNobody';
const GOOD = {
  DISCORD_TOKEN: `${SECRET}.Token`,
  RA_API_KEY: `${SECRET}Key`,
  RA_USERNAME: 'MaxMilyin',
  DATABASE_URL: `postgres://bot:${SECRET}@db:5432/completionist?sslmode=require`,
  CACHE_URL: `rediss://bot:${SECRET}@cache:6380/2?sslmode=verify-full`,
  DISCORD_API_URL: 'http://127.0.0.1:8080/api',
  RA_URL: 'http://localhost:8080',
  RA_MEDIA_URL: 'https://media.retroachievements.org',
  POLICY_URL: 'https://example.com/privacy',
  POLL_SECONDS: '60',
  RA_REQUESTS_PER_MINUTE: '60',
  CACHE_TTL_SECONDS: '300',
  SHARD_COUNT: '4',
  SHARD_IDS: '0-3',
  LOG_LEVEL: 'info',
  PORT: '127.0.0.1:9090',
} as const;
const NAMES = Object.keys(GOOD);

const SEEDS = [
  'sqlite:data/x.db',
  'sqlite::memory:',
  'redis://[::1]:6379',
  'redis://localhost',
  'http://',
  'https://[::1]:80/x?y#z',
  'https://a:b@c',
  '0,1,2',
  '3-0',
  '[::1]:1',
  'localhost:65536',
  '0.2',
  '1e3',
  '%',
  '$HOME',
  "'x'",
  '"x"',
] as const;
const value = fc.oneof(
  mutated(fc.constantFrom(...Object.values(GOOD), ...SEEDS)),
  fc.constantFrom<string>(...SEEDS),
  oddText,
);
const variables = fc.dictionary(fc.constantFrom(...NAMES), value, { minKeys: 1, maxKeys: 3 });

function isOneLineAbout(message: string): void {
  assert.doesNotMatch(message, /[\r\n\u2028\u2029]/);
  assert.ok(
    NAMES.some((name) => message.startsWith(`${name} `)),
    message,
  );
  assert.ok(message.length < 300, message);
  assert.ok(!message.includes(SECRET), message);
}

test('any value is taken, or one line names its variable', { timeout: FUZZ_TIMEOUT }, () => {
  let taken = 0;
  fc.assert(
    fc.property(variables, (odd) => {
      try {
        const config = readConfig({ ...GOOD, ...odd });
        taken += 1;
        const said = JSON.stringify(startSummary(config));
        assert.ok(!said.includes(SECRET), said);
        for (const url of [config.RA_URL, config.RA_MEDIA_URL, config.DISCORD_API_URL]) {
          assert.ok(URL.canParse(`${url}/API/x.php?y=1`), url);
        }
        if (config.CACHE_URL !== undefined) {
          assert.ok(Number.isInteger(parseRedisUrl(config.CACHE_URL).database));
          assert.ok(!redisPlaceOf(config.CACHE_URL).includes(SECRET));
        }
        assert.ok(Number.isFinite(config.POLL_SECONDS));
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        isOneLineAbout(error.message);
      }
    }),
    // One that is always tried, and that is fine.
    { ...runs(3_000), examples: [[{ POLL_SECONDS: '90' }]] },
  );
  expect(taken).toBeGreaterThan(0);
});

const folder = mkdtempSync(join(tmpdir(), 'completionist-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = fc
  .tuple(
    fc.constantFrom('', '', 'export ', 'set ', ' ', '#', '\ufeff'),
    fc.constantFrom(...NAMES, 'OTHER'),
    fc.constantFrom('=', '=', ' = ', '', ':', '=='),
    fc.oneof(
      value,
      value.map((text) => `"${text}"`),
      value.map((text) => `'${text}`),
    ),
  )
  .map((parts) => parts.join(''));
const file = fc.oneof(
  fc
    .tuple(
      fc.array(line, { maxLength: 5 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.constantFrom<BufferEncoding>('utf8', 'utf16le', 'latin1'),
    )
    .map(([lines, end, encoding]) => Buffer.from(lines.join(end), encoding)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);

test(
  'any file of variables is read, or one line names the variable',
  { timeout: FUZZ_TIMEOUT },
  () => {
    const path = join(folder, 'env');
    let read = 0;
    fc.assert(
      fc.property(file, (bytes) => {
        writeFileSync(path, bytes);
        try {
          for (const text of Object.values(readEnvironmentFile(path, NAMES) ?? {})) {
            assert.equal(typeof text, 'string');
          }
          read += 1;
        } catch (error) {
          if (!(error instanceof EnvironmentFileError)) throw error;
          isOneLineAbout(error.message);
        }
      }),
      { ...runs(500), examples: [[Buffer.from('POLL_SECONDS=90\n')]] },
    );
    expect(read).toBeGreaterThan(0);
  },
);
