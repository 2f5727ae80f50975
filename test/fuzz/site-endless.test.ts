import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { systemClock } from '#src/platform/clock.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { keyIn } from '#test/retroachievements/key-in.ts';
import { askForLibrary, startClient } from '#test/retroachievements/start-client.ts';

import { makeBombs } from './bombs.ts';
import { hurriedClock, timeoutsOf } from './hurried.ts';
import { startRawServer } from './raw-server.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** However much RetroAchievements sends, the client gives up: in time, after a few bytes, and with a closed connection. */

const MB = 2 ** 20;
const STATUS = 'HTTP/1.1 200 X\r\n';
const CHUNKED = `${STATUS}transfer-encoding: chunked\r\n\r\n`;

type Endless = { readonly begin: string; readonly again: string | Buffer };

/** Bodies: the client counts what it takes. */
const BODIES: Readonly<Record<string, Endless>> = {
  text: { begin: `${STATUS}\r\n`, again: '[' },
  whitespace: { begin: `${STATUS}\r\n`, again: ' ' },
  'a promised length': { begin: `${STATUS}content-length: 9999999999\r\n\r\n`, again: ' ' },
  chunks: { begin: CHUNKED, again: `40\r\n${' '.repeat(64)}\r\n` },
  'more than promised': { begin: `${STATUS}content-length: 2\r\n\r\n[]`, again: ' ' },
  gzip: { begin: `${STATUS}content-encoding: gzip\r\n\r\n`, again: gzipSync('') },
  'gzip of spaces': {
    begin: `${STATUS}content-encoding: gzip\r\n\r\n`,
    again: gzipSync(' '.repeat(99)),
  },
  brotli: { begin: `${STATUS}content-encoding: br\r\n\r\n`, again: '\u0006' },
  trailers: { begin: `${CHUNKED}0\r\n`, again: 'x: y\r\n' },
};
/** What stands around a body: nothing of it is kept, so only time ends it. */
const FRAMES: Readonly<Record<string, Endless>> = {
  'the status': { begin: 'HTTP/1.1 200 ', again: 'O' },
  headers: { begin: STATUS, again: 'x: y\r\n' },
  'a header': { begin: `${STATUS}x: `, again: 'x' },
  'interim responses': { begin: '', again: 'HTTP/1.1 103 Early Hints\r\n\r\n' },
  'blank lines': { begin: '', again: '\r\n' },
  "a chunk's size": { begin: CHUNKED, again: '0' },
  "a chunk's extension": { begin: `${CHUNKED}1;`, again: 'x' },
};
const ALL = { ...BODIES, ...FRAMES };

const endless = fc.record({
  what: fc.constantFrom(...Object.keys(ALL)),
  status: fc.constantFrom(200, 200, 206, 301, 404, 429, 500, 502),
  isFast: fc.boolean(),
});
type Answer = typeof endless extends fc.Arbitrary<infer A> ? A : never;

/** Well within the time for a body. */
const DRIP_MS = 5;
const BLOCK = 2 ** 16;

function sendOn(socket: Socket, { what, status, isFast }: Answer): void {
  const { begin = '', again = '' } = ALL[what] ?? {};
  socket.write(begin.replace('200', String(status)));
  if (!isFast) {
    const drip = setInterval(() => socket.write(again), DRIP_MS);
    socket.on('close', () => clearInterval(drip));
    return;
  }
  const piece = Buffer.from(again);
  const block = Buffer.concat(Array.from({ length: BLOCK / piece.length }, () => piece));
  const more = () => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', more);
  more();
}

const DEADLINE_MS = 1_500;
const timeouts = timeoutsOf({ headers: 100, body: 200 }, DEADLINE_MS);

/** What comes of asking. */
async function ask(url: string): Promise<RetroAchievementsError> {
  const clock = hurriedClock(DEADLINE_MS, systemClock.sleep);
  const budget = createRequestBudget({ requestsPerMinute: 1_000, clock });
  await using started = startClient({ url }, { timeouts, clock, budget });
  const outcome: unknown = await askForLibrary(started.client).catch((error: unknown) => error);
  assert(outcome instanceof RetroAchievementsError, String(outcome));
  assert.deepEqual(keyIn([outcome, started.warnings]), []);
  return outcome;
}

/** What a connection takes: 2 MB for a library, and what is on its way meanwhile. */
const CONNECTION_MB = 2 + 16;

async function judge(answer: Answer): Promise<void> {
  const sent: (() => number)[] = [];
  await using site = await startRawServer((socket) => {
    sent.push(() => socket.bytesWritten);
    sendOn(socket, answer);
  });
  await ask(site.url);
  // The client leaves no connection open.
  await site.closed();
  const limit = answer.what in FRAMES ? Infinity : CONNECTION_MB * MB;
  for (const bytes of sent) assert.ok(bytes() <= limit, `${bytes()} bytes were taken`);
  assert.ok(sent.length > 0);
}

/** MB that this process ever had. */
const peak = () => process.resourceUsage().maxRSS / 1_024;

test('an answer without an end is given up', { timeout: FUZZ_TIMEOUT }, async () => {
  const before = peak();
  await fc.assert(
    // Several at once: most of them end by time.
    fc.asyncProperty(fc.array(endless, { minLength: 6, maxLength: 6 }), async (answers) => {
      await Promise.all(answers.map(judge));
    }),
    runs(5),
  );
  // Its own share is small: the rest is what Node keeps for later.
  expect(peak() - before).toBeLessThan(600);
});

const bombs = await makeBombs();

test.for(Object.entries(bombs))('a gigabyte packed with %s is given up', async ([name, bomb]) => {
  assert.ok(bomb.length <= 1.1 * MB);
  await using site = await startRawServer((socket) => {
    socket.end(
      Buffer.concat([
        Buffer.from(`${STATUS}content-length: ${bomb.length}\r\ncontent-encoding: ${name}\r\n\r\n`),
        bomb,
      ]),
    );
  });
  const before = peak();
  const { failure } = await ask(site.url);
  expect(failure).toMatchObject({ kind: 'unreadable' });
  expect(peak() - before).toBeLessThan(100);
});
