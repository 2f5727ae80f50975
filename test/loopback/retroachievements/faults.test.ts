import { expect, test } from 'vitest';

import type { Effect } from '#loopback/retroachievements/faults.ts';
import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { address, ask, feed, library, played } from '#loopback/retroachievements/test-client.ts';

const PROGRESS = 'API_GetUserCompletionProgress';
const FEED = 'API_GetRecentGameAwards';
const NOW = Date.parse('2025-01-06T12:00:00Z');

/** Six games; the first was mastered on the day before. */
async function siteWith(...effects: Effect[]) {
  const ra = await startRetroAchievements({ clock: { now: () => NOW } });
  const games = [1, 2, 3, 4, 5, 6].map((id) => played(id, null));
  const { ulid } = ra.addPlayer({ name: 'Faulty', games });
  ra.award('Faulty', 1, 'mastered', NOW - 86_400_000);
  for (const effect of effects) ra.faults.add({ effect, times: 1 });
  return { ra, ulid, [Symbol.asyncDispose]: () => ra.close() };
}

const get = (ra: Parameters<typeof address>[0]) => fetch(address(ra, PROGRESS, { u: 'Faulty' }));

test.each([403, 429, 500, 502, 503])('status %d comes as JSON or as a page', async (status) => {
  await using site = await siteWith(
    { kind: 'status', status },
    { kind: 'status', status, body: 'html' },
  );
  const json = await get(site.ra);
  const html = await get(site.ra);
  expect([json.status, html.status]).toEqual([status, status]);
  expect(json.headers.get('retry-after')).toBeNull();
  expect(await json.json()).toMatchObject({ errors: [{ status }] });
  expect(html.headers.get('content-type')).toMatch('text/html');
  expect(await html.text()).toMatch('<!DOCTYPE html>');
  expect(site.ra.requests.map((request) => request.status)).toEqual([status, status]);
});

test('429 says when to come back, in seconds or as a date', async () => {
  await using site = await siteWith(
    { kind: 'status', status: 429, retryAfter: { seconds: 7 } },
    { kind: 'status', status: 429, retryAfter: { date: NOW } },
  );
  expect((await get(site.ra)).headers.get('retry-after')).toBe('7');
  expect((await get(site.ra)).headers.get('retry-after')).toBe('Mon, 06 Jan 2025 12:00:00 GMT');
});

test('the connection is cut before the answer', async () => {
  await using site = await siteWith({ kind: 'cut', where: 'before' });
  await expect(get(site.ra)).rejects.toThrow('fetch failed');
  expect(site.ra.requests[0]?.status).toBeNull();
});

test('the connection is cut in the middle of the body', async () => {
  await using site = await siteWith({ kind: 'cut', where: 'mid-body' });
  const response = await get(site.ra);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
});

test('a hanging response arrives once it’s released', async () => {
  await using ra = await startRetroAchievements();
  const fault = ra.faults.add({ effect: { kind: 'hang' } });
  const hanging = ask(ra, PROGRESS, { u: 'Nobody' });
  await expect.poll(() => ra.count()).toBe(1);
  expect(ra.requests[0]?.status).toBeNull();
  fault.release();
  expect(await hanging).toMatchObject({ status: 200 });
  expect(await ask(ra, PROGRESS, { u: 'Nobody' })).toMatchObject({ status: 200 });
});

test('a body that hangs halfway arrives completely once everything is cleared', async () => {
  await using site = await siteWith({ kind: 'hang', where: 'mid-body' });
  const response = await get(site.ra);
  expect(site.ra.requests[0]?.status).toBeNull();
  site.ra.faults.clear();
  expect(await response.json()).toMatchObject({ Total: 6 });
});

test('closing the site cuts what hangs', async () => {
  const site = await siteWith({ kind: 'hang' });
  const hanging = get(site.ra);
  await expect.poll(() => site.ra.count()).toBe(1);
  const [outcome] = await Promise.allSettled([hanging, site.ra.close()]);
  expect(outcome.status).toBe('rejected');
});

