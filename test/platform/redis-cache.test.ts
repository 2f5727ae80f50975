import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

import { createClient } from '@keyv/redis';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import type { Cache } from '#src/platform/cache.ts';
import { createLog } from '#src/platform/log.ts';
import { openCache } from '#src/platform/open-cache.ts';

// Loaded first, so that the tests time the server and not the import.
await import('#src/platform/redis-cache.ts');

const MINUTE = 60_000;
/** As long as a person may wait; real time, because real sockets are slow. */
const QUICK_MS = 1_000;

const REDIS_URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const IS_CI = process.env['CI'] === 'true';
const hasRedis = await isListening(REDIS_URL);
const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port === '' ? 6379 : port), hostname);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function open(url: string) {
  const log = createLog('silent', []);
  const warnings = vi.spyOn(log, 'warn');
  const news = vi.spyOn(log, 'info');
  const cache = openCache({ url, log });
  return { cache, warnings, news, [Symbol.asyncDispose]: () => cache[Symbol.asyncDispose]() };
}

/** Keeps two test runs on one Redis apart. */
function key(name: string): string {
  return `test:${process.pid}:${name}`;
}

/** Waits until the cache has connected, which it does in the background. */
async function untilItAnswers(cache: Cache): Promise<void> {
  await vi.waitFor(
    async () => {
      await cache.set('probe', 'there', MINUTE);
      expect(await cache.get('probe', z.string())).toBe('there');
    },
    { timeout: 20_000, interval: 20 },
  );
}

async function took(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** A server that accepts connections and never answers. */
async function startSilent() {
  const sockets = new Set<Socket>();
  let closed = 0;
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined).resume());
    socket.on('close', () => {
      closed += 1;
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${portOf(server.address())}`,
    connections: () => sockets.size,
    openConnections: () => sockets.size - closed,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** A Redis that the test can pause and stop. */
async function startRedis(port: number) {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  await vi.waitFor(
    async () => {
      expect(await isListening(`redis://127.0.0.1:${port}`)).toBe(true);
    },
    { timeout: 10_000 },
  );
  return {
    hold: () => server.kill('SIGSTOP'),
    goOn: () => server.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGCONT');
      server.kill('SIGKILL');
      await ended;
    },
  };
}

describe.skipIf(!hasRedis && !IS_CI)(
  `a cache in Redis (needs one at ${REDIS_URL}; set TEST_REDIS_URL for another)`,
  () => {
    const client = createClient({ url: REDIS_URL });
    beforeAll(async () => void (await client.connect()));
    afterAll(() => client.destroy());

    it('returns what was stored, in the requested shape', async () => {
      await using opened = open(REDIS_URL);
      const { cache, warnings } = opened;
      await untilItAnswers(cache);
      await cache.set(key('a'), { deep: [1, 'zwei “3”', null] }, MINUTE);
      expect(await cache.get(key('a'), z.unknown())).toEqual({ deep: [1, 'zwei “3”', null] });
      expect(await cache.get(key('a'), z.string())).toBeUndefined();
      expect(await cache.get(key('missing'), z.unknown())).toBeUndefined();
      expect(warnings).not.toHaveBeenCalled();
    });

    it.each([
      ['a list', (name: string) => client.rPush(name, 'a')],
      ['a hash', (name: string) => client.hSet(name, 'value', 'a')],
      ['no JSON', (name: string) => client.set(name, 'value')],
      ['no text', (name: string) => client.set(name, Buffer.from([0xff, 0xfe]))],
      ['JSON of another program', (name: string) => client.set(name, '[1]')],
      [
        'a value without end',
        (name: string) => client.set(name, `{"value":"${'x'.repeat(8 << 20)}"}`),
      ],
    ])('misses what has %s under its key, and replaces it', async (what, put) => {
      await using opened = open(REDIS_URL);
      const { cache, warnings } = opened;
      await untilItAnswers(cache);
      await put(`completionist::${key(what)}`);
      expect(await cache.get(key(what), z.unknown())).toBeUndefined();
      await cache.set(key(what), 'ours', MINUTE);
      expect(await cache.get(key(what), z.unknown())).toBe('ours');
      expect(warnings).not.toHaveBeenCalled();
    });

    it('leaves expired values to Redis, because it may not be allowed to delete', async () => {
      await using opened = open(REDIS_URL);
      await untilItAnswers(opened.cache);
      const name = `completionist::${key('over')}`;
      await client.set(name, '{"value":"kept","expires":1}', { PX: MINUTE });
      expect(await opened.cache.get(key('over'), z.string())).toBe('kept');
      expect(await client.exists(name)).toBe(1);
    });

    it('is shared by everyone who opens it', async () => {
      await using one = open(REDIS_URL);
      await using other = open(REDIS_URL);
      await Promise.all([untilItAnswers(one.cache), untilItAnswers(other.cache)]);
      await one.cache.set(key('shared'), 'news', MINUTE);
      expect(await other.cache.get(key('shared'), z.string())).toBe('news');
    });

    it('forgets a value when its time is up', async () => {
      await using opened = open(REDIS_URL);
      const { cache } = opened;
      await untilItAnswers(cache);
      await cache.set(key('brief'), 'value', 40);
      await cache.set(key('lasting'), 'value', MINUTE);
      await vi.waitFor(async () => {
        expect(await cache.get(key('brief'), z.string())).toBeUndefined();
      });
      expect(await cache.get(key('lasting'), z.string())).toBe('value');
    });

    it('finishes the last write before it closes', async () => {
      const first = open(REDIS_URL);
      await untilItAnswers(first.cache);
      const written = first.cache.set(key('last'), 'word', MINUTE);
      await first.cache[Symbol.asyncDispose]();
      await written;
      await using second = open(REDIS_URL);
      await untilItAnswers(second.cache);
      expect(await second.cache.get(key('last'), z.string())).toBe('word');
    });
  },
);

