import { describe, expect, it } from 'vitest';

import { createRequestAttempt } from '#src/discord/channels/request-attempt.ts';
import { createAgent } from '#src/discord/connection/rest.ts';
import type { DiscordAgent } from '#src/discord/connection/rest.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

type Handler = Parameters<DiscordAgent['dispatch']>[1];

/** A request that was handed over; the test says what happens to it. */
function start() {
  const agent = createAgent();
  const sent = Promise.withResolvers<Handler>();
  agent.dispatch = (_options, handler) => {
    sent.resolve(handler);
    return true;
  };
  const attempt = createRequestAttempt(createFakeClock(), agent);
  attempt.dispatcher.dispatch({ origin: 'http://x', path: '/', method: 'GET' }, {});
  return { attempt, sent: sent.promise };
}

describe('a request on its way', () => {
  it.each([
    [200, true],
    [302, false],
    [403, false],
    [429, false],
    [500, true],
  ])('may have been carried out after %i: %s', async (status, isOpen) => {
    const { attempt, sent } = start();
    const handler = await sent;
    expect(attempt.isOpen()).toBe(false);
    handler.onConnect?.(() => expect.unreachable('was ended'));
    expect(attempt.isOpen()).toBe(true);
    handler.onHeaders?.(status, [], () => undefined, '');
    expect(attempt.isOpen()).toBe(isOpen);
  });

  it('isn’t sent anymore once it was ended', async () => {
    const { attempt, sent } = start();
    const handler = await sent;
    attempt.end();
    let wasEnded = false;
    handler.onConnect?.(() => {
      wasEnded = true;
    });
    expect(wasEnded).toBe(true);
    expect(attempt.isOpen()).toBe(false);
  });
});
