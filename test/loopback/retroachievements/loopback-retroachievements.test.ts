import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { address, ask, library, played } from '#loopback/retroachievements/test-client.ts';

const PROGRESS = 'API_GetUserCompletionProgress';
const TITLE = 'Pokémon / ポケモン *_~|>#-+.!()[]\\`';

/** The bytes of an answer as they came, which fetch would unpack. */
async function rawGet(url: string, headers: Record<string, string>) {
  const { promise, resolve, reject } = Promise.withResolvers<{
    encoding: string | undefined;
    bytes: Buffer;
  }>();
  request(url, { headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () =>
      resolve({ encoding: response.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
    );
  })
    .on('error', reject)
    .end();
  return promise;
}

test('a wrong or missing key is refused with 401, whatever the request', async () => {
  await using ra = await startRetroAchievements({ apiKey: 'the-right-key' });
  for (const y of ['wrong', '']) {
    expect(await ask(ra, PROGRESS, { u: 'Anybody', c: 9999, y })).toEqual({
      status: 401,
      body: {
        message: 'Unauthenticated.',
        errors: [{ status: 401, code: 'unauthorized', title: 'Unauthenticated.' }],
      },
    });
  }
  expect(await ask(ra, PROGRESS, { u: 'Anybody' })).toMatchObject({ status: 200 });
});

test('anything else under /API is 404 in JSON', async () => {
  await using ra = await startRetroAchievements();
  for (const path of ['API_GetGame.php', PROGRESS, 'deeper/API_GetUserProfile.php', '']) {
    const response = await fetch(`${ra.url}/API/${path}?y=${ra.apiKey}`);
    expect([response.status, await response.json()]).toEqual([404, { message: 'Not Found' }]);
  }
});

test('the log holds every request without its key', async () => {
  await using ra = await startRetroAchievements({ clock: { now: () => 1234 } });
  await ask(ra, PROGRESS, { u: 'Nobody', c: 500, z: 'Me' });
  await ask(ra, 'API_GetUserProfile', { u: 'Nobody' });
  expect(ra.requests).toEqual([
    { endpoint: PROGRESS, query: { u: 'Nobody', c: '500', z: 'Me' }, status: 200, at: 1234 },
    { endpoint: 'API_GetUserProfile', query: { u: 'Nobody' }, status: 404, at: 1234 },
  ]);
  expect(JSON.stringify(ra.requests)).not.toContain(ra.apiKey);
  expect([ra.count(), ra.count(PROGRESS), ra.count('API_GetRecentGameAwards')]).toEqual([2, 1, 0]);
  ra.clearRequests();
  expect(ra.count()).toBe(0);
});

test('responses are compressed for clients that accept gzip, and only for them', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'Packed', games: [1, 2, 3].map((id) => played(id, null)) });
  const url = address(ra, PROGRESS, { u: 'Packed' });
  const plain = await rawGet(url, {});
  const packed = await rawGet(url, { 'accept-encoding': 'br, gzip' });
  expect([plain.encoding, packed.encoding]).toEqual([undefined, 'gzip']);
  expect(packed.bytes.length).toBeLessThan(plain.bytes.length);
  expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
});

test('JSON is written as PHP does: ASCII, slashes escaped', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'Written', games: [played(1, null, { Title: TITLE })] });
  const { bytes } = await rawGet(address(ra, PROGRESS, { u: 'Written' }), {});
  expect(bytes.toString('latin1')).toContain(String.raw`Pok\u00e9mon \/ \u30dd\u30b1\u30e2\u30f3`);
  expect((await library(ra, { u: 'Written' })).Results[0]?.Title).toBe(TITLE);
});

test('a cached response is replaced as soon as the library changes', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'Kept', games: [played(1, null)] });
  expect(await library(ra, { u: 'Kept' })).toMatchObject({ Results: [{ NumAwarded: 0 }] });
  ra.unlock('Kept', 1);
  expect(await library(ra, { u: 'Kept' })).toMatchObject({ Results: [{ NumAwarded: 1 }] });
});

test('consecutive requests use the same connection', async () => {
  await using ra = await startRetroAchievements();
  const response = await fetch(address(ra, PROGRESS, { u: 'Nobody' }));
  expect(response.headers.get('connection')).toBe('keep-alive');
  expect(response.headers.get('keep-alive')).toBe('timeout=120');
});

test('pictures are PNGs, the same for the same path and different for another', async () => {
  await using ra = await startRetroAchievements();
  const picture = async (path: string) => {
    const response = await fetch(`${ra.url}${path}`);
    expect(response.headers.get('content-type')).toBe('image/png');
    return Buffer.from(await response.arrayBuffer());
  };
  const icon = await picture('/Images/074560.png');
  expect(icon.subarray(1, 4).toString()).toBe('PNG');
  expect(await picture('/Images/074560.png')).toEqual(icon);
  expect(await picture('/UserPic/MaxMilyin.png')).not.toEqual(icon);
  expect(ra.count()).toBe(0);
  expect((await fetch(`${ra.url}/Images/../etc/passwd`)).status).toBe(404);
});

test('latency delays a response, and closing ends the wait', async () => {
  const ra = await startRetroAchievements({ latencyMs: 1e9 });
  const waiting = fetch(address(ra, PROGRESS, { u: 'Nobody' }));
  await expect.poll(() => ra.count()).toBe(1);
  const [outcome] = await Promise.allSettled([waiting, ra.close()]);
  expect(outcome.status).toBe('rejected');
  expect(ra.requests[0]?.status).toBeNull();
});

test('it listens on the given port, and only on its own address', async () => {
  let url: string;
  {
    await using first = await startRetroAchievements();
    url = first.url;
    await expect(startRetroAchievements({ port: Number(new URL(url).port) })).rejects.toThrow(
      'EADDRINUSE',
    );
  }
  await using again = await startRetroAchievements({ port: Number(new URL(url).port) });
  expect(again.url).toBe(url);
});