describe('a cache whose server is down', () => {
  it('is empty at once, and says so', async () => {
    await using opened = open(`redis://127.0.0.1:${await freePort()}`);
    const { cache, warnings } = opened;
    const ms = await took(async () => {
      for (let index = 0; index < 20; index += 1) {
        await cache.set('a', index, MINUTE);
        expect(await cache.get('a', z.unknown())).toBeUndefined();
      }
    });
    expect(ms).toBeLessThan(QUICK_MS);
    await vi.waitFor(() => expect(warnings).toHaveBeenCalledTimes(1));
  });

  it('says once that it’s down, however often it tries', async () => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await using opened = open(`redis://127.0.0.1:${portOf(server.address())}`);
    await vi.waitFor(() => expect(connections).toBeGreaterThan(2), { timeout: 10_000 });
    expect(opened.warnings).toHaveBeenCalledTimes(1);
    server.close();
  });

  it('closes at once', async () => {
    const { cache } = open(`redis://127.0.0.1:${await freePort()}`);
    expect(await took(() => cache[Symbol.asyncDispose]())).toBeLessThan(QUICK_MS);
  });
});

describe('a cache whose server accepts connections but never answers', () => {
  it('is empty at once, and closes at once', async () => {
    await using silent = await startSilent();
    const { cache } = open(silent.url);
    await vi.waitFor(() => expect(silent.connections()).toBe(1));
    const ms = await took(async () => {
      for (let index = 0; index < 20; index += 1) {
        await cache.set('a', index, MINUTE);
        expect(await cache.get('a', z.unknown())).toBeUndefined();
      }
    });
    expect(ms).toBeLessThan(QUICK_MS);
    expect(await took(() => cache[Symbol.asyncDispose]())).toBeLessThan(QUICK_MS);
    await vi.waitFor(() => expect(silent.openConnections()).toBe(0));
  });

  it('tries another connection when the first one stays silent', { timeout: 20_000 }, async () => {
    await using silent = await startSilent();
    await using _ = open(silent.url);
    await vi.waitFor(() => expect(silent.connections()).toBeGreaterThan(1), { timeout: 15_000 });
  });
});

