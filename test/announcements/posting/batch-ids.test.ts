import { expect, it } from 'vitest';

import { createBatchIds } from '#src/announcements/posting/batch-ids.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

it('makes ids that Discord takes as a nonce and that sort by when they were made', async () => {
  const clock = createFakeClock();
  const next = createBatchIds(clock);
  const ids: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    if (n % 40 === 0) await clock.advance(1);
    ids.push(next());
  }
  clock.set(clock.now() - 86_400_000);
  ids.push(next(), next());
  clock.set(clock.now() + 7 * 86_400_000);
  ids.push(next());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-z]{21}$/.test(id))).toBe(true);
});

it('makes different ids in two processes at the same moment', () => {
  const clock = createFakeClock();
  expect(createBatchIds(clock)()).not.toBe(createBatchIds(clock)());
});
