import { describe, expect, it } from 'vitest';

import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { watchHealth } from '#src/retroachievements/site-health.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const MAX = { kind: 'name', name: 'MaxMilyin' } as const;
const PRIORITY = { priority: 'command' } as const;

/** A site whose requests succeed or fail as the test says. */
function start() {
  let error: unknown;
  const clock = createFakeClock();
  const answer = async <T>(value: T): Promise<T> => {
    if (error !== undefined) throw error;
    return value;
  };
  const { site, health } = watchHealth(
    {
      completionProgress: () => answer({ games: [], total: 0, rowCount: 0 }),
      userProfile: () => answer(null),
      recentGameAwards: () => answer({ awards: [], total: 0, rowCount: 0 }),
    },
    clock,
  );
  const ask = () => site.userProfile(MAX, PRIORITY).catch(() => undefined);
  return {
    site,
    health,
    clock,
    async succeed() {
      error = undefined;
      await ask();
    },
    async fail(thrown: Failure | Error) {
      error = thrown instanceof Error ? thrown : new RetroAchievementsError(thrown);
      await ask();
    },
  };
}

describe('the site’s health', () => {
  it('is unknown before anything was asked', () => {
    expect(start().health()).toEqual({ lastAnswerAt: null, failingSince: null });
  });

  it('has the time of the last answer, whatever was asked', async () => {
    const { site, health, clock } = start();
    const requests = [
      () => site.userProfile(MAX, PRIORITY),
      () => site.completionProgress(MAX, { offset: 0, count: 1 }, PRIORITY),
      () => site.recentGameAwards({ kinds: [], offset: 0, count: 1 }, PRIORITY),
    ];
    for (const request of requests) {
      await clock.advance(1_000);
      await request();
      expect(health()).toEqual({ lastAnswerAt: clock.now(), failingSince: null });
    }
  });

  it.each<Failure>([
    { kind: 'network' },
    { kind: 'timeout' },
    { kind: 'status', status: 503 },
    { kind: 'unreadable', detail: 'no list' },
  ])('has the time of the first failure, until an answer comes ($kind)', async (failure) => {
    const { health, clock, succeed, fail } = start();
    await succeed();
    const answeredAt = clock.now();
    await clock.advance(1_000);
    const failedAt = clock.now();
    await fail(failure);
    await clock.advance(1_000);
    await fail(failure);
    expect(health()).toEqual({ lastAnswerAt: answeredAt, failingSince: failedAt });
    await succeed();
    expect(health()).toEqual({ lastAnswerAt: clock.now(), failingSince: null });
  });

  it.each<[string, Failure | Error]>([
    ['a request that was held back or limited', { kind: 'rate-limited', retryAfterMs: null }],
    ['a key that is refused', { kind: 'key-refused' }],
    ['somebody who gave up', new DOMException('gone', 'AbortError')],
  ])('does not suffer from %s', async (_, failure) => {
    const { health, clock, succeed, fail } = start();
    await succeed();
    const answeredAt = clock.now();
    await clock.advance(1_000);
    await fail(failure);
    expect(health()).toEqual({ lastAnswerAt: answeredAt, failingSince: null });
  });

  it('does not end an outage with a refusal', async () => {
    const { health, clock, fail } = start();
    const failedAt = clock.now();
    await fail({ kind: 'network' });
    await clock.advance(1_000);
    await fail({ kind: 'rate-limited', retryAfterMs: null });
    expect(health().failingSince).toBe(failedAt);
  });

  it('hands on answers and errors as they are', async () => {
    const { site, fail } = start();
    expect(await site.completionProgress(MAX, { offset: 0, count: 1 }, PRIORITY)).toEqual({
      games: [],
      total: 0,
      rowCount: 0,
    });
    await fail({ kind: 'timeout' });
    await expect(site.userProfile(MAX, PRIORITY)).rejects.toMatchObject({
      failure: { kind: 'timeout' },
    });
  });
});
