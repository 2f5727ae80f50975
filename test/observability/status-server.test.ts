import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { describe, expect, test } from 'vitest';

import { PortUnavailable } from '#src/observability/port-unavailable.ts';
import { startStatusServer } from '#src/observability/status-server.ts';
import { createLog } from '#src/platform/log.ts';

const log = createLog('silent', []);
const pages = {
  '/fine': () => Promise.resolve({ status: 200, type: 'text/plain', body: 'fine\n' }),
  '/ill': () => Promise.resolve({ status: 503, type: 'application/json', body: '{}\n' }),
  '/broken': () => Promise.reject(new Error('secret detail')),
};

async function withServer(run: (url: string, port: number) => Promise<void>): Promise<void> {
  await using server = await startStatusServer({ host: null, port: 0, pages, log });
  await run(`http://127.0.0.1:${server.port}`, server.port);
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('the status server', () => {
  test('answers a page with its status, type and body, never from a cache', async () => {
    await withServer(async (url) => {
      const fine = await fetch(`${url}/fine`);
      expect(fine.status).toBe(200);
      expect(fine.headers.get('content-type')).toBe('text/plain');
      expect(fine.headers.get('cache-control')).toBe('no-store');
      expect(await fine.text()).toBe('fine\n');
      const ill = await fetch(`${url}/ill?verbose=1`);
      expect([ill.status, await ill.text()]).toEqual([503, '{}\n']);
    });
  });

  test('answers HEAD without a body', async () => {
    await withServer(async (url) => {
      const response = await fetch(`${url}/ill`, { method: 'HEAD' });
      expect([response.status, await response.text()]).toEqual([503, '']);
    });
  });

  test.each([
    ['GET', '/'],
    ['GET', '/fine/'],
    ['GET', '/fine/../fine2'],
    ['GET', '/constructor'],
    ['POST', '/fine'],
    ['DELETE', '/fine'],
  ])('answers %s %s with 404', async (method, path) => {
    await withServer(async (url) => {
      const response = await fetch(url + path, { method });
      expect(response.status).toBe(404);
    });
  });

  test('answers 500 without a reason if a page can’t be made, and keeps running', async () => {
    await withServer(async (url) => {
      const broken = await fetch(`${url}/broken`);
      expect([broken.status, await broken.text()]).toEqual([500, '']);
      expect((await fetch(`${url}/fine`)).status).toBe(200);
    });
  });

  test('listens on every interface', async () => {
    await withServer(async (_url, port) => {
      const addresses = ['127.0.0.1', '127.0.0.2'];
      const responses = await Promise.all(
        addresses.map((address) => fetch(`http://${address}:${port}/fine`)),
      );
      expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    });
  });

  test('listens only on the address that was chosen', async () => {
    const options = { port: 0, pages, log };
    await using server = await startStatusServer({ ...options, host: '127.0.0.2' });
    const chosen = await fetch(`http://127.0.0.2:${server.port}/fine`);
    expect(chosen.status).toBe(200);
    await expect(fetch(`http://127.0.0.1:${server.port}/fine`)).rejects.toThrow('fetch failed');
  });

  test('says which port it can’t use, and why', async () => {
    const other = createServer().listen(0);
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const error: unknown = await startStatusServer({ host: null, port, pages, log }).catch(
      (reason: unknown) => reason,
    );
    other.close();
    expect(error).toBeInstanceOf(PortUnavailable);
    expect(error).toMatchObject({ place: `${port}`, code: 'EADDRINUSE' });
  });

  test('ends at once, even if someone keeps a connection open', async () => {
    const server = await startStatusServer({ host: null, port: 0, pages, log });
    const idle = await connected(server.port);
    const halfAsked = await connected(server.port);
    halfAsked.write('GET /fine HTTP/1.1\r\nhost: x\r\n');
    const kept = await connected(server.port);
    kept.write('GET /fine HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(kept, 'data');
    const ends = [idle, halfAsked, kept].map((socket) => once(socket, 'close'));
    await server[Symbol.asyncDispose]();
    await Promise.all(ends);
    await expect(fetch(`http://127.0.0.1:${server.port}/fine`)).rejects.toThrow('fetch failed');
  });
});
