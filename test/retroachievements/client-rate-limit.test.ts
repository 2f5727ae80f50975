import { describe, expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';

import { askForLibrary, failureOf, startClient } from './start-client.ts';

type RetryAfter = { seconds: number } | { date: number };

async function startLimited(retryAfter: RetryAfter | undefined, times = 1) {
  const site = await startRetroAchievements();
  site.faults.add({
    times,
    effect: { kind: 'status', status: 429, ...(retryAfter && { retryAfter }) },
  });
  return site;
}

describe('a 429', () => {
  test.each<[string, (now: number) => RetryAfter | undefined, number]>([
    ['in seconds', () => ({ seconds: 3 }), 3000],
    ['as a date', (now) => ({ date: now + 3000 }), 3000],
    ['not at all', () => undefined, 5000],
  ])('that says %s when to come back is retried then', async (_name, retryAfter, ms) => {
    const now = Date.UTC(2025, 0, 1);
    await using site = await startLimited(retryAfter(now));
    await using started = startClient(site);
    const call = askForLibrary(started.client);
    await started.clock.asleep(ms);
    await started.clock.advance(ms - 1);
    expect(site.count()).toBe(1);
    await started.clock.advance(1);
    expect(await call).toMatchObject({ total: 0 });
  });

  test('that asks for more than the deadline allows fails at once, and says how long', async () => {
    await using site = await startLimited({ seconds: 45 });
    await using started = startClient(site);
    expect(await failureOf(askForLibrary(started.client))).toEqual({
      kind: 'rate-limited',
      retryAfterMs: 45_000,
    });
    expect(site.count()).toBe(1);
  });

  test('that asks for more than 15 minutes gets 15, and people are told so', async () => {
    await using site = await startLimited({ seconds: 86_400 });
    await using started = startClient(site);
    const failure = { kind: 'rate-limited', retryAfterMs: 900_000 };
    expect(await failureOf(askForLibrary(started.client))).toEqual(failure);
    await started.clock.advance(900_000);
    expect(await askForLibrary(started.client)).toMatchObject({ total: 0 });
  });

  test('makes everyone wait, without another request', async () => {
    await using site = await startLimited({ seconds: 45 });
    await using started = startClient(site);
    await failureOf(askForLibrary(started.client));
    await started.clock.advance(5000);
    expect(await failureOf(askForLibrary(started.client))).toEqual({
      kind: 'rate-limited',
      retryAfterMs: 40_000,
    });
    expect(site.count()).toBe(1);
    await started.clock.advance(40_000);
    expect(await askForLibrary(started.client)).toMatchObject({ total: 0 });
  });

  test('is given up after four tries', async () => {
    await using site = await startLimited({ seconds: 2 }, 10);
    await using started = startClient(site);
    const call = failureOf(askForLibrary(started.client));
    for (let pauses = 0; pauses < 3; pauses += 1) {
      await started.clock.asleep(2000);
      await started.clock.advance(2000);
    }
    expect(await call).toEqual({ kind: 'rate-limited', retryAfterMs: 2000 });
    expect(site.count()).toBe(4);
  });
});
