import { describe, expect, it } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';
import { createGateway } from '#src/discord/connection/gateway.ts';
import type { GatewayOptions } from '#src/discord/connection/gateway.ts';
import { ShardsRefused, TokenRefused, VersionRefused } from '#src/discord/connection/outage.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';

async function start({
  recommended = 1,
  token,
  shardCount,
  shardIds,
}: Partial<Pick<GatewayOptions, 'token' | 'shardCount' | 'shardIds'>> & {
  readonly recommended?: number;
} = {}) {
  const discord = await startDiscord({ shards: recommended });
  const { apiUrl } = discord;
  const gateway = createGateway({
    token: token ?? discord.token,
    rest: createRest({ apiUrl, token: discord.token, log: createLog('silent', []) }),
    shardCount,
    shardIds,
    // No wait takes time.
    clock: { ...systemClock, sleep: () => Promise.resolve() },
    log: createLog('silent', []),
    onInteraction: () => undefined,
  });
  const shards = () =>
    discord.gateway
      .connected()
      .map(({ shard, count }) => `${shard}/${count}`)
      .toSorted();
  return {
    discord,
    gateway,
    shards,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
    },
  };
}

describe('the shards of this process', () => {
  it.each([
    ['nothing is said', {}, ['0/4', '1/4', '2/4', '3/4']],
    ['only its own are said: others run the rest', { shardIds: [1, 2] }, ['1/4', '2/4']],
    ['only their number is said', { shardCount: 2 }, ['0/2', '1/2']],
    ['both are said', { shardCount: 8, shardIds: [3] }, ['3/8']],
  ])('are counted by Discord’s recommendation unless told otherwise: %s', async (_, said, want) => {
    await using started = await start({ recommended: 4, ...said });
    expect(await started.gateway.connect()).toBe(started.discord.applicationId);
    expect(started.shards()).toEqual(want);
    expect(await started.gateway.isConnected()).toBe(true);
  });
});

describe('a connection that Discord', () => {
  it.each([
    ['4004 (authentication failed)', 4004, TokenRefused],
    ['4010 (invalid shard)', 4010, ShardsRefused],
    ['4011 (sharding required)', 4011, ShardsRefused],
    ['4012 (invalid API version)', 4012, VersionRefused],
    ['4013 (invalid intents)', 4013, VersionRefused],
    ['4014 (disallowed intents)', 4014, VersionRefused],
  ])('closes with %s long after it was made ends for good', async (_, code, refusal) => {
    await using started = await start();
    await started.gateway.connect();
    started.discord.gateway.drop(code);
    await expect(started.gateway.ended).rejects.toThrow(refusal);
  });

  it.each([4000, 4009, 1012])('closes with %i is made again, and doesn’t end', async (code) => {
    await using started = await start();
    const { discord, gateway, shards } = started;
    await gateway.connect();
    let isEnded = false;
    gateway.ended.catch(() => {
      isEnded = true;
    });
    const gone = Promise.withResolvers<void>();
    discord.events.on('gateway', ({ kind }) => kind === 'disconnected' && gone.resolve());
    discord.gateway.drop(code);
    await gone.promise;
    await discord.waitFor(() => discord.gateway.connected().length > 0);
    expect(shards()).toEqual(['0/1']);
    expect(isEnded).toBe(false);
  });

  it.each([400, 403, 405, 413])('puts off with %i is made later', async (status) => {
    await using started = await start();
    const path = /^\/gateway\/bot$/;
    const fault = started.discord.faults.add({ path, times: 3, effect: { status, code: 40_333 } });
    await started.gateway.connect();
    expect(fault.hits).toBe(3);
    expect(started.shards()).toEqual(['0/1']);
  });

  it('isn’t where it’s looked for isn’t made', async () => {
    await using started = await start();
    started.discord.faults.add({ path: /^\/gateway\/bot$/, effect: { status: 404 } });
    await expect(started.gateway.connect()).rejects.toMatchObject({ status: 404 });
  });

  it('refuses for a token isn’t made, and ends', async () => {
    await using started = await start({ token: 'another' });
    await expect(started.gateway.connect()).rejects.toThrow(TokenRefused);
    await expect(started.gateway.ended).rejects.toThrow(TokenRefused);
  });

  it('refuses for a shard that doesn’t exist isn’t made, and ends', async () => {
    await using started = await start({ recommended: 2, shardIds: [5] });
    await expect(started.gateway.connect()).rejects.toThrow(ShardsRefused);
    await expect(started.gateway.ended).rejects.toThrow(ShardsRefused);
  });
});
