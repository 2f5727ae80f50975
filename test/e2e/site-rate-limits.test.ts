import { expect, test } from 'vitest';

import { openLibrary, pageFor, readPage, turnTo } from './library-page.ts';
import { failFor } from './site-faults.ts';
import { Stage } from './stage.ts';

/** One bot for each test: after a 429 nothing more is asked until the site allows it. */

test('a short Retry-After is waited out before the answer', async () => {
  await using stage = await Stage.open();
  const player = stage.addPlayer('SlowDown', 45);
  const effect = { kind: 'status', status: 429, retryAfter: { seconds: 1 } } as const;
  failFor(stage.site, player, effect, { endpoint: 'API_GetUserCompletionProgress', times: 1 });
  const message = await openLibrary(stage.person('alice'), { user: 'SlowDown' });
  expect(readPage(message)).toEqual(pageFor(player, 1));
  const asked = stage.site.requests.filter(({ query }) => query['c'] === '500');
  expect(asked).toHaveLength(2);
  expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000);
});

test.each([
  ['seconds', () => ({ seconds: 600 })],
  ['a date', () => ({ date: Date.now() + 600_000 })],
])(
  'a long Retry-After in %s is reported and respected, and doesn’t affect what is in memory',
  async (_, after) => {
    await using stage = await Stage.open();
    const known = stage.addPlayer('AtHand', 45);
    const player = stage.addPlayer('TooMany', 45);
    const alice = stage.person('alice');
    const message = await openLibrary(alice, { user: 'AtHand' });
    const retryAfter = after();
    failFor(stage.site, player, { kind: 'status', status: 429, retryAfter }, { times: 1 });

    const shown = await alice.command('progress', { user: 'TooMany' });
    const { content } = await shown.answer();
    expect(content).toMatch(/^Too many requests to RetroAchievements right now\. Try again <t:/);
    const when = Number(/<t:(\d+):R>/.exec(content)?.[1]) * 1000;
    expect(Math.abs(when - Date.now() - 600_000)).toBeLessThan(10_000);

    const requests = stage.site.count();
    const again = await alice.command('progress', { user: 'TooMany' });
    expect((await again.answer()).content).toContain('Too many requests');
    expect(again.ephemeral).toBe(true);
    await turnTo(alice, message, '▶️', 2);
    expect(readPage(message)).toEqual(pageFor(known, 2));
    expect(stage.site.count()).toBe(requests);
  },
);
