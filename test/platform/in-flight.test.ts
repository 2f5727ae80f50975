import { describe, expect, it } from 'vitest';

import { createInFlight } from '#src/platform/in-flight.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

describe('work in flight', () => {
  it('is awaited at the end', async () => {
    const clock = createFakeClock();
    const inFlight = createInFlight(clock);
    const work = Promise.withResolvers<void>();
    inFlight.add(work.promise);
    let isEnded = false;
    const end = inFlight[Symbol.asyncDispose]().then(() => {
      isEnded = true;
      return isEnded;
    });
    await clock.advance(7_000);
    expect(isEnded).toBe(false);
    work.resolve();
    expect(await end).toBe(true);
    expect(clock.sleeperCount()).toBe(0);
  });

  it('is given up after 8 of the 10 seconds that a stop may take', async () => {
    const clock = createFakeClock();
    const inFlight = createInFlight(clock);
    inFlight.add(Promise.withResolvers<void>().promise);
    const start = clock.now();
    const end = inFlight[Symbol.asyncDispose]().then(() => clock.now() - start);
    await clock.advance(10_000);
    expect(await end).toBe(8_000);
  });

  it('that fails holds nothing up', async () => {
    const clock = createFakeClock();
    const inFlight = createInFlight(clock);
    inFlight.add(Promise.reject(new Error('too bad')));
    await inFlight[Symbol.asyncDispose]();
    expect(clock.sleeperCount()).toBe(0);
  });

  it('isn’t awaited if it’s done', async () => {
    const clock = createFakeClock();
    const inFlight = createInFlight(clock);
    inFlight.add(Promise.resolve());
    await clock.advance(0);
    await inFlight[Symbol.asyncDispose]();
    expect(clock.sleeperCount()).toBe(0);
  });
});
