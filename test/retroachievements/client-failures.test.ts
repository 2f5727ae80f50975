import { gzipSync } from 'node:zlib';

import { describe, expect, test, vi } from 'vitest';

import type { Effect } from '#loopback/retroachievements/faults.ts';
import {
  startRetroAchievements,
  type LoopbackRetroAchievements,
} from '#loopback/retroachievements/loopback-retroachievements.ts';

import { startScripted } from './scripted-server.ts';
import { askForLibrary, failureOf, startClient } from './start-client.ts';

const IMPATIENT = { headers: 60, body: 60 };
const IMPATIENT_TIMEOUTS = {
  attempt: { poll: IMPATIENT, command: IMPATIENT, library: IMPATIENT, background: IMPATIENT },
};

async function startSite(effect: Effect, times?: number): Promise<LoopbackRetroAchievements> {
  const site = await startRetroAchievements();
  site.addPlayer({ name: 'MaxMilyin', games: [] });
  site.faults.add({ effect, ...(times !== undefined && { times }) });
  return site;
}

const unreadable = { kind: 'unreadable', detail: expect.any(String) };

describe('a call that can’t succeed', () => {
  test.each<[string, Effect, object, number]>([
    ['a refused key', { kind: 'status', status: 401 }, { kind: 'key-refused' }, 1],
    ['a 401 in HTML', { kind: 'status', status: 401, body: 'html' }, { kind: 'key-refused' }, 1],
    ['a 403 of the API', { kind: 'status', status: 403 }, { kind: 'key-refused' }, 1],
    [
      'a 403 of the network in front',
      { kind: 'status', status: 403, body: 'html' },
      { kind: 'status', status: 403 },
      1,
    ],
    ['a bad parameter', { kind: 'status', status: 422 }, { kind: 'status', status: 422 }, 1],
    [
      'a library that is not there',
      { kind: 'status', status: 404 },
      { kind: 'status', status: 404 },
      1,
    ],
    ['a redirect', { kind: 'status', status: 302 }, { kind: 'status', status: 302 }, 1],
    ['a broken server', { kind: 'status', status: 500 }, { kind: 'status', status: 500 }, 2],
    ['a site that is down', { kind: 'status', status: 503 }, { kind: 'status', status: 503 }, 4],
    [
      'a site that is down, in HTML',
      { kind: 'status', status: 502, body: 'html' },
      { kind: 'status', status: 502 },
      4,
    ],
    ['a connection cut at once', { kind: 'cut', where: 'before' }, { kind: 'network' }, 4],
    ['a connection cut half-way', { kind: 'cut', where: 'mid-body' }, { kind: 'network' }, 4],
    ['HTML instead of JSON', { kind: 'html' }, unreadable, 2],
    ['half a JSON', { kind: 'truncated-json' }, unreadable, 2],
    ['a wrong type', { kind: 'wrong-type', field: 'Total', value: {} }, unreadable, 2],
    ['a huge body', { kind: 'huge-body' }, unreadable, 2],
    ['a small body that unpacks to a huge one', { kind: 'gzip-bomb' }, unreadable, 2],
  ])('%s: %o is %o after %d tries', async (_name, effect, failure, tries) => {
    await using site = await startSite(effect);
    await using started = startClient(site);
    expect(await failureOf(askForLibrary(started.client))).toEqual(failure);
    expect(site.count()).toBe(tries);
  });

  test('a site that is down is a network failure', async () => {
    const site = await startRetroAchievements();
    await site.close();
    await using started = startClient(site);
    expect(await failureOf(askForLibrary(started.client))).toEqual({ kind: 'network' });
  });

  test.each<[string, string, Buffer]>([
    ['a gzip that is cut', 'gzip', gzipSync('{"Total":0,"Results":[]}').subarray(0, 20)],
    ['a gzip that is none', 'gzip', Buffer.from('{"Total":0,"Results":[]}')],
    ['an encoding that nobody asked for', 'zstd', Buffer.from('{}')],
  ])('%s is unreadable', async (_name, encoding, body) => {
    await using server = await startScripted((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    });
    await using started = startClient(server);
    expect(await failureOf(askForLibrary(started.client))).toEqual(unreadable);
    expect(server.count()).toBe(2);
  });

  test.each([301, 302, 303, 307, 308])(
    'a redirect (%i) to another host isn’t followed, so the key stays here',
    async (status) => {
      await using other = await startScripted((_request, response) => response.end('{}'));
      await using server = await startScripted((request, response) => {
        response.writeHead(status, { location: `${other.url}${request.url}` }).end();
      });
      await using started = startClient(server);
      expect(await failureOf(askForLibrary(started.client))).toEqual({ kind: 'status', status });
      expect(other.connectionCount()).toBe(0);
    },
  );

  test('a status counts even if its body can’t be read', async () => {
    await using server = await startScripted((_request, response) => {
      response.writeHead(422, { 'content-encoding': 'gzip' }).end('no gzip');
    });
    await using started = startClient(server);
    expect(await failureOf(askForLibrary(started.client))).toEqual({ kind: 'status', status: 422 });
  });

  test.each(['before', 'mid-body'] as const)(
    'a server that goes silent %s its response times out after two tries',
    async (where) => {
      await using site = await startSite({ kind: 'hang', where });
      await using started = startClient(site, { timeouts: IMPATIENT_TIMEOUTS });
      expect(await failureOf(askForLibrary(started.client))).toEqual({ kind: 'timeout' });
      expect(site.count()).toBe(2);
    },
  );

  test('a profile is only unknown if the API says so, not a web page', async () => {
    await using site = await startSite({ kind: 'status', status: 404, body: 'html' });
    await using started = startClient(site);
    const call = started.client.userProfile(
      { kind: 'name', name: 'MaxMilyin' },
      { priority: 'command' },
    );
    expect(await failureOf(call)).toEqual({ kind: 'status', status: 404 });
  });
});

