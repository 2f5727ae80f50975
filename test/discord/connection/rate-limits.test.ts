import type { ServerResponse } from 'node:http';

import { RateLimitError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';

import { createInvalidRequests } from '#src/discord/connection/invalid-requests.ts';
import {
  createRateLimits,
  LONGEST_MESSAGE_WAIT_MS,
  LONGEST_WAIT_MS,
  saidWaitMs,
} from '#src/discord/connection/rate-limits.ts';
import {
  createAgent,
  createInteractionRest,
  createPostRest,
} from '#src/discord/connection/rest.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const MINUTE = 60_000;

function start() {
  const lines: string[] = [];
  const log = createLog('info', [], { write: (line) => void lines.push(line) });
  return { lines, log, limits: createRateLimits(log) };
}

describe('what Discord says about a wait', () => {
  it.each<[string, Record<string, string>, string, number | null]>([
    ['a header', { 'retry-after': '3' }, '', 3_000],
    ['a fraction', { 'retry-after': '0.25' }, '', 250],
    ['a body', {}, '{"retry_after":1.5}', 1_500],
    ['both: the longer one counts', { 'retry-after': '1' }, '{"retry_after":64.57}', 64_570],
    ['another header', { 'x-ratelimit-reset-after': '2' }, '', 2_000],
    ['nothing', {}, '', null],
    ['a page of HTML', {}, '<html>Too many requests</html>', null],
    ['a body without it', {}, '{"message":"slow"}', null],
    ['a body that is null', {}, 'null', null],
    ['a text in a body', {}, '{"retry_after":"5"}', null],
    ['words', { 'retry-after': 'soon' }, '', null],
    ['a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, '', null],
    ['less than nothing', { 'retry-after': '-5' }, '{"retry_after":-1}', null],
    ['nothing at all', { 'retry-after': '0' }, '', null],
  ])('is read from %s', (_, headers, text, wait) => {
    expect(saidWaitMs(new Headers(headers), text)).toBe(wait);
  });
});

describe('a wait for a rate limit', () => {
  it('is what Discord says', () => {
    expect(start().limits.limited('a', 5_000)).toBe(5_000);
  });

  it('grows up to a minute if Discord doesn’t say how long', () => {
    const { limits } = start();
    const waits = Array.from({ length: 8 }, () => limits.limited('a', null) / 1_000);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('doesn’t stay short, whatever Discord says', () => {
    const { limits } = start();
    const waits = Array.from({ length: 12 }, () => limits.limited('a', 1));
    expect(waits.slice(0, 4)).toEqual([100, 200, 400, 800]);
    expect(waits.at(-1)).toBe(60_000);
  });

  it.each([1e9, 1e300, Infinity])('of %d s is capped and logged', (seconds) => {
    const { limits, lines, log } = start();
    expect(limits.limited('a', seconds * 1_000)).toBe(60 * MINUTE);
    const answers = createRateLimits(log, LONGEST_MESSAGE_WAIT_MS);
    expect(answers.limited('a', seconds * 1_000)).toBe(15 * MINUTE);
    expect(lines.join()).toContain('a longer wait');
    expect(LONGEST_WAIT_MS).toBeLessThan(2 ** 31);
  });

  it('of an hour isn’t logged', () => {
    const { limits, lines } = start();
    expect(limits.limited('a', LONGEST_WAIT_MS)).toBe(LONGEST_WAIT_MS);
    expect(lines).toEqual([]);
  });

  it('is short again after another response, and for another address', () => {
    const { limits } = start();
    limits.limited('a', null);
    limits.limited('a', null);
    expect(limits.limited('b', null)).toBe(1_000);
    limits.free('a');
    expect(limits.limited('a', null)).toBe(1_000);
  });
});

type Give = (response: ServerResponse) => void;

const LIMITS: readonly (readonly [string, Give, number])[] = [
  ['no wait', (response) => response.writeHead(429).end(), 1_000],
  [
    'a page of HTML',
    (response) => response.writeHead(429, { 'content-type': 'text/html' }).end('<html>'),
    1_000,
  ],
  [
    'a wait below nothing',
    (response) => response.writeHead(429, { 'retry-after': '-5' }).end(),
    1_000,
  ],
  [
    'a wait in its body alone',
    (response) =>
      response
        .writeHead(429, { 'content-type': 'application/json' })
        .end('{"retry_after":7,"global":false}'),
    7_000,
  ],
  [
    'a wait of thirty years',
    (response) => response.writeHead(429, { 'retry-after': '1000000000' }).end(),
    LONGEST_WAIT_MS,
  ],
  [
    'a wait of thirty years for all',
    (response) =>
      response.writeHead(429, { 'retry-after': '1000000000', 'x-ratelimit-global': 'true' }).end(),
    LONGEST_WAIT_MS,
  ],
  [
    'a bucket that is empty for thirty years',
    (response) =>
      response.writeHead(429, { 'x-ratelimit-remaining': 0, 'x-ratelimit-reset-after': 1e9 }).end(),
    LONGEST_WAIT_MS,
  ],
];

/** It fails where it would have to wait. */
function impatientRest(apiUrl: string) {
  const { log } = start();
  const agent = createAgent();
  return createPostRest({
    apiUrl,
    token: 'bot',
    agent,
    perSecond: 50,
    patienceMs: 0,
    longestWaitMs: LONGEST_WAIT_MS,
    log,
  });
}

/** discord.js tells how long it is going to wait before it does. */
async function waitOf(give: Give) {
  let requests = 0;
  await using server = await startScripted((_, response) => {
    requests += 1;
    give(response);
  });
  const rest = impatientRest(server.url);
  const error: unknown = await rest
    .post('/channels/1/messages', { auth: false })
    .catch((thrown: unknown) => thrown);
  const waitMs =
    error instanceof RateLimitError ? Math.max(error.timeToReset, error.retryAfter) : null;
  return { waitMs, requests };
}

describe('a request that Discord answers with 429', () => {
  it.each(LIMITS)('and %s waits before it is sent again', async (_, give, wait) => {
    const { waitMs, requests } = await waitOf(give);
    expect(requests).toBe(1);
    // discord.js adds a margin for the way.
    expect(waitMs).toBeGreaterThan(wait - 500);
    expect(waitMs).toBeLessThan(wait + 500);
  });

  it.each(LIMITS.slice(0, 2))('and %s is sent again after it (an edit)', async (_, give) => {
    const at: number[] = [];
    await using server = await startScripted((_request, response, index) => {
      at.push(performance.now());
      if (index === 0) give(response);
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"1"}');
    });
    const { log } = start();
    const invalid = createInvalidRequests({ clock: createFakeClock(), log });
    const rest = createInteractionRest({ apiUrl: server.url, log, invalid });
    const message = await rest.patch('/webhooks/1/t/messages/@original', { auth: false });
    expect(message).toEqual({ id: '1' });
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThan(900);
    expect(at).toHaveLength(2);
  });

  it('holds up the requests behind it', async () => {
    await using server = await startScripted((_, response) => response.writeHead(429).end());
    const rest = impatientRest(server.url);
    const sent = Array.from({ length: 20 }, () =>
      rest.post('/channels/1/messages', { auth: false }).catch((error: unknown) => error),
    );
    for (const error of await Promise.all(sent)) expect(error).toBeInstanceOf(RateLimitError);
    expect(server.count()).toBe(1);
  });
});

it('a bucket that is empty for thirty years is treated as empty for an hour', async () => {
  await using server = await startScripted((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'application/json',
        'x-ratelimit-limit': 5,
        'x-ratelimit-remaining': 0,
        'x-ratelimit-reset-after': 1e9,
        'x-ratelimit-bucket': 'b',
      })
      .end('{}'),
  );
  const rest = impatientRest(server.url);
  // The first answer names the bucket, the second fills in what is known of it.
  await rest.post('/channels/1/messages', { auth: false });
  await rest.post('/channels/1/messages', { auth: false });
  const error: unknown = await rest
    .post('/channels/1/messages', { auth: false })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toHaveProperty('timeToReset', expect.closeTo(LONGEST_WAIT_MS, -3));
});
