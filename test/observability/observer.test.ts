import { describe, expect, test } from 'vitest';

import { commands } from '#commands/index.ts';
import { createObserver } from '#src/observability/observer.ts';
import { createMemoryCache } from '#src/platform/cache.ts';
import { createLog } from '#src/platform/log.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const router = () => Promise.resolve();
const clock = createFakeClock();
const log = createLog('silent', []);

describe('without a port', () => {
  test('every part stays what it is, and nothing is served', async () => {
    const observer = await createObserver({ port: undefined, commands, clock, log });
    const cache = createMemoryCache();
    const budget = createRequestBudget({ requestsPerMinute: 60, clock });
    expect(observer.cache(cache)).toBe(cache);
    expect(observer.budget(budget)).toBe(budget);
    expect(commands.map((command) => observer.command(command))).toEqual(commands);
    expect(observer.router(router)).toBe(router);
    const served = await observer.serve({
      status: () => {
        throw new Error('nobody asks');
      },
      isConnected: () => Promise.resolve(true),
      isAnnouncing: () => true,
    });
    expect(served).toBeNull();
  });
});