describe('a call that fails at first', () => {
  test.each<[string, Effect, number]>([
    ['three gateway errors', { kind: 'status', status: 504, body: 'html' }, 3],
    ['one broken answer', { kind: 'status', status: 500 }, 1],
    ['three cut connections', { kind: 'cut', where: 'before' }, 3],
    ['one page of HTML', { kind: 'html' }, 1],
  ])('succeeds after %s', async (_name, effect, times) => {
    await using site = await startSite(effect, times);
    await using started = startClient(site);
    expect(await askForLibrary(started.client)).toMatchObject({ total: 0 });
    expect(site.count()).toBe(times + 1);
  });

  test('succeeds on another connection if the first one is silent', async () => {
    await using site = await startSite({ kind: 'hang' }, 1);
    await using started = startClient(site, { timeouts: IMPATIENT_TIMEOUTS });
    expect(await askForLibrary(started.client)).toMatchObject({ total: 0 });
  });

  test('waits with jitter, and longer each time', async () => {
    await using site = await startSite({ kind: 'status', status: 503 });
    await using started = startClient(site, { random: () => 0.5 });
    const call = failureOf(askForLibrary(started.client));
    for (const pauseMs of [150, 300, 600]) {
      await started.clock.asleep(pauseMs);
      await started.clock.advance(pauseMs);
    }
    expect(await call).toEqual({ kind: 'status', status: 503 });
  });

  test('waits as long as a 503 says', async () => {
    await using site = await startSite(
      { kind: 'status', status: 503, retryAfter: { seconds: 4 } },
      1,
    );
    await using started = startClient(site);
    const call = askForLibrary(started.client);
    await started.clock.asleep(4000);
    await started.clock.advance(4000);
    expect(await call).toMatchObject({ total: 0 });
  });

  test('fails at once if a 503 asks for more than the deadline allows', async () => {
    await using site = await startSite({
      kind: 'status',
      status: 503,
      retryAfter: { seconds: 60 },
    });
    await using started = startClient(site);
    expect(await failureOf(askForLibrary(started.client))).toEqual({ kind: 'status', status: 503 });
    expect(site.count()).toBe(1);
  });
});

describe('the deadline', () => {
  test.each([
    ['command', 12_000],
    ['library', 75_000],
    ['background', 60_000],
  ] as const)('of a %s call is %d ms, whatever the site does', async (priority, ms) => {
    await using site = await startSite({ kind: 'hang' });
    await using started = startClient(site);
    const call = failureOf(
      started.client.completionProgress(
        { kind: 'name', name: 'MaxMilyin' },
        { offset: 0, count: 500 },
        { priority },
      ),
    );
    const settled = vi.fn<() => void>();
    void call.finally(settled);
    await started.clock.advance(ms - 1);
    expect(settled).not.toHaveBeenCalled();
    await started.clock.advance(1);
    expect(await call).toEqual({ kind: 'timeout' });
  });
});

describe('an aborted signal', () => {
  const reason = new Error('nobody waits any longer');

  test('ends a call before it begins', async () => {
    await using site = await startSite({ kind: 'hang' });
    await using started = startClient(site);
    await expect(askForLibrary(started.client, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(site.count()).toBe(0);
  });

  test('ends a request under way', async () => {
    const leaving = new AbortController();
    await using server = await startScripted(() => leaving.abort(reason));
    await using started = startClient(server);
    await expect(askForLibrary(started.client, leaving.signal)).rejects.toBe(reason);
    expect(started.clock.sleeperCount()).toBe(0);
  });

  test('ends the pause between two tries', async () => {
    await using site = await startSite({ kind: 'status', status: 503 });
    await using started = startClient(site, { random: () => 0.5 });
    const leaving = new AbortController();
    const call = askForLibrary(started.client, leaving.signal);
    await started.clock.asleep(150);
    leaving.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});
