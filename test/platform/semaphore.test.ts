import { expect, it } from 'vitest';

import { createSemaphore } from '#src/platform/semaphore.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

function start() {
  const clock = createFakeClock();
  const semaphore = createSemaphore({ places: 2, longestMs: 10_000, clock });
  const began: number[] = [];
  const take = async (name: number) => {
    const turn = await semaphore.take();
    began.push(name);
    return turn;
  };
  return { clock, began, take };
}

it('two run at the same time, the others in order', async () => {
  const { clock, began, take } = start();
  const [first, , third] = [take(1), take(2), take(3), take(4)];
  await clock.advance(0);
  expect(began).toEqual([1, 2]);
  (await first)[Symbol.dispose]();
  await clock.advance(0);
  expect(began).toEqual([1, 2, 3]);
  (await third)[Symbol.dispose]();
  await clock.advance(0);
  expect(began).toEqual([1, 2, 3, 4]);
});

it('a turn that takes too long holds up nobody, and ends once', async () => {
  const { clock, began, take } = start();
  const [first] = [take(1), take(2), take(3), take(4), take(5)];
  await clock.advance(9_999);
  expect(began).toEqual([1, 2]);
  await clock.advance(1);
  expect(began).toEqual([1, 2, 3, 4]);
  (await first)[Symbol.dispose]();
  await clock.advance(0);
  expect(began).toEqual([1, 2, 3, 4]);
});

it('a finished turn leaves no timer', async () => {
  const { clock, take } = start();
  (await take(1))[Symbol.dispose]();
  expect(clock.sleeperCount()).toBe(0);
});
