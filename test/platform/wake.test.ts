import { expect, it } from 'vitest';

import { createWake } from '#src/platform/wake.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const NEVER = new AbortController().signal;

function start() {
  const clock = createFakeClock();
  const wake = createWake(clock);
  let woken = 0;
  const wait = (ms: number, signal = NEVER) => wake.wait(ms, signal).then(() => void (woken += 1));
  return { clock, wake, wait, woken: () => woken };
}

it('wakes whoever waits, and leaves no timer behind', async () => {
  const { clock, wake, wait, woken } = start();
  const waiting = wait(1_000);
  expect(clock.sleeperCount()).toBe(1);
  wake.wake();
  await waiting;
  expect(woken()).toBe(1);
  expect(clock.sleeperCount()).toBe(0);
});

it('remembers calls while nobody waits, several of them as one', async () => {
  const { wake, wait, woken, clock } = start();
  wake.wake();
  wake.wake();
  await wait(1_000);
  const second = wait(1_000);
  await clock.advance(999);
  expect(woken()).toBe(1);
  await clock.advance(1);
  await second;
  expect(woken()).toBe(2);
});

it('wakes after its time, or when it is ended', async () => {
  const { clock, wait, woken } = start();
  const ending = new AbortController();
  const waits = [wait(1_000)];
  await clock.advance(1_000);
  waits.push(wait(1_000, ending.signal));
  ending.abort();
  waits.push(wait(1_000, ending.signal));
  await Promise.all(waits);
  expect(woken()).toBe(3);
});
