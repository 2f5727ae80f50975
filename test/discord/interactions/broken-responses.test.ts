import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import { describe, expect, it, vi } from 'vitest';

import { LONGEST_RESPONSE } from '#src/discord/connection/whole-response.ts';
import { createInteractionApi } from '#src/discord/interactions/interaction-api.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const TO = { id: '42', applicationId: '7', token: 'aW50ZXJhY3Rpb24' };
const BODY = '{"type":4,"data":{"content":"a"}}';
const FILE = { name: 'games.csv', data: 'a,b' };
const JSON_TYPE = { 'content-type': 'application/json' };

/** @param answers one after the other; the last one counts for all that follow. */
async function start(...answers: readonly ((response: ServerResponse) => void)[]) {
  const server = await startScripted((request, response, index) => {
    request.resume().on('end', () => answers[Math.min(index, answers.length - 1)]?.(response));
  });
  // No wait between two tries takes time.
  const clock = { ...createFakeClock(), sleep: () => Promise.resolve() };
  const log = createLog('silent', []);
  const api = createInteractionApi({ apiUrl: `${server.url}/api`, clock, log });
  return {
    api,
    server,
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const acknowledged = (response: ServerResponse) =>
  void response.writeHead(400, JSON_TYPE).end('{"code":40060}');

describe('a first response is done', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['drips', (response) => void response.write(' ')],
    ['is only announced', (response) => response.writeProcessing()],
  ])('where Discord’s answer to it %s, after 2.5 s', async (_, again) => {
    const begun = Promise.withResolvers<ServerResponse>();
    await using started = await start((response) => begun.resolve(response), acknowledged);
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const called = started.api.callback(TO, BODY);
      const response = await begun.promise;
      const closed = once(response, 'close');
      // Silence is limited elsewhere.
      const drip = setInterval(() => again(response), 5);
      vi.advanceTimersByTime(2_600);
      await closed;
      clearInterval(drip);
      await called;
      expect(started.server.count()).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('where Discord’s answer to it has no end, after some megabytes', async () => {
    const sent = Promise.withResolvers<number>();
    await using started = await start((response) => {
      const { socket } = response;
      response.writeHead(200, JSON_TYPE);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(2 ** 16, ' ')));
      };
      response.on('drain', more);
      response.on('close', () => sent.resolve(socket?.bytesWritten ?? NaN));
      more();
    }, acknowledged);
    await started.api.callback(TO, BODY);
    // The rest was on its way.
    expect(await sent.promise).toBeLessThan(LONGEST_RESPONSE + 16 * 2 ** 20);
  });
});

describe('a file', () => {
  it('is sent once where only Discord’s answer is broken', async () => {
    await using started = await start((response) => {
      response.writeHead(200, JSON_TYPE).end('{"id":');
    });
    const message = { json: '{"content":"b"}', files: [FILE] };
    expect(await started.api.editOriginal(TO, message)).toBeNull();
    await started.api.followUp(TO, message);
    await started.api.callback(TO, BODY, [FILE]);
    expect(started.server.count()).toBe(3);
  });

  it.each(['5', '1000000000'])(
    'as a first response is not sent again after %s s, when it is too late',
    async (seconds) => {
      await using started = await start((response) => {
        response.writeHead(429, { ...JSON_TYPE, 'retry-after': seconds }).end('{}');
      });
      const sent = started.api.callback(TO, BODY, [FILE]);
      await expect(sent).rejects.toMatchObject({ retryAfter: expect.any(Number) });
      expect(started.server.count()).toBe(1);
    },
  );
});
