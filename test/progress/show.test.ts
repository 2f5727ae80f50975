import { describe, expect, it } from 'vitest';

import { createRefreshLimit, REFRESH_COOLDOWN_MS } from '#src/progress/show.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

describe('a refresh', () => {
  it('may be had once in half a minute, and says when the next one may', async () => {
    const clock = createFakeClock();
    const limit = createRefreshLimit(clock);
    const again = clock.now() + REFRESH_COOLDOWN_MS;
    expect(REFRESH_COOLDOWN_MS).toBe(30_000);
    expect(limit.tryRefresh('MaxMilyin')).toBeNull();
    expect(limit.tryRefresh('MaxMilyin')).toBe(again);
    await clock.advance(REFRESH_COOLDOWN_MS - 1);
    expect(limit.tryRefresh('MaxMilyin')).toBe(again);
    await clock.advance(1);
    expect(limit.tryRefresh('MaxMilyin')).toBeNull();
    expect(limit.tryRefresh('MaxMilyin')).toBe(clock.now() + REFRESH_COOLDOWN_MS);
  });

  it('of one player says nothing about another', () => {
    const limit = createRefreshLimit(createFakeClock());
    expect(limit.tryRefresh('Anna')).toBeNull();
    expect(limit.tryRefresh('Bert')).toBeNull();
  });

  it('is one for a name in whatever case', () => {
    const limit = createRefreshLimit(createFakeClock());
    expect(limit.tryRefresh('Anna')).toBeNull();
    expect(limit.tryRefresh('ANNA')).not.toBeNull();
  });
});
