import { describe, expect, it } from 'vitest';

import { createRefreshLimit, REFRESH_COOLDOWN_MS } from '#src/progress/refresh-limit.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

describe('a refresh', () => {
  it('works again half a minute after one that succeeded, and says when', async () => {
    const clock = createFakeClock();
    const limit = createRefreshLimit(clock);
    const again = clock.now() + REFRESH_COOLDOWN_MS;
    expect(REFRESH_COOLDOWN_MS).toBe(30_000);
    expect(limit.againAt('MaxMilyin')).toBeNull();
    limit.count('MaxMilyin');
    expect(limit.againAt('MaxMilyin')).toBe(again);
    await clock.advance(REFRESH_COOLDOWN_MS - 1);
    expect(limit.againAt('MaxMilyin')).toBe(again);
    await clock.advance(1);
    expect(limit.againAt('MaxMilyin')).toBeNull();
  });

  it('costs nothing if it fails', () => {
    const limit = createRefreshLimit(createFakeClock());
    expect(limit.againAt('MaxMilyin')).toBeNull();
    expect(limit.againAt('MaxMilyin')).toBeNull();
  });

  it('of one player doesn’t affect another', () => {
    const limit = createRefreshLimit(createFakeClock());
    limit.count('Anna');
    expect(limit.againAt('Bert')).toBeNull();
  });

  it('counts for a name in any case', () => {
    const limit = createRefreshLimit(createFakeClock());
    limit.count('Anna');
    expect(limit.againAt('ANNA')).not.toBeNull();
  });
});
