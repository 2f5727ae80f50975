import { once } from 'node:events';
import { connect } from 'node:net';

import { describe, expect, test, vi } from 'vitest';

import { Stage } from '#test/e2e/stage.ts';

import { freePort, listening } from './free-port.ts';
import { parseScrape, valueOf } from './scrape.ts';

/** The process is another one: it can only be asked again. */
const PATIENCE = { timeout: 20_000, interval: 50 };

async function health(port: number): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return { status: response.status, body: await response.json() };
}

describe('a running bot with PORT', () => {
  test('listens only on the address in PORT, and says so', async () => {
    const port = await freePort();
    await using stage = await Stage.open({ env: { PORT: `127.0.0.1:${port}` } });
    await expect.poll(() => stage.bot.output).toContain(`"host":"127.0.0.1","port":${port}`);
    await vi.waitFor(async () => expect((await health(port)).status).toBe(200), PATIENCE);
    await expect(fetch(`http://127.0.0.2:${port}/healthz`)).rejects.toThrow('fetch failed');
  });

  test('is unhealthy until Discord is connected, and again when the connection is lost', async () => {
    const port = await freePort();
    await using stage = await Stage.open({ start: false, env: { PORT: String(port) } });
    stage.discord.gateway.refuseConnections(true);
    stage.launchBot();
    const before = await vi.waitFor(() => health(port), PATIENCE);
    expect(before.status).toBe(503);
    const alone = { status: 'disconnected', discord: { connected: false } };
    await vi.waitFor(async () => expect((await health(port)).body).toMatchObject(alone), PATIENCE);
    expect((await health(port)).status).toBe(503);

    stage.discord.gateway.refuseConnections(false);
    await stage.bot.ready();
    await vi.waitFor(async () => expect((await health(port)).status).toBe(200), PATIENCE);
    expect((await health(port)).body).toMatchObject({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      uptimeSeconds: expect.any(Number),
      discord: { connected: true },
    });

    stage.discord.gateway.refuseConnections(true);
    stage.discord.gateway.drop();
    await vi.waitFor(async () => expect((await health(port)).status).toBe(503), PATIENCE);
    stage.discord.gateway.refuseConnections(false);
    await vi.waitFor(async () => expect((await health(port)).status).toBe(200), PATIENCE);
  });

  test('says since when RetroAchievements has failed, and stays healthy', async () => {
    const port = await freePort();
    await using stage = await Stage.open({ env: { PORT: String(port) } });
    await vi.waitFor(async () => {
      expect((await health(port)).body).toMatchObject({
        retroAchievements: { lastAnswerAt: expect.any(String), failingSince: null },
      });
    }, PATIENCE);
    stage.site.faults.add({ effect: { kind: 'status', status: 403, body: 'html' } });
    const alice = stage.person('alice');
    await alice.command('progress', { user: 'Anybody' });
    const { status, body } = await health(port);
    expect(status).toBe(200);
    expect(body).toMatchObject({ retroAchievements: { failingSince: expect.any(String) } });
  });

  test('counts what people do, and names neither players nor secrets', async () => {
    const port = await freePort();
    await using stage = await Stage.open({ env: { PORT: String(port) } });
    const player = stage.addPlayer('Canary', 25);
    const alice = stage.person('alice');
    const shown = await alice.command('progress', { user: 'canary' });
    await alice.click(shown.message, ({ emoji }) => emoji?.name === '▶️');
    await alice.autocomplete('progress', { user: 'can' }, 'user');
    await alice.command('progress', { user: 'Nobodyhere' });

    const scrape = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    const text = await vi.waitFor(async () => {
      const now = await scrape();
      expect(now).toContain('outcome="refused"');
      return now;
    }, PATIENCE);
    const samples = parseScrape(text);
    const count = (kind: string, outcome: string) =>
      valueOf(samples, 'completionist_interactions_total', { command: 'progress', kind, outcome });
    expect(count('command', 'ok')).toBe(1);
    expect(count('command', 'refused')).toBe(1);
    expect(count('component', 'ok')).toBe(1);
    expect(count('autocomplete', 'ok')).toBe(1);
    expect(valueOf(samples, 'completionist_answer_seconds_count', { command: 'progress' })).toBe(4);
    expect(valueOf(samples, 'completionist_libraries')).toBe(1);
    expect(valueOf(samples, 'completionist_gateway_connected')).toBe(1);
    const calls = { endpoint: 'completionProgress', outcome: 'ok' };
    expect(valueOf(samples, 'completionist_retroachievements_calls_total', calls)).toBe(2);
    for (const secret of ['canary', player.ulid, 'nobodyhere', alice.id, stage.site.apiKey]) {
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    }
    expect(text).not.toContain(stage.discord.token);
  });

  test('ends on SIGTERM even if someone keeps a connection open', async () => {
    const port = await freePort();
    await using stage = await Stage.open({ env: { PORT: String(port) } });
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /metrics HTTP/1.1\r\nhost: x\r\n');
    const closed = Promise.withResolvers<void>();
    socket.on('error', () => undefined).once('close', closed.resolve);
    expect((await stage.bot.stop()).signal).not.toBe('SIGKILL');
    await closed.promise;
  });

  test('says in one line that its port is taken, with exit code 1', async () => {
    const { server, port } = await listening();
    await using stage = await Stage.open({ start: false, env: { PORT: String(port) } });
    const bot = stage.launchBot();
    expect(await bot.exited).toEqual({ code: 1, signal: null });
    server.close();
    expect(bot.stderr.trimEnd().split('\n').at(-1)).toMatch(
      new RegExp(`^PORT ${port} can't be listened on \\(EADDRINUSE\\): `),
    );
    expect(stage.discord.gateway.connected()).toEqual([]);
  });
});
