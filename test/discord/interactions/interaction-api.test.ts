import type { IncomingMessage, ServerResponse } from 'node:http';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { DISCORD_USER_AGENT } from '#src/discord/connection/rest.ts';
import { createInteractionApi } from '#src/discord/interactions/interaction-api.ts';
import { isGone } from '#src/discord/interactions/response-errors.ts';
import { toMessage } from '#src/discord/message.ts';
import { createLog } from '#src/platform/log.ts';
import { startScripted } from '#test/retroachievements/scripted-server.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

const TO = { id: '42', applicationId: '7', token: 'aW50ZXJhY3Rpb24' };
const CALLBACK = '/api/v10/interactions/42/aW50ZXJhY3Rpb24/callback';
const ORIGINAL = '/api/v10/webhooks/7/aW50ZXJhY3Rpb24/messages/@original';
const BODY = '{"type":4,"data":{"content":"a"}}';

type Seen = {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** What Discord does with one request after the other; the last one counts for all that follow. */
type Reply =
  | number
  | 'cut'
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    };

async function start(...replies: readonly [Reply, ...Reply[]]) {
  const seen: Seen[] = [];
  const server = await startScripted((request, response, index) => {
    void read(request).then((body) => {
      seen.push({ method: request.method, url: request.url, headers: request.headers, body });
      return give(replies[Math.min(index, replies.length - 1)] ?? 204, response);
    });
  });
  const clock = createFakeClock();
  const apiUrl = `${server.url}/api`;
  const lines: string[] = [];
  const log = createLog('warn', [], { write: (line) => void lines.push(line) });
  const api = createInteractionApi({ apiUrl, clock, log });
  return {
    api,
    clock,
    server,
    seen,
    lines,
    async [Symbol.asyncDispose]() {
      await api[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Buffer).parse(chunk));
  return Buffer.concat(chunks).toString();
}

function give(reply: Reply, response: ServerResponse): void {
  if (reply === 'cut') {
    response.destroy();
    return;
  }
  const { status, body, headers } =
    typeof reply === 'number' ? { status: reply, body: undefined, headers: {} } : reply;
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

const refusal = (status: number, code: number) => ({ status, body: { code, message: 'No' } });
const message = { status: 200, body: { resource: { message: { id: '99' } } } };

/** Goes through both pauses between tries. */
async function throughRetries<T>(
  clock: ReturnType<typeof createFakeClock>,
  call: Promise<T>,
): Promise<T> {
  const settled = call.then(
    () => true,
    () => true,
  );
  const pauses = async () => {
    for (const pause of [100, 400]) {
      await clock.asleep(pause);
      await clock.advance(pause);
    }
    return true;
  };
  await Promise.race([settled, pauses()]);
  return call;
}

describe('a first response', () => {
  it('is one request without authorization', async () => {
    await using started = await start(204);
    await started.api.callback(TO, BODY);
    expect(started.seen).toMatchObject([{ method: 'POST', url: CALLBACK, body: BODY }]);
    expect(started.seen[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': DISCORD_USER_AGENT,
    });
    expect(started.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('also succeeds with 200', async () => {
    await using started = await start(message);
    await started.api.callback(TO, BODY);
    expect(started.seen).toHaveLength(1);
  });

  it('returns the id of its message if that is wanted', async () => {
    await using started = await start(message);
    expect(await started.api.callbackWithMessage(TO, BODY)).toBe('99');
    expect(started.seen).toMatchObject([{ url: `${CALLBACK}?with_response=true`, body: BODY }]);
  });

  it.each<[string, Reply]>([
    ['204', 204],
    ['no message', { status: 200, body: { interaction: { id: '42' } } }],
    ['something else', { status: 200, body: 'hello' }],
  ])('has no id if Discord answers with %s', async (_, reply) => {
    await using started = await start(reply);
    expect(await started.api.callbackWithMessage(TO, BODY)).toBeNull();
  });

  it.each<[string, Reply]>([
    ['a connection that is cut', 'cut'],
    ['500', 500],
    ['502', { status: 502, body: '<html>' }],
    ['429', refusal(429, 0)],
  ])('is retried after %s', async (_, reply) => {
    await using started = await start(reply, reply, message);
    const call = started.api.callbackWithMessage(TO, BODY);
    expect(await throughRetries(started.clock, call)).toBe('99');
    expect(started.seen.map(({ body }) => body)).toEqual([BODY, BODY, BODY]);
  });

  it.each<[string, Reply, object]>([
    ['a connection that is cut', 'cut', { name: 'ResponseLost' }],
    ['500', 500, { name: 'CallbackRefused', status: 500 }],
  ])('is tried three times, then reports %s', async (_, reply, told) => {
    await using started = await start(reply);
    const call = throughRetries(started.clock, started.api.callback(TO, BODY));
    await expect(call).rejects.toMatchObject(told);
    expect(started.seen).toHaveLength(3);
  });

  it('was sent after all if the second try finds it acknowledged', async () => {
    await using started = await start('cut', refusal(400, 40_060));
    await throughRetries(started.clock, started.api.callback(TO, BODY));
    expect(started.seen).toHaveLength(2);
  });

  it('was sent by another process if the first try finds it acknowledged', async () => {
    await using started = await start(refusal(400, 40_060));
    await expect(started.api.callback(TO, BODY)).rejects.toMatchObject({
      name: 'CallbackRefused',
      status: 400,
      code: 40_060,
    });
    expect(started.seen).toHaveLength(1);
  });

  it('is too late after 3 seconds, and isn’t retried', async () => {
    await using started = await start(refusal(404, 10_062));
    const error: unknown = await started.api.callback(TO, BODY).catch((thrown: unknown) => thrown);
    expect(isGone(error)).toBe(true);
    expect(started.seen).toHaveLength(1);
  });

  it.each<[string, Reply, number | null]>([
    ['a wrong body', refusal(400, 50_035), 50_035],
    ['words that are no JSON', { status: 403, body: undefined }, null],
  ])('that Discord refuses for %s isn’t retried, and isn’t too late', async (_, reply, code) => {
    await using started = await start(reply);
    const error: unknown = await started.api.callback(TO, BODY).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'CallbackRefused', code });
    expect(isGone(error)).toBe(false);
    expect(String(error)).not.toContain(TO.token);
    expect(started.seen).toHaveLength(1);
  });

  it('uses kept connections', async () => {
    await using started = await start(204, message, 204);
    for (let index = 0; index < 10; index += 1) {
      await started.api.callback(TO, BODY);
      await started.api.callbackWithMessage(TO, BODY);
    }
    expect(started.seen).toHaveLength(20);
    // A connection is free a moment after its answer was read: now and then a second one is needed.
    expect(started.server.connectionCount()).toBeLessThanOrEqual(2);
  });

  it('is a form if it has files', async () => {
    await using started = await start(204);
    await started.api.callback(TO, BODY, [{ name: 'games.csv', data: 'a,b' }]);
    const [seen] = started.seen;
    expect(seen).toMatchObject({ method: 'POST', url: CALLBACK });
    expect(seen?.headers['content-type']).toMatch(/^multipart\/form-data/);
    expect(seen?.headers).not.toHaveProperty('authorization');
    expect(seen?.body).toContain('filename="games.csv"');
    expect(seen?.body).toContain('a,b');
    expect(seen?.body).toContain('"type":4');
  });
});

describe('what comes after it', () => {
  it('edits the response, without authorization', async () => {
    await using started = await start({ status: 200, body: { id: '99' } });
    expect(await started.api.editOriginal(TO, { json: '{"content":"b"}' })).toBe('99');
    expect(started.seen).toMatchObject([
      { method: 'PATCH', url: ORIGINAL, body: '{"content":"b"}' },
    ]);
    expect(started.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('edits the response again with its files, which it lists, after a cut connection', async () => {
    await using started = await start('cut', 'cut', { status: 200, body: { id: '99' } });
    const edited = toMessage({ content: 'b' }, [{ name: 'games.csv', data: 'a,b' }]);
    expect(await throughRetries(started.clock, started.api.editOriginal(TO, edited))).toBe('99');
    expect(started.seen.map(({ method }) => method)).toEqual(['PATCH', 'PATCH', 'PATCH']);
    expect(started.seen[2]?.body).toContain('"attachments":[{"id":0,"filename":"games.csv"}]');
    expect(started.seen[2]?.body).toContain('a,b');
  });

  it('says that an edit got no response', async () => {
    await using started = await start('cut');
    const call = throughRetries(started.clock, started.api.editOriginal(TO, { json: '{}' }));
    await expect(call).rejects.toMatchObject({ name: 'ResponseLost' });
  });

  it('follows up', async () => {
    await using started = await start({ status: 200, body: { id: '100' } });
    await started.api.followUp(TO, { json: '{"content":"b","flags":64}' });
    expect(started.seen).toMatchObject([
      {
        method: 'POST',
        url: '/api/v10/webhooks/7/aW50ZXJhY3Rpb24',
        body: '{"content":"b","flags":64}',
      },
    ]);
  });

  it('takes the response back', async () => {
    await using started = await start(204);
    await started.api.deleteOriginal(TO);
    expect(started.seen).toMatchObject([{ method: 'DELETE', url: ORIGINAL }]);
    expect(started.seen[0]?.headers).not.toHaveProperty('authorization');
  });

  it('says what Discord refused', async () => {
    await using started = await start(refusal(404, 10_015));
    await expect(started.api.editOriginal(TO, { json: '{}' })).rejects.toMatchObject({
      status: 404,
      code: 10_015,
    });
  });

  it.each([
    ['was dismissed', 404, 10_008, true],
    ['has no webhook any more', 404, 10_015, true],
    ['is older than its token', 401, 50_027, true],
    ['is not ours', 403, 50_005, false],
    ['would be wrong', 400, 50_035, false],
  ])('to a message that %s is refused once (%i, %i; gone: %s)', async (_, status, code, gone) => {
    await using started = await start(refusal(status, code));
    const error: unknown = await started.api
      .editOriginal(TO, { json: '{}' })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ status, code });
    expect(isGone(error)).toBe(gone);
    expect(started.seen).toHaveLength(1);
  });

  it.each([new Error('10008'), 10_008, null, { code: 10_008 }])(
    'isn’t gone because of something Discord didn’t say (%s)',
    (error) => {
      expect(isGone(error)).toBe(false);
    },
  );
});

const limited = (headers: Record<string, string>, body: unknown = { message: 'slow' }) => ({
  status: 429,
  body,
  headers,
});

describe('under a rate limit', () => {
  it.each<[string, Reply]>([
    ['without a wait', limited({})],
    ['with a page of HTML', limited({ 'content-type': 'text/html' }, '<html>')],
    ['with a wait below nothing', limited({ 'retry-after': '-1' })],
  ])('a first response is given up after three tries (%s)', async (_, reply) => {
    await using started = await start(reply);
    const call = throughRetries(started.clock, started.api.callback(TO, BODY));
    await expect(call).rejects.toMatchObject({ status: 429 });
    expect(started.seen).toHaveLength(3);
  });

  it('a first response waits as long as Discord says', async () => {
    await using started = await start(limited({ 'retry-after': '1' }), 204);
    const call = started.api.callback(TO, BODY);
    await started.clock.asleep(1_000);
    await started.clock.advance(1_000);
    await call;
    expect(started.seen).toHaveLength(2);
  });

  it.each(['5', '1000000000'])(
    'a first response isn’t retried after %s s, when it’s too late',
    async (seconds) => {
      await using started = await start(limited({ 'retry-after': seconds }));
      await expect(started.api.callback(TO, BODY)).rejects.toMatchObject({ status: 429 });
      expect(started.seen).toHaveLength(1);
    },
  );

  it('no more is sent than a tenth of what makes Discord block an address', async () => {
    await using started = await start(limited({ 'retry-after': '5' }));
    for (let count = 0; count < 1_050; count += 1) {
      await started.api.callback(TO, BODY).catch(() => null);
    }
    expect(started.seen).toHaveLength(1_000);
    expect(started.lines.join()).toContain('no more are sent');
    await expect(started.api.editOriginal(TO, { json: '{}' })).rejects.toThrow('was not sent');
    expect(started.seen).toHaveLength(1_000);
    await started.clock.advance(10 * 60_000);
    await started.api.callback(TO, BODY).catch(() => null);
    expect(started.seen).toHaveLength(1_001);
  });
});
