import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { keyIn } from '#test/retroachievements/key-in.ts';
import { askForLibrary, startClient } from '#test/retroachievements/start-client.ts';

import { makeBombs } from './bombs.ts';
import { hurriedClock, timeoutsOf } from './hurried.ts';
import { oddText } from './odd-values.ts';
import { startRawServer } from './raw-server.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever arrives on the connection to RetroAchievements: a library, or a failure that tells no secret. */

const JSON_BODY = Buffer.from(JSON.stringify({ Count: 0, Total: 0, Results: [] }));
const bombs = await makeBombs();
const BODIES: Readonly<Record<string, Buffer | undefined>> = {
  json: JSON_BODY,
  half: JSON_BODY.subarray(0, 20),
  nothing: Buffer.alloc(0),
  html: Buffer.from('<!doctype html><title>Just a moment…</title>'),
  deep: Buffer.from('['.repeat(100_000)),
  gzip: gzipSync(JSON_BODY),
  'half gzip': gzipSync(JSON_BODY).subarray(0, 25),
  bomb: bombs['gzip'],
  'bomb in a bomb': bombs['gzip, gzip'],
  brotli: brotliCompressSync(JSON_BODY),
  'brotli bomb': bombs['br'],
  deflate: deflateSync(JSON_BODY),
  long: Buffer.alloc(3 * 2 ** 20, 'x'),
};

const statusLine = fc.oneof(
  { weight: 4, arbitrary: fc.constant('HTTP/1.1 200 OK') },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(100, 101, 103, 204, 206, 301, 302, 304, 307, 400, 401, 403, 404, 422, 429, 500)
      .map((status) => `HTTP/1.1 ${status} X`),
  },
  { weight: 1, arbitrary: fc.constantFrom('HTTP/9.9 200 OK', 'HTTP/1.1 999 X', 'ICY 200 OK', '') },
  { weight: 1, arbitrary: oddText },
);

/** `elsewhere` stands for the address of another server, `url` for what was asked for. */
const header = fc.oneof(
  fc
    .constantFrom('gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, gzip', 'GZIP')
    .map((encoding) => `content-encoding: ${encoding}`),
  fc
    .constantFrom('0', '1', '99999999', '-1', '1e3', '9'.repeat(30))
    .map((length) => `content-length: ${length}`),
  fc.constantFrom('transfer-encoding: chunked', 'connection: close', 'connection: upgrade'),
  fc.constantFrom('location: elsewhere', 'location: //x', 'refresh: 0;url=elsewhere', 'x: url'),
  fc
    .oneof(fc.constantFrom('0', '-1', '9'.repeat(40), 'Sat, 32 Foo 99999'), oddText)
    .map((after) => `retry-after: ${after}`),
  oddText,
);

const answers = fc.record({
  statusLine,
  headers: fc.array(header, { maxLength: 4 }),
  body: fc.constantFrom(...Object.keys(BODIES)),
  end: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('end', 'reset') },
    { weight: 1, arbitrary: fc.constant('hang') },
  ),
});
type RawAnswer = typeof answers extends fc.Arbitrary<infer A> ? A : never;

function sendOn(socket: Socket, answer: RawAnswer, words: { elsewhere: string; url: string }) {
  const head = [answer.statusLine, ...answer.headers, '', '']
    .join('\r\n')
    .replaceAll('elsewhere', words.elsewhere)
    .replaceAll('url', words.url);
  socket.write(head);
  socket.write(BODIES[answer.body] ?? '', () => {
    if (answer.end === 'reset') socket.resetAndDestroy();
  });
  if (answer.end === 'end') socket.end();
}

const DEADLINE_MS = 12_000;
const timeouts = timeoutsOf({ headers: 200, body: 200 }, DEADLINE_MS);
/** The deadline never comes. */
const never = () => new Promise<void>(() => undefined);

/** What the site usually sends. */
const GOOD: RawAnswer = { statusLine: 'HTTP/1.1 200 OK', headers: [], body: 'json', end: 'end' };

test('any bytes are a library or a failure', { timeout: FUZZ_TIMEOUT }, async () => {
  let visits = 0;
  let libraries = 0;
  await using elsewhere = await startRawServer(() => (visits += 1));
  let next: RawAnswer | undefined;
  await using site = await startRawServer((socket, asked) => {
    const [, url = ''] = asked.split(' ');
    if (next) sendOn(socket, next, { elsewhere: elsewhere.url, url });
  });
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      next = answer;
      const clock = hurriedClock(DEADLINE_MS, never);
      const budget = createRequestBudget({ requestsPerMinute: 1_000, clock });
      await using started = startClient({ url: site.url }, { timeouts, clock, budget });
      const outcome: unknown = await askForLibrary(started.client).catch((error: unknown) => error);
      if (outcome instanceof Error) assert(outcome instanceof RetroAchievementsError);
      else {
        assert.deepEqual(outcome, { total: 0, rowCount: 0, games: [] });
        libraries += 1;
      }
      assert.deepEqual(keyIn([outcome, started.warnings]), []);
      assert.equal(visits, 0);
    }),
    { ...runs(200), examples: [[GOOD]] },
  );
  expect(libraries).toBeGreaterThan(0);
});
