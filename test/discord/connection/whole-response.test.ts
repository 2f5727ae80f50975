import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import type { REST } from '@discordjs/rest';
import { describe, expect, it, vi } from 'vitest';

import { createRest } from '#src/discord/connection/rest.ts';
import { LONGEST_RESPONSE } from '#src/discord/connection/whole-response.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

async function start(answer: (response: ServerResponse, index: number) => void) {
  const server = await startScripted((request, response, index) => {
    request.resume().on('end', () => answer(response, index));
  });
  const rest = createRest({ apiUrl: server.url, token: 'bot', log: createLog('silent', []) });
  return { rest, server, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const edit = (rest: REST): Promise<unknown> =>
  rest.patch('/webhooks/7/tok/messages/@original', { auth: false, body: {} });

describe('a response of Discord', () => {
  it('that drips is given up after 15 s', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const begun = Promise.withResolvers<ServerResponse>();
      await using started = await start((response) => {
        response.writeHead(200, JSON_TYPE).write(' ');
        begun.resolve(response);
      });
      const edited = edit(started.rest);
      const response = await begun.promise;
      const closed = once(response, 'close');
      // Silence is limited elsewhere.
      const drip = setInterval(() => response.write(' '), 5);
      await vi.advanceTimersByTimeAsync(15_000);
      await closed;
      clearInterval(drip);
      expect(await edited).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  it('without an end is left after some megabytes', async () => {
    const sent = Promise.withResolvers<number>();
    await using started = await start((response) => {
      const { socket } = response;
      response.writeHead(200, JSON_TYPE);
      const block = Buffer.alloc(2 ** 16, ' ');
      const more = () => {
        while (!response.destroyed && response.write(block));
      };
      response.on('drain', more);
      response.on('close', () => sent.resolve(socket?.bytesWritten ?? NaN));
      more();
    });
    expect(await edit(started.rest)).toBeNull();
    // The rest was on its way.
    expect(await sent.promise).toBeLessThan(LONGEST_RESPONSE + 16 * 2 ** 20);
  });

  it.each(['', '{"id":', '<html>'])(
    'that is a success stays one where its body is %j',
    async (body) => {
      await using started = await start((response) => response.writeHead(200, JSON_TYPE).end(body));
      expect(await edit(started.rest)).toBeNull();
      expect(started.server.count()).toBe(1);
    },
  );

  it('that is a success stays one where its connection is cut', async () => {
    await using started = await start((response) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': '99' });
      response.write('{"id":', () => response.destroy());
    });
    expect(await edit(started.rest)).toBeNull();
    expect(started.server.count()).toBe(1);
  });

  it('that leads elsewhere is a failure, and is not followed', async () => {
    let visits = 0;
    await using elsewhere = await startScripted((_request, response) => {
      visits += 1;
      response.end();
    });
    await using started = await start((response) => {
      response.writeHead(302, { location: elsewhere.url }).end();
    });
    await expect(edit(started.rest)).rejects.toMatchObject({ name: 'HTTPError', status: 502 });
    expect(visits).toBe(0);
  });

  it.each(['"no"', 'null', '7', '{"code":', ''])(
    'is a refusal where it says only %j',
    async (body) => {
      await using started = await start((response) => response.writeHead(403, JSON_TYPE).end(body));
      await expect(edit(started.rest)).rejects.toMatchObject({ status: 403, code: undefined });
      expect(started.server.count()).toBe(1);
    },
  );

  it('that is a failure leaves no connection behind, however long it is', async () => {
    await using started = await start((response, index) => {
      if (index < 3) response.writeHead(502).end('x'.repeat(2 ** 20));
      else response.writeHead(200, JSON_TYPE).end('{"id":"1"}');
    });
    expect(await edit(started.rest)).toEqual({ id: '1' });
    expect(started.server.count()).toBe(4);
    // Before one is free again, a second one may be needed.
    expect(started.server.connectionCount()).toBeLessThanOrEqual(2);
  });
});
