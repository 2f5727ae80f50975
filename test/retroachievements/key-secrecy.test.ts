import { inspect } from 'node:util';

import { describe, expect, test } from 'vitest';

import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import { keyIn } from './key-in.ts';
import { startScripted } from './scripted-server.ts';
import { askForLibrary, CANARY_KEY, startClient } from './start-client.ts';

async function errorOf(call: Promise<unknown>): Promise<RetroAchievementsError> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  if (!(error instanceof RetroAchievementsError)) throw new Error('not a RetroAchievementsError');
  return error;
}

describe('the web API key', () => {
  test('would be found in an error', () => {
    const cause = new Error(`GET /?y=${encodeURIComponent(CANARY_KEY)}`);
    expect(keyIn(new Error('broken', { cause }))).not.toEqual([]);
  });

  test.each<[string, (url: string) => string]>([
    ['a page that repeats the address', (url) => `HTTP/1.1 200 OK\r\n\r\n<p>${url}</p>`],
    ['half a JSON that repeats the address', (url) => `HTTP/1.1 200 OK\r\n\r\n{"url":"${url}`],
    [
      'a JSON of another shape',
      (url) => `HTTP/1.1 200 OK\r\n\r\n{"${url}":"${url}","Results":"${url}"}`,
    ],
    ['a status line with the address', (url) => `HTTP/1.1 2${url}\r\n\r\n`],
    ['a header with the address', (url) => `HTTP/1.1 200 OK\r\ncontent-length: ${url}\r\n\r\n`],
    ['a redirect to the address', (url) => `HTTP/1.1 302 Found\r\nlocation: ${url}\r\n\r\n`],
    [
      'an error with the address',
      (url) => `HTTP/1.1 403 No\r\n\r\n{"message":"${url}","errors":[]}`,
    ],
    [
      'an encoding with the address',
      (url) => `HTTP/1.1 200 OK\r\ncontent-encoding: ${url}\r\n\r\n{}`,
    ],
    ['nothing', () => ''],
  ])('is in no error after %s', async (_name, answer) => {
    await using server = await startScripted(({ socket, url = '' }) => {
      // A careless server may repeat it raw or decoded.
      socket.end(answer(url + decodeURIComponent(url).replaceAll(/["<\s]/g, '')));
    });
    await using started = startClient(server);
    expect(keyIn(await errorOf(askForLibrary(started.client)))).toEqual([]);
  });

  test('is in no error if nobody answers', async () => {
    const server = await startScripted(() => undefined);
    await server[Symbol.asyncDispose]();
    await using started = startClient(server);
    const error = await errorOf(askForLibrary(started.client));
    expect(keyIn(error)).toEqual([]);
    expect(inspect(error.cause)).toContain('ECONNREFUSED');
  });

  test('is in no error after the deadline', async () => {
    await using server = await startScripted(() => undefined);
    await using started = startClient(server);
    const error = errorOf(askForLibrary(started.client));
    await started.clock.advance(12_000);
    expect(keyIn(await error)).toEqual([]);
  });

  test('can’t be read from the client', async () => {
    await using started = startClient({ url: 'http://127.0.0.1:1' });
    expect(keyIn(started.client)).toEqual([]);
  });
});
