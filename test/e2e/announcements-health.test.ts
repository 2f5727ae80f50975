import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { freePort } from '#test/observability/free-port.ts';
import { parseScrape, valueOf } from '#test/observability/scrape.ts';
import { through } from '#test/store/postgres/postgres-double.ts';
import { setReadOnly } from '#test/support/read-only.ts';
import { cannotMount, mountSmallDisk, NEEDS_SMALL_DISK } from '#test/support/small-disk.ts';
import { createTestDatabase, describeOnPostgres } from '#test/support/store.ts';
import { TcpProxy } from '#test/support/tcp-proxy.ts';

import { Manager } from './manager.ts';
import { Stage } from './stage.ts';

/** The process is another one: it can only be asked again. */
const PATIENCE = { timeout: 40_000, interval: 500 };
const WELL = { status: 200, body: { status: 'ok' } };
const FINE = /^✅ Everything is working\.$/m;
const UNSAVED = /^⚠️ I can’t write to my database, .*Problems started <t:\d+:R>/m;
const UNREAD = /^⚠️ I haven’t checked for new awards lately. Problems started <t:\d+:R>/m;

async function healthOf(port: number): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  return { status: response.status, body: await response.json() };
}

async function metric(port: number, name: string): Promise<number | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  return valueOf(parseScrape(await response.text()), `completionist_${name}`);
}

/** A channel with one player, and a port to look at the bot. */
async function openScene(databaseUrl: string) {
  const port = await freePort();
  const stage = await Stage.open({
    isDirect: true,
    env: { POLL_SECONDS: '0.5', DATABASE_URL: databaseUrl, PORT: `127.0.0.1:${port}` },
  });
  const manager = new Manager(stage, 'Mia');
  const channel = stage.discord.channel('games');
  const player = stage.addPlayer('MaxMilyin', 12);
  await manager.announce(channel, [player]);
  const status = () => manager.use('status', channel);
  await vi.waitFor(async () => expect(await status()).toMatch(FINE), PATIENCE);
  return { port, stage, status, player, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
}

type Scene = Awaited<ReturnType<typeof openScene>>;

/** Says so everywhere that nothing is saved, and then that it is again. */
async function tellsOfIt({ port, status, player, stage }: Scene, mend: () => Promise<void> | void) {
  stage.site.award(player.name, 9_001, 'mastered');
  await vi.waitFor(async () => expect(await status()).toMatch(UNSAVED), PATIENCE);
  await vi.waitFor(async () => {
    expect(await healthOf(port)).toMatchObject({
      status: 503,
      body: { status: 'databaseFailing', database: { writesFailSince: expect.any(String) } },
    });
  }, PATIENCE);
  expect(await metric(port, 'database_up')).toBe(0);

  await mend();
  await vi.waitFor(async () => expect(await status()).toMatch(FINE), PATIENCE);
  expect(await metric(port, 'database_up')).toBe(1);
  const since = (await metric(port, 'last_poll_timestamp_seconds')) ?? 0;
  await vi.waitFor(async () => {
    expect(await metric(port, 'last_poll_timestamp_seconds')).toBeGreaterThan(since);
  }, PATIENCE);
}

describeOnPostgres('a Postgres that doesn’t answer yet', () => {
  it('makes health say that the bot is starting, until it answers', async () => {
    await using database = await createTestDatabase('postgres');
    const { hostname, port: upstream } = new URL(database.url);
    await using network = await TcpProxy.start({ host: hostname, port: Number(upstream) || 5432 });
    await network.set({ kind: 'hang' });
    const port = await freePort();
    const env = { DATABASE_URL: through(database.url, network.port), PORT: `127.0.0.1:${port}` };
    await using stage = await Stage.open({ isDirect: true, env });
    await vi.waitFor(async () => {
      expect(await healthOf(port)).toMatchObject({
        status: 503,
        body: { status: 'starting', discord: { connected: true } },
      });
    }, PATIENCE);
    await network.set({ kind: 'through' });
    await vi.waitFor(async () => expect(await healthOf(port)).toMatchObject(WELL), PATIENCE);
    expect(stage.bot.output).toContain('this process announces');
  }, 120_000);
});

describeOnPostgres('a Postgres that becomes read-only', () => {
  it('shows in status, health, and metrics', async () => {
    await using database = await createTestDatabase('postgres');
    await using scene = await openScene(database.url);
    await setReadOnly(database, true);
    await tellsOfIt(scene, () => setReadOnly(database, false));
    expect(await healthOf(scene.port)).toMatchObject(WELL);
  }, 120_000);
});

describe('a disk that becomes full', () => {
  it.skipIf(cannotMount)(
    `shows in status, health, and metrics ${NEEDS_SMALL_DISK}`,
    async () => {
      using disk = mountSmallDisk();
      await using scene = await openScene(`sqlite:${join(disk.path, 'bot.db')}`);
      disk.fill();
      await tellsOfIt(scene, () => disk.empty());
      expect(await healthOf(scene.port)).toMatchObject(WELL);
    },
    120_000,
  );
});

describeOnPostgres('a frozen announcing process', () => {
  it('shows in another one’s status, long before that takes over', async () => {
    await using database = await createTestDatabase('postgres');
    await using stage = await Stage.open({
      start: false,
      isDirect: true,
      env: { POLL_SECONDS: '0.5', DATABASE_URL: database.url, SHARD_COUNT: '2' },
    });
    const first = stage.launchBot({ SHARD_IDS: '0' });
    await first.ready([0]);
    await vi.waitUntil(() => first.output.includes('this process announces'), PATIENCE);
    const port = await freePort();
    const second = stage.launchBot({ SHARD_IDS: '1', PORT: `127.0.0.1:${port}` });
    await second.ready([0, 1]);
    const manager = new Manager(stage, 'Mia');
    const channel = stage.discord.channel('games');
    await manager.announce(channel, [stage.addPlayer('MaxMilyin', 12)]);
    const status = () => manager.use('status', channel);
    await vi.waitFor(async () => expect(await status()).toMatch(FINE), PATIENCE);
    const polled = { announcements: { here: false, lastPollAt: expect.any(String) } };
    await vi.waitFor(
      async () => expect((await healthOf(port)).body).toMatchObject(polled),
      PATIENCE,
    );
    first.freeze();
    await vi.waitFor(async () => expect(await status()).toMatch(UNREAD), PATIENCE);
    expect(second.output).not.toContain('this process announces');
    // A process that stands by is healthy.
    expect(await healthOf(port)).toMatchObject({ status: 200, body: polled });
    await vi.waitFor(async () => expect(await status()).toMatch(FINE), PATIENCE);
    expect(second.output).toContain('this process announces');
    first.thaw();
  }, 120_000);
});