test('a delay only delays its own response, which is the right one', async () => {
  const site = await siteWith({ kind: 'delay', ms: 1 }, { kind: 'delay', ms: 1e9 });
  expect(await library(site.ra, { u: 'Faulty' })).toMatchObject({ Total: 6 });
  const delayed = get(site.ra);
  await expect.poll(() => site.ra.count()).toBe(2);
  expect(await library(site.ra, { u: 'Faulty' })).toMatchObject({ Total: 6 });
  expect(site.ra.requests.map(({ status }) => status)).toEqual([200, null, 200]);
  const [outcome] = await Promise.allSettled([delayed, site.ra.close()]);
  expect(outcome.status).toBe('rejected');
});

test('truncated JSON has its complete length', async () => {
  await using site = await siteWith({ kind: 'truncated-json' });
  const response = await get(site.ra);
  const text = await response.text();
  expect(text).toMatch(/^\{"Count":6,/);
  expect(response.headers.get('content-length')).toBe(String(text.length));
  expect(() => void JSON.parse(text)).toThrow(SyntaxError);
});

test('a web page comes with 200 instead of JSON', async () => {
  await using site = await siteWith({ kind: 'html' });
  const response = await get(site.ra);
  expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('<html')]);
});

test('a huge body has this many bytes more than the right one', async () => {
  await using site = await siteWith({ kind: 'huge-body', bytes: 5_000_001 });
  const huge = await (await get(site.ra)).text();
  const right = await (await get(site.ra)).text();
  expect(huge.length - right.length).toBe(5_000_001);
  expect(huge.endsWith(right)).toBe(true);
});

test('a client can leave in the middle of a huge body', async () => {
  await using site = await siteWith({ kind: 'huge-body', bytes: 2 ** 31 });
  const response = await get(site.ra);
  await response.body?.cancel();
  expect(await library(site.ra, { u: 'Faulty' })).toMatchObject({ Total: 6 });
});

test('a gzip bomb is small on the wire and large in memory', async () => {
  await using site = await siteWith({ kind: 'gzip-bomb', bytes: 2 ** 23 });
  const response = await get(site.ra);
  expect(Number(response.headers.get('content-length'))).toBeLessThan(50_000);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(2 ** 23);
});

test('a field of the answer or of its first row holds the wrong type', async () => {
  await using site = await siteWith(
    { kind: 'wrong-type', field: 'Total', value: 'six' },
    { kind: 'wrong-type', field: 'NumAwarded', value: '3' },
  );
  expect(await ask(site.ra, PROGRESS, { u: 'Faulty' })).toMatchObject({ body: { Total: 'six' } });
  expect(await ask(site.ra, PROGRESS, { u: 'Faulty', c: 2 })).toMatchObject({
    body: {
      Results: [
        { GameID: 1, NumAwarded: '3' },
        { GameID: 2, NumAwarded: 0 },
      ],
    },
  });
});

test('an award is of an unknown kind', async () => {
  await using site = await siteWith(
    { kind: 'unknown-award-kind' },
    { kind: 'unknown-award-kind', word: 'speedrun' },
  );
  expect(await ask(site.ra, PROGRESS, { u: 'Faulty' })).toMatchObject({
    body: { Results: [{ HighestAwardKind: 'platinum' }, {}, {}, {}, {}, {}] },
  });
  expect(await ask(site.ra, FEED)).toMatchObject({
    body: { Results: [{ AwardKind: 'speedrun' }, { AwardKind: 'beaten-hardcore' }] },
  });
});

test('the feed comes as an object with numeric keys', async () => {
  await using site = await siteWith({ kind: 'results-as-object' });
  const { body } = await ask(site.ra, FEED);
  expect(body).toMatchObject({
    Count: 2,
    Results: { 1: { AwardKind: 'mastered' }, 2: { AwardKind: 'beaten-hardcore' } },
  });
  expect(body).not.toHaveProperty('Results.length');
});

