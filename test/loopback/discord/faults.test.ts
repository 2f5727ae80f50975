import type { Socket } from 'node:net';

import { expect, test } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';

import { startScriptBot } from './script-bot.ts';

const body = { content: 'x', allowed_mentions: { parse: [] } };

/** A discord with a bot, and a way to post into its channel. */
async function posting(retries = 3) {
  const discord = await startDiscord();
  const bot = await startScriptBot(discord);
  bot.rest.options.retries = retries;
  const path = `/channels/${discord.generalChannel.id}/messages` as const;
  return {
    discord,
    post: () => bot.rest.post(path, { body }),
    posted: () => discord.messagesIn(discord.generalChannel).length,
    route: { method: 'POST', path: /^\/channels\/\d+\/messages$/ },
    statuses: () =>
      discord.requests.filter(({ path: at }) => at === path).map(({ status }) => status),
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
    },
  };
}

test('server errors come as often as requested, and discord.js retries them', async () => {
  await using world = await posting();
  const fault = world.discord.faults.add({ ...world.route, times: 2, effect: { status: 500 } });

  await world.post();

  expect(world.statuses()).toEqual([500, 500, 200]);
  expect(fault.hits).toBe(2);
  expect(world.posted()).toBe(1);
});

test('a request can be carried out and still be answered with a server error', async () => {
  await using world = await posting(0);
  world.discord.faults.add({ ...world.route, effect: { statusAfter: 502 } });

  await expect(world.post()).rejects.toMatchObject({ status: 502 });
  expect(world.posted()).toBe(1);
});

test.each([true, false])('any response can be ordered (carried out: %s)', async (isDone) => {
  await using world = await posting(0);
  const headers = { 'content-type': 'application/json', 'x-odd': '1' };
  const exactly = { status: 418, headers, text: '{"code":7,"message":"Tea"}' };
  world.discord.faults.add({ ...world.route, effect: { exactly, isDone } });

  await expect(world.post()).rejects.toMatchObject({ status: 418, code: 7 });
  expect(world.posted()).toBe(isDone ? 1 : 0);
});

test.each([true, false])('any bytes can be ordered (carried out: %s)', async (isDone) => {
  await using world = await posting(0);
  const effect = { onSocket: (socket: Socket) => void socket.end('HTTP/1.1 20'), isDone };
  world.discord.faults.add({ ...world.route, effect });

  await expect(world.post()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(world.posted()).toBe(isDone ? 1 : 0);
});

test('a fault can choose its requests by their bodies', async () => {
  await using world = await posting(0);
  const bodies: unknown[] = [];
  const when = (seen: unknown) => bodies.push(seen) === 2;
  world.discord.faults.add({ ...world.route, when, effect: { status: 500 } });

  await world.post();
  await expect(world.post()).rejects.toMatchObject({ status: 500 });
  await world.post();

  expect(bodies).toEqual([body, body]);
  expect(world.statuses()).toEqual([200, 500, 200]);
});

test('a rate limit is waited out', async () => {
  await using world = await posting();
  world.discord.faults.add({ ...world.route, effect: { rateLimit: { retryAfter: 0.01 } } });

  await world.post();

  expect(world.statuses()).toEqual([429, 200]);
});

test('a refusal carries its code', async () => {
  await using world = await posting();
  const effect = { status: 403, code: 50013, message: 'Missing Permissions' };
  world.discord.faults.add({ ...world.route, effect });

  await expect(world.post()).rejects.toMatchObject({ status: 403, code: 50013 });
});

test.each([
  ['before', 0],
  ['after', 1],
] as const)('a connection cut %s the request leaves %i messages', async (cut, left) => {
  await using world = await posting(0);
  world.discord.faults.add({ ...world.route, effect: { cut } });

  await expect(world.post()).rejects.toThrow('other side closed');
  expect(world.posted()).toBe(left);
  expect(world.statuses()).toEqual([0]);
});

test('a held request is carried out when the test releases it', async () => {
  await using world = await posting();
  const gate = Promise.withResolvers<void>();
  world.discord.faults.add({ ...world.route, effect: { hold: gate.promise } });

  const sent = world.post();
  await world.discord.faults.struck();
  expect(world.posted()).toBe(0);
  gate.resolve();
  await sent;

  expect(world.posted()).toBe(1);
});

test('a request that hangs ends when the client gives up', async () => {
  await using world = await posting();
  world.discord.faults.add({ ...world.route, effect: { hang: true } });
  const giveUp = new AbortController();

  const sent = fetch(
    `${world.discord.apiUrl}/v10/channels/${world.discord.generalChannel.id}/messages`,
    {
      method: 'POST',
      signal: giveUp.signal,
    },
  );
  await world.discord.faults.struck();
  giveUp.abort();

  await expect(sent).rejects.toThrow('aborted');
  await world.discord.waitFor(() => world.statuses().length === 1);
  expect(world.posted()).toBe(0);
});
