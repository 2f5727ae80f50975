import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createGateway } from '#src/discord/connection/gateway.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import { systemClock } from '#src/platform/clock.ts';
import { createLog } from '#src/platform/log.ts';

import { startScriptedGateway } from './scripted-gateway.ts';
import type { Script } from './scripted-gateway.ts';

/** Connects with a clock that never waits, and tells what it would have waited. */
async function connect(
  scriptOf: (connection: number) => Script,
  information?: (url: string) => unknown,
) {
  const discord = await startScriptedGateway(scriptOf, information);
  const { apiUrl } = discord;
  const received: unknown[] = [];
  const waits: number[] = [];
  const gateway = createGateway({
    token: 'token',
    rest: createRest({ apiUrl, token: 'token', log: createLog('silent', []) }),
    shardCount: undefined,
    shardIds: undefined,
    clock: {
      ...systemClock,
      sleep: async (ms) => void waits.push(ms),
    },
    log: createLog('silent', []),
    onInteraction: (payload) => void received.push(payload),
  });
  return {
    discord,
    gateway,
    received,
    waits,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await discord[Symbol.asyncDispose]();
    },
  };
}

/** discord.js sends its first heartbeat at a random moment of the interval: here, at its end, after all tests. */
beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
});

const INTERACTION = { op: 0, t: 'INTERACTION_CREATE', s: 2, d: { id: '1' } };
const ready = (d: unknown, s: unknown = 1) => ({ op: 0, t: 'READY', s, d });
const fine = { session_id: 's', application: { id: '7' }, guilds: [] };

describe.concurrent('a greeting', () => {
  it.each<[string, unknown]>([
    ['without data', { op: 10 }],
    ['with data that is null', { op: 10, d: null }],
    ['with an interval that is a text', { op: 10, d: { heartbeat_interval: 'soon' } }],
    ['with an interval of nothing', { op: 10, d: { heartbeat_interval: 0 } }],
    ['with an interval below nothing', { op: 10, d: { heartbeat_interval: -1 } }],
  ])('%s is followed by a new connection', async (_, hello) => {
    await using started = await connect((connection) => (connection === 1 ? { hello } : {}));
    expect(await started.gateway.connect()).toBe('7');
    expect(started.discord.connections()).toBe(2);
  });

  it('with an interval too long for a timer causes no storm of heartbeats', async () => {
    const hello = { op: 10, d: { heartbeat_interval: 1e12 } };
    await using started = await connect(() => ({ hello, afterReady: [INTERACTION] }));
    await started.gateway.connect();
    await vi.waitFor(() => expect(started.received.length).toBe(1), 10_000);
    expect(started.discord.heartbeats).toEqual([]);
  });

  it('that comes twice counts once', async () => {
    const again = { op: 10, d: { heartbeat_interval: 100 } };
    await using started = await connect((connection) =>
      connection === 1 ? { afterHello: [again, again] } : {},
    );
    await started.gateway.connect();
    // discord.js takes half a second for this, and the second greeting's timer would go on through it.
    started.discord.send({ op: 7, d: null });
    await vi.waitFor(() => expect(started.discord.began).toEqual(['identify', 'resume']), 10_000);
    started.discord.send({ op: 1, d: null });
    await vi.waitFor(() => expect(started.discord.heartbeats).toEqual([1]), 10_000);
    expect(started.discord.connections()).toBe(2);
  });
});

describe.concurrent('a READY', () => {
  it.each<[string, unknown]>([
    ['without data', ready(undefined)],
    ['with data that is null', ready(null)],
    ['with data that is a text', ready('ready')],
    ['without a session', ready({ ...fine, session_id: undefined })],
    ['without an application', ready({ ...fine, application: undefined })],
    ['without a sequence', ready(fine, null)],
  ])('%s is followed by a new session', { timeout: 15_000 }, async (_, payload) => {
    await using started = await connect((connection) =>
      connection === 1 ? { ready: payload } : {},
    );
    expect(await started.gateway.connect()).toBe('7');
    expect(started.discord.began).toEqual(['identify', 'identify']);
  });

  it.each<[string, unknown]>([
    ['without servers', { ...fine, guilds: undefined }],
    ['with an address that is none', { ...fine, resume_gateway_url: 'nowhere' }],
    ['with an address of another kind', { ...fine, resume_gateway_url: 'file:///etc/passwd' }],
  ])('%s will do, and its session can be resumed', async (_, d) => {
    await using started = await connect(() => ({ ready: ready(d) }));
    expect(await started.gateway.connect()).toBe('7');
    started.discord.send({ op: 7, d: null });
    await vi.waitFor(() => expect(started.discord.began).toEqual(['identify', 'resume']), 10_000);
  });
});