describe.skipIf(!hasRedisServer && !IS_CI)(
  'a cache whose server comes and goes (needs redis-server on the PATH)',
  () => {
    it('works again when the server is there again', { timeout: 60_000 }, async () => {
      const port = await freePort();
      await using opened = open(`redis://127.0.0.1:${port}`);
      const { cache, warnings, news } = opened;
      {
        await using _ = await startRedis(port);
        await untilItAnswers(cache);
        await cache.set('a', 1, MINUTE);
      }
      expect(await took(() => cache.get('a', z.number()))).toBeLessThan(QUICK_MS);
      expect(await cache.get('a', z.number())).toBeUndefined();
      await using _ = await startRedis(port);
      await untilItAnswers(cache);
      expect(warnings).toHaveBeenCalled();
      expect(news).toHaveBeenLastCalledWith('the cache is responding again');
    });

    it('waits once for a server that hangs, not once a call', { timeout: 60_000 }, async () => {
      const port = await freePort();
      await using redis = await startRedis(port);
      await using opened = open(`redis://127.0.0.1:${port}`);
      const { cache, warnings } = opened;
      await untilItAnswers(cache);
      redis.hold();
      const ms = await took(async () => {
        for (let index = 0; index < 40; index += 1) await cache.set('a', index, MINUTE);
      });
      expect(ms).toBeLessThan(QUICK_MS);
      expect(warnings).toHaveBeenCalledTimes(1);
      redis.goOn();
      await untilItAnswers(cache);
    });

    it('closes within a second while the server hangs', { timeout: 60_000 }, async () => {
      const port = await freePort();
      await using redis = await startRedis(port);
      const { cache } = open(`redis://127.0.0.1:${port}`);
      await untilItAnswers(cache);
      redis.hold();
      void cache.set('a', 1, MINUTE);
      expect(await took(() => cache[Symbol.asyncDispose]())).toBeLessThan(QUICK_MS);
    });
  },
);

/** A server that answers each command as the test says; `+OK` where it says nothing. */
async function startScripted(answer: (name: string) => string | undefined) {
  const server = createServer((socket) => {
    socket
      .on('error', () => undefined)
      .on('data', (data) => {
        // Whole commands, for on loopback they come so.
        for (const command of String(data)
          .split(/^\*\d+\r\n/m)
          .slice(1)) {
          const name = command.split('\r\n')[1]?.toUpperCase() ?? '';
          socket.write(`${answer(name) ?? '+OK'}\r\n`);
        }
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${portOf(server.address())}`,
    [Symbol.dispose]: () => void server.close(),
  };
}

describe('a cache whose server', () => {
  it('still loads its data is waited for', { timeout: 20_000 }, async () => {
    let tries = 0;
    using server = await startScripted((name) => {
      if (name === 'GET') return '$-1';
      if (name !== 'SET') return undefined;
      tries += 1;
      return tries === 1 ? '-LOADING Redis is loading the dataset in memory' : undefined;
    });
    await using opened = open(server.url);
    await vi.waitFor(
      () => expect(opened.news).toHaveBeenCalledWith(expect.anything(), 'the cache is ready'),
      { timeout: 10_000 },
    );
    expect(tries).toBe(2);
  });

  it.each([
    ['-WRONGPASS invalid username-password pair', 'rejects the user or the password'],
    ['-NOPERM this user has no permissions', 'lets this user in, but not read and write'],
    ["-READONLY You can't write against a read only replica.", 'only takes reads'],
    ['-DENIED Redis is running in protected mode', 'is in protected mode'],
  ])('says %s refuses, in a sentence that names CACHE_URL', async (reply, sentence) => {
    using server = await startScripted((name) => (name === 'SET' ? reply : undefined));
    await using opened = open(server.url);
    await expect(opened.cache.refused).rejects.toThrow(
      new RegExp(`^CACHE_URL leads to 127\\.0\\.0\\.1:\\d+/0, which ${sentence}`),
    );
  });

  it('starts to refuse logs that, and the bot continues', async () => {
    let isRefusing = false;
    using server = await startScripted((name) => {
      if (isRefusing) return '-WRONGPASS invalid username-password pair';
      return name === 'GET' ? '$-1' : undefined;
    });
    await using opened = open(server.url);
    await vi.waitFor(() => expect(opened.news).toHaveBeenCalled(), { timeout: 10_000 });
    const refused = vi.fn<() => void>();
    opened.cache.refused.catch(refused);
    isRefusing = true;
    await opened.cache.set('a', 1, MINUTE);
    await vi.waitFor(() =>
      expect(opened.warnings).toHaveBeenCalledWith(
        expect.anything(),
        expect.stringMatching(/^CACHE_URL leads to \S+, which rejects the user or the password/),
      ),
    );
    expect(refused).not.toHaveBeenCalled();
  });
});
