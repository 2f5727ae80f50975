import { describe, expect, it } from 'vitest';

import { createSiteHealth } from '#src/retroachievements/site-health.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

function start() {
  const clock = createFakeClock();
  return { clock, health: createSiteHealth(clock) };
}

describe('the site’s health', () => {
  it('is unknown before the first request', () => {
    expect(start().health.current()).toEqual({ lastAnswerAt: null, failingSince: null });
  });

  it('has the time of the last response', async () => {
    const { clock, health } = start();
    health.note('ok');
    await clock.advance(1_000);
    health.note('ok');
    expect(health.current()).toEqual({ lastAnswerAt: clock.now(), failingSince: null });
  });

  it.each(['network', 'timeout', 'status', 'unreadable'] as const)(
    'has the time of the first failure, until a response comes (%s)',
    async (failure) => {
      const { clock, health } = start();
      health.note('ok');
      const answeredAt = clock.now();
      await clock.advance(1_000);
      const failedAt = clock.now();
      health.note(failure);
      await clock.advance(1_000);
      health.note(failure);
      expect(health.current()).toEqual({ lastAnswerAt: answeredAt, failingSince: failedAt });
      health.note('ok');
      expect(health.current()).toEqual({ lastAnswerAt: clock.now(), failingSince: null });
    },
  );

  it.each([
    ['a request that was held back or limited', 'rate-limited'],
    ['a key that is refused', 'key-refused'],
    ['somebody who gave up', 'aborted'],
  ] as const)('does not suffer from %s', async (_, outcome) => {
    const { clock, health } = start();
    health.note('ok');
    const answeredAt = clock.now();
    await clock.advance(1_000);
    health.note(outcome);
    expect(health.current()).toEqual({ lastAnswerAt: answeredAt, failingSince: null });
  });

  it('does not end an outage with a refusal', async () => {
    const { clock, health } = start();
    const failedAt = clock.now();
    health.note('network');
    await clock.advance(1_000);
    health.note('rate-limited');
    expect(health.current().failingSince).toBe(failedAt);
  });
});