test('no row knows its title', async () => {
  await using site = await siteWith({ kind: 'null-titles' }, { kind: 'null-titles' });
  const untitled = { GameTitle: null, ConsoleID: null, ConsoleName: null };
  expect((await feed(site.ra)).Results).toMatchObject([untitled, untitled]);
  expect(await ask(site.ra, PROGRESS, { u: 'Faulty', c: 1 })).toMatchObject({
    body: { Results: [{ Title: null, ConsoleID: 3 }] },
  });
});

test('neither the feed nor the profile carries a ULID', async () => {
  await using site = await siteWith({ kind: 'missing-ulid' }, { kind: 'missing-ulid' });
  for (const [endpoint, query] of [
    [FEED, {}],
    ['API_GetUserProfile', { u: 'Faulty' }],
  ] as const) {
    const { body } = await ask(site.ra, endpoint, query);
    expect(body).toMatchObject(endpoint === FEED ? { Count: 2 } : { User: 'Faulty' });
    expect(JSON.stringify(body)).not.toContain('ULID');
  }
  expect((await feed(site.ra)).Results[0]?.ULID).toBe(site.ulid);
});

test('a game moves to the top between two pages: the second repeats one and misses one', async () => {
  await using site = await siteWith({ kind: 'shift' });
  const first = await library(site.ra, { u: 'Faulty', c: 3 });
  const second = await library(site.ra, { u: 'Faulty', c: 3, o: 3 });
  expect([first.Total, second.Total]).toEqual([6, 6]);
  expect(first.Results.map(({ GameID }) => GameID)).toEqual([1, 2, 3]);
  expect(second.Results.map(({ GameID }) => GameID)).toEqual([3, 4, 5]);
});

test('a new game comes in between two pages: the total grows', async () => {
  await using site = await siteWith({ kind: 'shift', newGame: true });
  const first = await library(site.ra, { u: 'Faulty', c: 3 });
  const second = await library(site.ra, { u: 'Faulty', c: 3, o: 3 });
  expect([first.Total, second.Total]).toEqual([6, 7]);
});

test("a stranger's awards come in between two pages of the feed", async () => {
  await using site = await siteWith({ kind: 'shift', awards: 2 });
  const first = await feed(site.ra, { c: 2 });
  const second = await feed(site.ra, { c: 2, o: 2 });
  expect(second.Results).toEqual(first.Results);
  expect((await feed(site.ra, { c: 2 })).Results).toMatchObject([
    { User: 'PasserBy' },
    { User: 'PasserBy' },
  ]);
});

test('a fault only affects its endpoint, its requests, and as many as requested', async () => {
  await using site = await siteWith();
  site.ra.faults.add({
    endpoint: PROGRESS,
    times: 2,
    when: (query) => query.get('o') === '500',
    effect: { kind: 'status', status: 503 },
  });
  const statusOf = async (endpoint: typeof PROGRESS | typeof FEED, o: number) =>
    (await ask(site.ra, endpoint, { u: 'Faulty', o })).status;
  expect(await statusOf(FEED, 500)).toBe(200);
  expect(await statusOf(PROGRESS, 0)).toBe(200);
  const asked = [];
  for (let times = 0; times < 3; times += 1) asked.push(await statusOf(PROGRESS, 500));
  expect(asked).toEqual([503, 503, 200]);
});

test('a fault without a number of times lasts until everything is cleared', async () => {
  await using site = await siteWith();
  site.ra.faults.add({ effect: { kind: 'status', status: 500 } });
  const statuses = [(await get(site.ra)).status, (await get(site.ra)).status];
  site.ra.faults.clear();
  statuses.push((await get(site.ra)).status);
  expect(statuses).toEqual([500, 500, 200]);
});