describe.concurrent('an invalid session', () => {
  it.each<[string, unknown]>([
    ['without data', { op: 9 }],
    ['with data that is null', { op: 9, d: null }],
    ['with data that is a text', { op: 9, d: 'true' }],
    ['with data that is an object', { op: 9, d: {} }],
  ])('%s is begun anew', { timeout: 15_000 }, async (_, payload) => {
    await using started = await connect((connection) =>
      connection === 1 ? { afterReady: [payload] } : {},
    );
    await started.gateway.connect();
    await vi.waitFor(() => expect(started.discord.began).toEqual(['identify', 'identify']), 10_000);
  });
});

describe.concurrent('a message', () => {
  it.each<[string, unknown]>([
    ['null', null],
    ['a number', 5],
    ['a list', [1]],
    ['an object', {}],
    ['no JSON', '{'],
    ['of an operation that is a text', { op: 'x' }],
    ['of an operation that nobody knows', { op: 99, d: null }],
    ['an event without a name', { op: 0, d: null, s: 2 }],
    ['an event without data', { op: 0, t: 'GUILD_CREATE' }],
    ['an event with a sequence that is a text', { op: 0, t: 'X', s: '5', d: null }],
    ['an answer to a heartbeat that nobody sent', { op: 11 }],
  ])('that is %s changes nothing', async (_, payload) => {
    await using started = await connect(() => ({ afterReady: [payload, INTERACTION] }));
    await started.gateway.connect();
    await vi.waitFor(() => expect(started.received).toEqual([{ id: '1' }]), 10_000);
    expect(started.discord.connections()).toBe(1);
    // What a heartbeat confirms is still a number.
    started.discord.send({ op: 1, d: null });
    await vi.waitFor(() => expect(started.discord.heartbeats).toEqual([2]), 10_000);
  });

  it('is confirmed with the interactions before it', async () => {
    const third = { ...INTERACTION, s: 3 };
    const odd = { ...INTERACTION, s: 'x' };
    const together = [odd, third, INTERACTION, odd, { op: 1, d: null }];
    await using started = await connect(() => ({ afterReady: together }));
    await started.gateway.connect();
    await vi.waitFor(() => expect(started.discord.heartbeats).toEqual([3]), 10_000);
    expect(started.received).toHaveLength(4);
  });

  it.each(['2.5', '1e999'])('with the sequence %s is no place to resume at', async (sequence) => {
    const odd = `{"op":0,"t":"X","s":${sequence},"d":null}`;
    await using started = await connect(() => ({ afterReady: [INTERACTION, odd] }));
    await started.gateway.connect();
    await vi.waitFor(() => expect(started.received).toEqual([{ id: '1' }]), 10_000);
    started.discord.send({ op: 1, d: null });
    await vi.waitFor(() => expect(started.discord.heartbeats).toEqual([2]), 10_000);
  });

  it.each([undefined, null, 5, 'x'])(
    'about an interaction is passed on as it came (%s)',
    async (d) => {
      await using started = await connect(() => ({ afterReady: [{ ...INTERACTION, d }] }));
      await started.gateway.connect();
      await vi.waitFor(() => expect(started.received).toEqual([d]), 10_000);
    },
  );
});

describe.concurrent('what Discord says about its gateway', () => {
  const limit = { remaining: 999, reset_after: 1, max_concurrency: 1 };
  it.each<[string, (url: string) => unknown]>([
    ['nothing', () => null],
    ['no address', () => ({ shards: 1, session_start_limit: limit })],
    ['an address that is none', () => ({ url: 'x', shards: 1, session_start_limit: limit })],
    ['no limit', (url) => ({ url, shards: 1 })],
    ['no shards', (url) => ({ url, shards: 0, session_start_limit: limit })],
    ['a billion shards', (url) => ({ url, shards: 1e9, session_start_limit: limit })],
  ])('is requested again if it is %s', async (_, information) => {
    let asked = 0;
    await using started = await connect(
      () => ({}),
      (url) => {
        asked += 1;
        return asked > 2 ? { url, shards: 1, session_start_limit: limit } : information(url);
      },
    );
    expect(await started.gateway.connect()).toBe('7');
    expect(started.waits.slice(0, 2)).toEqual([1_000, 2_000]);
  });
});

it(
  'a gateway that never greets properly is asked less and less often',
  { timeout: 20_000 },
  async () => {
    await using started = await connect((connection) =>
      connection < 7 ? { hello: { op: 10 } } : {},
    );
    expect(await started.gateway.connect()).toBe('7');
    expect(started.waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000]);
  },
);
