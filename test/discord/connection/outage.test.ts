import { DiscordAPIError, HTTPError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';

import { ShardsRefused, TokenRefused, waitOutOutage } from '#src/discord/connection/outage.ts';
import { createLog } from '#src/platform/log.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const refusal = (status: number) =>
  new DiscordAPIError({ code: 0, message: 'No' }, 0, status, 'GET', 'https://x', {
    body: undefined,
    files: [],
  });
const broken = (status: number) =>
  new HTTPError(status, 'Broken', 'GET', 'https://x', { body: undefined, files: [] });

/** Fails with one after the other, then succeeds. */
function start(...failures: readonly unknown[]) {
  const clock = createFakeClock();
  const startedAt = clock.now();
  const attempts: number[] = [];
  const done = waitOutOutage(
    async () => {
      attempts.push(clock.now() - startedAt);
      if (attempts.length <= failures.length) throw failures[attempts.length - 1];
      return 'connected';
    },
    { clock, log: createLog('silent', []) },
  );
  done.catch(() => undefined);
  return { clock, attempts, done };
}

describe('an outage of Discord', () => {
  it('is waited out, longer each time, up to half a minute', async () => {
    const { clock, attempts, done } = start(...Array.from({ length: 7 }, () => new Error('cut')));
    await clock.advance(200_000);
    expect(await done).toBe('connected');
    const pauses = attempts.slice(1).map((at, index) => at - (attempts[index] ?? 0));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it.each([
    ['5xx', broken(503)],
    ['a rate limit', refusal(429)],
    ['no connection', new TypeError('fetch failed')],
  ])('is %s', async (_, failure) => {
    const { clock, done } = start(failure);
    await clock.advance(1_000);
    expect(await done).toBe('connected');
  });

  it.each([new TokenRefused(), refusal(401)])('isn’t a refused token', async (failure) => {
    const { done, attempts } = start(failure);
    await expect(done).rejects.toThrow(TokenRefused);
    expect(attempts).toHaveLength(1);
  });

  it('isn’t a refused number of shards', async () => {
    const { done, attempts } = start(new ShardsRefused());
    await expect(done).rejects.toThrow(ShardsRefused);
    expect(attempts).toHaveLength(1);
  });

  it.each([400, 403, 404])('isn’t a request that Discord rejects (%i)', async (status) => {
    const { done, attempts } = start(refusal(status));
    await expect(done).rejects.toMatchObject({ status });
    expect(attempts).toHaveLength(1);
  });
});
