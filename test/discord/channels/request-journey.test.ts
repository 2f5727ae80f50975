import { describe, expect, it } from 'vitest';

import { createRequestJourney } from '#src/discord/channels/request-journey.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

describe('a request on its way', () => {
  it.each([
    [200, true],
    [302, false],
    [403, false],
    [429, false],
    [500, true],
  ])('may have been carried out after %i: %s', (status, isOpen) => {
    const journey = createRequestJourney(createFakeClock());
    journey.trace.onStart();
    expect(journey.isOpen()).toBe(false);
    expect(journey.trace.onSend()).toBe(true);
    expect(journey.isOpen()).toBe(true);
    journey.trace.onStatus(status);
    expect(journey.isOpen()).toBe(isOpen);
  });

  it('is not sent any more when its end was told', () => {
    const journey = createRequestJourney(createFakeClock());
    journey.trace.onStart();
    journey.end();
    expect(journey.trace.onSend()).toBe(false);
    expect(journey.isOpen()).toBe(false);
  });
});
