import { brotliCompressSync, gzipSync } from 'node:zlib';

import { describe, expect, test, vi } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { isUlid } from '#src/retroachievements/player.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { wireGame, wirePage } from './api/wire-fixtures.ts';
import { startScripted } from './scripted-server.ts';
import { askForLibrary, startClient } from './start-client.ts';

const MAX = { kind: 'name', name: 'MaxMilyin' } as const;

function games(count: number): WireGame[] {
  return Array.from({ length: count }, (_, index) => ({
    GameID: index + 1,
    Title: `Game ${index + 1}`,
    ImageIcon: '/Images/000002.png',
    ConsoleID: 7,
    ConsoleName: 'NES',
    MaxPossible: 10,
    NumAwarded: 10,
    NumAwardedHardcore: 10,
    MostRecentAwardedDate: new Date(1.7e12 - index * 1e6).toISOString().replace('.000Z', '+00:00'),
    HighestAwardKind: 'mastered',
    HighestAwardDate: new Date(1.7e12 - index * 1e6).toISOString().replace('.000Z', '+00:00'),
  }));
}

function ulidOf(text: string): Ulid {
  if (!isUlid(text)) throw new Error('not a ULID');
  return text;
}

describe('the RetroAchievements client', () => {
  test('reads a library page by page', async () => {
    await using site = await startRetroAchievements();
    site.addPlayer({ name: 'MaxMilyin', games: games(12) });
    await using started = startClient(site);
    const page = await started.client.completionProgress(
      MAX,
      { offset: 5, count: 5 },
      { priority: 'library' },
    );
    expect(page.total).toBe(12);
    expect(page.games.map(({ gameId }) => gameId)).toEqual([6, 7, 8, 9, 10]);
    expect(site.requests.map(({ query }) => query)).toEqual([{ u: 'MaxMilyin', c: '5', o: '5' }]);
  });

  test('an unknown player has an empty library, and no profile', async () => {
    await using site = await startRetroAchievements();
    await using started = startClient(site);
    expect(await askForLibrary(started.client)).toEqual({ total: 0, rowCount: 0, games: [] });
    expect(await started.client.userProfile(MAX, { priority: 'command' })).toBeNull();
    expect(site.count()).toBe(2);
  });

  test('reads a profile by name and by ULID', async () => {
    await using site = await startRetroAchievements();
    const player = site.addPlayer({ name: 'MaxMilyin', motto: 'Hello', games: [] });
    await using started = startClient(site);
    const expected = {
      name: 'MaxMilyin',
      ulid: player.ulid,
      avatarPath: '/UserPic/MaxMilyin.png',
      motto: 'Hello',
      isUnranked: false,
    };
    const byName = await started.client.userProfile(MAX, { priority: 'command' });
    site.rename('MaxMilyin', 'Maximilian');
    const byUlid = await started.client.userProfile(
      { kind: 'ulid', ulid: ulidOf(player.ulid) },
      { priority: 'command' },
    );
    expect([byName, byUlid]).toEqual([expected, { ...expected, name: 'Maximilian' }]);
  });

  test('reads the award feed, even if it’s odd', async () => {
    await using site = await startRetroAchievements();
    site.addPlayer({ name: 'MaxMilyin', games: games(4) });
    await using started = startClient(site);
    const ask = () =>
      started.client.recentGameAwards(
        { kinds: ['mastered', 'completed'], offset: 1, count: 2, until: '2023-12-31' },
        { priority: 'background' },
      );
    const page = await ask();
    expect(page.awards.map(({ gameId, kind }) => [gameId, kind])).toEqual([
      [2, 'mastered'],
      [3, 'mastered'],
    ]);
    expect(site.requests[0]?.query).toEqual({
      k: 'mastered,completed',
      c: '2',
      o: '1',
      d: '2023-12-31',
    });
    site.faults.add({ times: 1, effect: { kind: 'results-as-object' } });
    expect(await ask()).toEqual(page);
    site.faults.add({ times: 1, effect: { kind: 'missing-ulid' } });
    expect((await ask()).awards.map(({ ulid }) => ulid)).toEqual([null, null]);
    site.faults.add({ times: 1, effect: { kind: 'null-titles' } });
    expect((await ask()).awards).toHaveLength(2);
  });

  test('warns once about an unknown award kind', async () => {
    await using site = await startRetroAchievements();
    site.addPlayer({ name: 'MaxMilyin', games: games(2) });
    site.faults.add({ effect: { kind: 'unknown-award-kind', word: 'gilded' } });
    await using started = startClient(site);
    const [page] = [await askForLibrary(started.client), await askForLibrary(started.client)];
    expect(page.games.map(({ award }) => award)).toEqual([{ word: 'gilded' }, 'mastered']);
    expect(started.warnings).toEqual([[{ awardKind: 'gilded' }, expect.any(String)]]);
  });

  test('says who it is, and sends the username if one is set', async () => {
    const seen: unknown[] = [];
    await using server = await startScripted(({ url, headers }, response) => {
      seen.push({ url, agent: headers['user-agent'], encodings: headers['accept-encoding'] });
      response.end(JSON.stringify(wirePage([])));
    });
    await using started = startClient(
      { url: `${server.url}/mirror/`, apiKey: 'a&b c' },
      { username: 'Me' },
    );
    await askForLibrary(started.client);
    await askForLibrary(started.client);
    const request = {
      url: '/mirror/API/API_GetUserCompletionProgress.php?u=MaxMilyin&c=500&o=0&z=Me&y=a%26b+c',
      agent: 'completionist-test/1.0',
      encodings: 'gzip, br',
    };
    expect(seen).toEqual([request, request]);
  });

  test('keeps its connections', async () => {
    await using server = await startScripted((_request, response) => {
      response.end(JSON.stringify(wirePage([])));
    });
    await using started = startClient(server);
    for (let calls = 0; calls < 10; calls += 1) await askForLibrary(started.client);
    // An immediate next call finds the connection still busy and opens another.
    expect(server.connectionCount()).toBeLessThanOrEqual(2);
  });

  test('opens no more connections than the budget allows requests', async () => {
    const answers: (() => void)[] = [];
    await using server = await startScripted((_request, response) => {
      answers.push(() => response.end(JSON.stringify(wirePage([]))));
    });
    const clock = createFakeClock();
    const budget = createRequestBudget({ requestsPerMinute: 1000, clock, maxConcurrent: 3 });
    await using started = startClient(server, { budget, clock });
    const calls = Array.from({ length: 7 }, () => askForLibrary(started.client));
    for (let left = calls.length; left > 0; left -= 1) {
      await vi.waitUntil(() => answers.length > 0);
      answers.shift()?.();
    }
    await Promise.all(calls);
    // One of them is for polls.
    expect(server.connectionCount()).toBeLessThanOrEqual(budget.connections);
    expect(budget.connections).toBe(4);
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['x-gzip', gzipSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('reads a body in %s', async (encoding, compress) => {
    await using server = await startScripted((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(compress(JSON.stringify(wirePage([wireGame({ Title: 'Pokémon — 赤' })]))));
    });
    await using started = startClient(server);
    const page = await askForLibrary(started.client);
    expect(page.games.map(({ title }) => title)).toEqual(['Pokémon — 赤']);
  });

  test('leaves no timer behind after a call', async () => {
    await using site = await startRetroAchievements();
    await using started = startClient(site);
    await askForLibrary(started.client);
    expect(started.clock.sleeperCount()).toBe(0);
  });

  test('ends calls under way when it’s disposed of', async () => {
    await using site = await startRetroAchievements();
    site.faults.add({ effect: { kind: 'hang' } });
    const started = startClient(site);
    const call = askForLibrary(started.client);
    await started.clock.advance(0);
    await Promise.all([
      expect(call).rejects.toMatchObject({ failure: { kind: 'network' } }),
      started[Symbol.asyncDispose](),
    ]);
    await expect(askForLibrary(started.client)).rejects.toMatchObject({
      failure: { kind: 'network' },
    });
  });
});
