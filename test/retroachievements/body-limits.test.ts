import { brotliCompressSync, gzipSync } from 'node:zlib';

import { describe, expect, it } from 'vitest';

import { BODY_LIMITS } from '#src/retroachievements/client.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';

import { startScripted } from './scripted-server.ts';
import { failureOf, startClient } from './start-client.ts';

const TOO_LARGE = { kind: 'unreadable', detail: 'a body that is too large' };
const KIB = 1024;

type Endpoint = keyof RetroAchievements;
const player = { kind: 'name', name: 'MaxMilyin' } as const;
const request = { priority: 'command' } as const;

const ask: Record<Endpoint, (client: RetroAchievements) => Promise<unknown>> = {
  userProfile: (client) => client.userProfile(player, request),
  completionProgress: (client) =>
    client.completionProgress(player, { offset: 0, count: 500 }, request),
  recentGameAwards: (client) =>
    client.recentGameAwards({ kinds: ['mastered'], offset: 0, count: 100 }, request),
};

const BODIES: Record<Endpoint, object> = {
  userProfile: { User: 'MaxMilyin', ULID: '01ARZ3NDEKTSV4RRFFQ69G5FAV' },
  completionProgress: { Count: 0, Total: 0, Results: [] },
  recentGameAwards: { Count: 0, Total: 0, Results: [] },
};

/** A body of so many bytes that is right but for its size. */
function bodyOf(endpoint: Endpoint, bytes: number): Buffer {
  const bare = JSON.stringify({ ...BODIES[endpoint], Padding: '' });
  const Padding = 'x'.repeat(bytes - bare.length);
  return Buffer.from(JSON.stringify({ ...BODIES[endpoint], Padding }));
}

const ENCODINGS: readonly (readonly [string, (body: Buffer) => Buffer])[] = [
  ['identity', (body) => body],
  ['gzip', (body) => gzipSync(body)],
  ['br', (body) => brotliCompressSync(body)],
];

const CASES = (['userProfile', 'completionProgress', 'recentGameAwards'] as const).flatMap(
  (endpoint) => ENCODINGS.map(([encoding, pack]) => [endpoint, encoding, pack] as const),
);

async function answer(
  encoding: string,
  body: Buffer,
): Promise<{ readonly client: RetroAchievements } & AsyncDisposable> {
  const server = await startScripted((_, response) => {
    response.setHeader('content-encoding', encoding);
    response.end(body);
  });
  const { client } = startClient(server);
  return {
    client,
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('the size of a response', () => {
  it('has a limit that suits its endpoint', () => {
    expect(BODY_LIMITS.userProfile).toBeLessThanOrEqual(64 * KIB);
    expect(BODY_LIMITS.recentGameAwards).toBeLessThanOrEqual(512 * KIB);
    expect(BODY_LIMITS.completionProgress).toBeLessThanOrEqual(2 * KIB * KIB);
    // 500 games with titles of 255 letters that are all written as escapes.
    expect(BODY_LIMITS.completionProgress).toBeGreaterThan(500 * (255 * 6 + 500));
  });

  it.each(CASES)('for %s (%s) can be up to its limit', async (endpoint, encoding, pack) => {
    const body = pack(bodyOf(endpoint, BODY_LIMITS[endpoint]));
    await using started = await answer(encoding, body);
    expect(await ask[endpoint](started.client)).toMatchObject({});
  });

  it.each(CASES)('for %s (%s) can’t be beyond it', async (endpoint, encoding, pack) => {
    const body = pack(bodyOf(endpoint, BODY_LIMITS[endpoint] + 1));
    await using started = await answer(encoding, body);
    expect(await failureOf(ask[endpoint](started.client))).toEqual(TOO_LARGE);
  });

  it.each(['identity', 'gzip'])('is limited even if it never ends (%s)', async (encoding) => {
    const closed: number[] = [];
    const chunk = Buffer.alloc(16 * KIB, 'x');
    await using server = await startScripted((_, response) => {
      response.setHeader('content-encoding', encoding);
      let sent = 0;
      const send = (): void => {
        while (!response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) break;
        }
      };
      response.on('drain', send).on('close', () => closed.push(sent));
      send();
    });
    await using started = startClient(server);
    expect(await failureOf(ask.userProfile(started.client))).toEqual(TOO_LARGE);
    await expect.poll(() => closed.length).toBe(2);
    // What the sockets hold comes on top.
    expect(Math.max(...closed)).toBeLessThan(8 * KIB * KIB);
  });

  it('doesn’t hide the status of a failure', async () => {
    await using server = await startScripted((_, response) => {
      response.writeHead(422).end(Buffer.alloc(4 * KIB * KIB, 'x'));
    });
    await using started = startClient(server);
    expect(await failureOf(ask.completionProgress(started.client))).toEqual({
      kind: 'status',
      status: 422,
    });
  });

  it('with a 404 doesn’t decide whether the player exists', async () => {
    await using server = await startScripted((_, response) => {
      response.writeHead(404).end(`<html>${'x'.repeat(4 * KIB * KIB)}`);
    });
    await using started = startClient(server);
    expect(await failureOf(ask.userProfile(started.client))).toEqual({
      kind: 'status',
      status: 404,
    });
  });
});
