import { DiscordAPIError } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { RequestOutcome } from '#src/discord/channels/bot-requests.ts';
import { createChannelPosts } from '#src/discord/channels/posts.ts';
import type { Command } from '#src/discord/interactions/command.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { CallbackRefused, ResponseLost } from '#src/discord/interactions/response-errors.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { Refusal } from '#src/messages/refusal.ts';
import type { AnnouncementHealth } from '#src/observability/announcements-report.ts';
import { createMonitor } from '#src/observability/monitor.ts';
import type { MonitoredBot } from '#src/observability/monitor.ts';
import { createLog } from '#src/platform/log.ts';
import { openCache } from '#src/platform/open-cache.ts';
import { createCatalogue } from '#src/progress/catalogue.ts';
import { createLibraries } from '#src/progress/libraries.ts';
import { createLibraryLoader } from '#src/progress/library-loader.ts';
import { createPlayers } from '#src/progress/players.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';
import { clickOf, commandOf, modalOf, typingOf } from '#test/discord/interactions/interactions.ts';
import { createRecordingApi } from '#test/discord/interactions/recording-api.ts';
import { startClient } from '#test/retroachievements/start-client.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { parseScrape, valueOf } from './scrape.ts';
import type { Sample } from './scrape.ts';

const log = createLog('silent', []);
const MAX = { kind: 'name', name: 'MaxMilyin' } as const;

/** A command that does as the test says. */
const play: Command<() => Promise<void>> = {
  definition: { name: 'play', description: 'Plays' },
  async run({ answer, services }) {
    await answer.whileWaiting(services());
    await answer.show({ json: '{}' });
  },
  async autocomplete(_focused, _caller, services) {
    await services();
    return [];
  },
  components: [
    {
      prefix: 'p1',
      parse: ({ customId }) =>
        customId === 'p1:fine'
          ? {
              ownerId: '1',
              aside: false,
              async run({ answer, services }) {
                await services();
                await answer.show({ json: '{}' });
              },
            }
          : null,
    },
  ],
};

function start() {
  const clock = createFakeClock();
  return { clock, monitor: createMonitor({ host: null, port: 0, pollMs: 60_000, clock, log }) };
}

type Started = ReturnType<typeof start>;

/** Interactions go to `play`, which does this; Discord answers with `api`. */
function startRouter(does: () => Promise<void> = () => Promise.resolve()) {
  const { clock, monitor } = start();
  const api = createRecordingApi();
  const texts = createFailureTexts({
    clock,
    translate: createTranslations(),
    mention: (name) => `/${name}`,
  });
  const router = createRouter({
    commands: [play],
    services: does,
    texts,
    api,
    live: createLiveMessages(),
    clock,
    log,
    signals: monitor.signals,
  });
  return { clock, monitor, api, router };
}

/** Announcements of another process, on a database that is no server. */
function announcements(
  overrides: Partial<MonitoredBot['announcements']> = {},
): MonitoredBot['announcements'] {
  return {
    health: () => ({
      isAnnouncing: false,
      readsFailSince: null,
      writesFailSince: null,
      pollsStuckSince: null,
    }),
    report: () => Promise.resolve(null),
    connections: () => null,
    ...overrides,
  };
}

/** A bot whose announcements do like this. */
function withHealth(health: Partial<AnnouncementHealth>): MonitoredBot {
  const known = announcements().health();
  return bot({ announcements: announcements({ health: () => known && { ...known, ...health } }) });
}

/** The bot as it is looked at, not counted. */
function bot(overrides: Partial<MonitoredBot> = {}): MonitoredBot {
  return {
    status: () => ({
      version: '1.2.3',
      startedAt: 0,
      gatewayLatencyMs: 80,
      site: { lastAnswerAt: null, failingSince: null },
      libraries: { count: 7, newestAt: 0 },
    }),
    isConnected: () => Promise.resolve(true),
    announcements: announcements(),
    ...overrides,
  };
}

async function scrape({ monitor }: Pick<Started, 'monitor'>, of = bot()) {
  await using server = await monitor.serve(of);
  const response = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  const text = await response.text();
  return { response, text, samples: parseScrape(text) };
}

const editRefused = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'PATCH', 'https://x', {
    body: undefined,
    files: [],
  });

/** Each count of interactions, with its labels. */
const interactionsIn = (samples: readonly Sample[]) =>
  samples
    .filter(({ name }) => name === 'completionist_interactions_total')
    .map(({ labels, value }) => [labels['command'], labels['kind'], labels['outcome'], value]);

const typing = typingOf('play', 'user', 'M');

describe('interactions', () => {
  test('whose answer Discord may have are counted as lost', async () => {
    const work = Promise.withResolvers<void>();
    const stage = startRouter(() => work.promise);
    stage.api.respond = () => Promise.reject(new ResponseLost(new Error('cut')));
    const sent = stage.router(commandOf('play'));
    await stage.clock.advance(1_000);
    work.resolve();
    await sent;
    const { samples } = await scrape(stage);
    expect(interactionsIn(samples)).toEqual([['play', 'command', 'lost', 1]]);
  });

  test.each<[string, unknown]>([
    ['refused', new Refusal('library.jumpInvalid')],
    ['refused', new UnknownPlayer({ kind: 'name', name: 'Nobody' })],
    ['site', new RetroAchievementsError({ kind: 'timeout' })],
    ['store', new StoreError('locked', 'data/x.db')],
    ['late', new CallbackRefused(404, 10_062)],
    ['late', editRefused(404, 10_008)],
    ['late', editRefused(401, 50_027)],
    ['failed', editRefused(400, 50_035)],
    ['failed', new CallbackRefused(400, 50_035)],
    ['failed', new TypeError('a bug')],
  ])('that end in an error are counted as %s (%s)', async (outcome, error) => {
    const stage = startRouter(() => Promise.reject(error));
    await stage.router(commandOf('play'));
    const { samples } = await scrape(stage);
    expect(interactionsIn(samples)).toEqual([['play', 'command', outcome, 1]]);
  });

  test.each([
    ['command', commandOf('play')],
    ['component', clickOf('p1:fine')],
    ['autocomplete', typing],
  ])('that fail at once are counted, too (%s)', async (kind, interaction) => {
    const stage = startRouter(() => {
      throw new TypeError('a bug');
    });
    await stage.router(interaction);
    const { samples } = await scrape(stage);
    expect(interactionsIn(samples)).toEqual([['play', kind, 'failed', 1]]);
  });

  test('are counted by kind when all is well', async () => {
    const stage = startRouter();
    for (const interaction of [
      commandOf('play'),
      commandOf('play'),
      clickOf('p1:fine'),
      clickOf('p1:?'),
      typing,
    ]) {
      await stage.router(interaction);
    }
    const { samples } = await scrape(stage);
    expect(interactionsIn(samples)).toEqual([
      ['play', 'command', 'ok', 2],
      ['play', 'component', 'ok', 1],
      ['play', 'component', 'outdated', 1],
      ['play', 'autocomplete', 'ok', 1],
    ]);
  });
});

function seconds(samples: readonly Sample[], command: string) {
  return {
    count: valueOf(samples, 'completionist_answer_seconds_count', { command }),
    sum: valueOf(samples, 'completionist_answer_seconds_sum', { command }),
  };
}

describe('the time to an answer', () => {
  test('runs from arrival until Discord has accepted the first response', async () => {
    const stage = startRouter(() => stage.clock.advance(200));
    stage.api.respond = () => stage.clock.advance(40);
    await stage.router(commandOf('play'));
    const { samples } = await scrape(stage);
    expect(seconds(samples, 'play')).toEqual({ count: 1, sum: 0.24 });
    const le = (bound: string) =>
      valueOf(samples, 'completionist_answer_seconds_bucket', { command: 'play', le: bound });
    expect([le('0.1'), le('0.25'), le('+Inf')]).toEqual([0, 1, 1]);
  });

  test('ends with a deferral; the edits that follow are not counted', async () => {
    const stage = startRouter(() => stage.clock.sleep(5_000));
    const answered = stage.router(commandOf('play'));
    await stage.clock.advance(5_000);
    await answered;
    expect(stage.api.calls.map(({ call }) => call)).toEqual(['callback', 'editOriginal']);
    const { samples } = await scrape(stage);
    expect(seconds(samples, 'play').count).toBe(1);
  });

  test.each([
    ['command', commandOf('play')],
    ['autocomplete', typing],
  ])(
    'is missing for a response that Discord refused (%s), which counts as unanswered',
    async (_, interaction) => {
      const stage = startRouter();
      stage.api.respond = () => Promise.reject(new CallbackRefused(404, 10_062));
      await stage.router(interaction);
      const { samples } = await scrape(stage);
      expect(seconds(samples, 'play').count).toBeUndefined();
      const unanswered = 'completionist_unanswered_interactions_total';
      expect(valueOf(samples, unanswered, { command: 'play' })).toBe(1);
      expect(valueOf(samples, 'completionist_last_answer_timestamp_seconds')).toBeUndefined();
    },
  );

  test('is remembered, so that an alert can say how long ago that is', async () => {
    const stage = startRouter();
    const at = stage.clock.now();
    await stage.router(commandOf('play'));
    const { samples } = await scrape(stage);
    expect(valueOf(samples, 'completionist_last_answer_timestamp_seconds')).toBe(at / 1_000);
    const unanswered = 'completionist_unanswered_interactions_total';
    expect(valueOf(samples, unanswered, { command: 'play' })).toBeUndefined();
  });

  test.each<[string, APIInteraction]>([
    ['play', commandOf('play')],
    ['play', typing],
    ['play', clickOf('p1:anything')],
    ['play', modalOf('p1', {})],
    ['unknown', commandOf('MaxMilyin')],
    ['unknown', typingOf('MaxMilyin', 'user', 'M')],
    ['unknown', clickOf('MaxMilyin:1')],
  ])('is labelled %s for %j', async (command, interaction) => {
    const stage = startRouter();
    await stage.router(interaction);
    const { samples, text } = await scrape(stage);
    expect(seconds(samples, command).count).toBe(1);
    expect(text).not.toContain('MaxMilyin');
  });
});

describe('RetroAchievements', () => {
  test('is counted by endpoint and outcome, with the time that a call took', async () => {
    const { clock, monitor } = start();
    await using site = await startRetroAchievements();
    await using started = startClient(site, { clock, signals: monitor.signals });
    const { client } = started;
    const options = { priority: 'command' } as const;
    await client.completionProgress(MAX, { offset: 0, count: 500 }, options);
    expect(client.health()).toEqual({ lastAnswerAt: clock.now(), failingSince: null });
    site.faults.add({ effect: { kind: 'status', status: 418 }, times: 1 });
    await expect(client.userProfile(MAX, options)).rejects.toMatchObject({
      failure: { kind: 'status' },
    });
    expect(client.health().failingSince).toBe(clock.now());
    const gone = AbortSignal.abort();
    const page = { kinds: [], offset: 0, count: 1 } as const;
    await expect(client.recentGameAwards(page, { ...options, signal: gone })).rejects.toMatchObject(
      { name: 'AbortError' },
    );
    const { samples } = await scrape({ monitor });
    const calls = (endpoint: string, outcome: string) =>
      valueOf(samples, 'completionist_retroachievements_calls_total', { endpoint, outcome });
    expect(calls('completionProgress', 'ok')).toBe(1);
    expect(calls('userProfile', 'status')).toBe(1);
    expect(calls('recentGameAwards', 'aborted')).toBe(1);
  });

  test('shows how long calls took, with the wait for the budget', async () => {
    const { clock, monitor } = start();
    const { signals } = monitor;
    const budget = createRequestBudget({ requestsPerMinute: 1, clock });
    await using site = await startRetroAchievements();
    await using started = startClient(site, { clock, budget, signals });
    const ask = () =>
      started.client.completionProgress(MAX, { offset: 0, count: 1 }, { priority: 'library' });
    await ask();
    const second = ask();
    await clock.advance(60_250);
    await second;
    const { samples } = await scrape({ monitor });
    const sum = 'completionist_retroachievements_call_seconds_sum';
    expect(valueOf(samples, sum, { endpoint: 'completionProgress' })).toBe(60.25);
  });

  test('shows how long a request waited for the budget', async () => {
    const { clock, monitor } = start();
    const { signals } = monitor;
    const budget = createRequestBudget({ requestsPerMinute: 1, clock, signals });
    const deadline = clock.now() + 120_000;
    expect(await budget.run('command', { deadline }, () => Promise.resolve('first'))).toBe('first');
    const second = budget.run('library', { deadline }, () => Promise.resolve('second'));
    await clock.advance(61_000);
    expect(await second).toBe('second');
    const { samples } = await scrape({ monitor });
    const wait = (what: string, ofWhom: string) =>
      valueOf(samples, `completionist_retroachievements_budget_wait_seconds_${what}`, {
        priority: ofWhom,
      });
    expect([wait('count', 'command'), wait('sum', 'command')]).toEqual([1, 0]);
    expect(wait('count', 'library')).toBe(1);
    expect(wait('sum', 'library')).toBeGreaterThan(59);
    expect(wait('sum', 'library')).toBeLessThan(61);
  });
});

describe('memory', () => {
  test('shows hits and misses of the cache by record, without what was looked for', async () => {
    const { monitor } = start();
    await using cache = openCache({ url: undefined, log, signals: monitor.signals });
    await cache.set('player:v2:maxmilyin', 'x', 60_000);
    expect(await cache.get('player:v2:maxmilyin', z.string())).toBe('x');
    expect(await cache.get('player:v2:nobody', z.string())).toBeUndefined();
    expect(await cache.get('library:v2:maxmilyin', z.string())).toBeUndefined();
    const { samples, text } = await scrape({ monitor });
    const lookups = (record: string, result: string) =>
      valueOf(samples, 'completionist_cache_lookups_total', { record, result });
    expect([lookups('player', 'hit'), lookups('player', 'miss')]).toEqual([1, 1]);
    expect([lookups('library', 'hit'), lookups('library', 'miss')]).toEqual([undefined, 1]);
    expect(text).not.toContain('maxmilyin');
  });

  test('shows how many libraries there are, and how often one was fresh', async () => {
    const { clock, monitor } = start();
    await using site = await startRetroAchievements();
    await using started = startClient(site, { clock });
    await using cache = openCache({ url: undefined, log });
    const parts = { site: started.client, cache, clock, catalogue: createCatalogue(), log };
    const players = createPlayers(parts);
    const loader = createLibraryLoader({ ...parts, players });
    const { signals } = monitor;
    const libraries = createLibraries({ ...parts, players, loader, ttlMs: 60_000, signals });
    expect(libraries.fresh(MAX)).toBeUndefined();
    const { samples } = await scrape({ monitor });
    expect(valueOf(samples, 'completionist_library_lookups_total', { result: 'miss' })).toBe(1);
    expect(valueOf(samples, 'completionist_libraries')).toBe(7);
  });
});

const reported: MonitoredBot['announcements']['report'] = () =>
  Promise.resolve({
    trackedPlayers: 7,
    lastPollAt: 60_000,
    lastPostAt: 30_500,
    awardsWaiting: { post: 1, digest: 2, paused: 3 },
    oldestPostAt: 20_000,
  });

const ofServer = () => ({ limit: 8, inUse: 5, idle: 1, waiting: 2 });

describe('announcements', () => {
  test('count every attempt to post by outcome', async () => {
    const { monitor } = start();
    const outcomes: RequestOutcome[] = [
      { kind: 'unsure' },
      { kind: 'answered', body: { id: '1' } },
      { kind: 'answered', body: { id: '2' } },
      { kind: 'refused', status: 400, code: 50035, message: 'Invalid Form Body' },
    ];
    const posts = createChannelPosts({
      requests: { send: () => Promise.resolve(outcomes.shift() ?? { kind: 'unsent' }) },
      permissions: {
        access: () => Promise.resolve({ kind: 'unavailable' }),
        glance: () => Promise.resolve({ type: null, isRoleGone: false }),
      },
      userId: () => Promise.resolve('1'),
      log,
      signals: monitor.signals,
    });
    const { signal } = new AbortController();
    for (let tries = 0; tries < 4; tries += 1) await posts.post('100', '{}', 'nonce', signal);
    const { samples } = await scrape({ monitor });
    const count = (outcome: string) => valueOf(samples, 'completionist_posts_total', { outcome });
    expect([count('posted'), count('unsure'), count('refused')]).toEqual([2, 1, undefined]);
    expect([count('invalid'), count('rejected')]).toEqual([1, undefined]);
  });

  test.each([true, false])('say which process reads the award feed: %s', async (is) => {
    const { samples } = await scrape(start(), withHealth({ isAnnouncing: is }));
    expect(valueOf(samples, 'completionist_announcing')).toBe(is ? 1 : 0);
  });

  test('say when they last went well, and what is waiting', async () => {
    const { samples } = await scrape(
      start(),
      bot({ announcements: announcements({ report: reported }) }),
    );
    const value = (name: string, labels = {}) => valueOf(samples, `completionist_${name}`, labels);
    expect(value('poll_interval_seconds')).toBe(60);
    expect(value('tracked_players')).toBe(7);
    expect(value('last_poll_timestamp_seconds')).toBe(60);
    expect(value('last_post_timestamp_seconds')).toBe(30.5);
    expect(value('oldest_waiting_post_timestamp_seconds')).toBe(20);
    const waiting = ['post', 'digest', 'paused'].map((of) => value('awards_waiting', { for: of }));
    expect(waiting).toEqual([1, 2, 3]);
  });

  test.each<[string, () => Promise<never>]>([
    ['fails', () => Promise.reject(new StoreError('unreachable', 'db'))],
    ['hangs', () => new Promise(() => undefined)],
  ])('leave out what the database doesn’t say if it %s', async (_, report) => {
    const stage = start();
    const scraped = scrape(stage, bot({ announcements: announcements({ report }) }));
    let isDone = false;
    void scraped.finally(() => (isDone = true));
    await vi.waitFor(async () => {
      await stage.clock.advance(2_000);
      expect(isDone).toBe(true);
    });
    const { samples } = await scraped;
    const names = samples.map(({ name }) => name);
    expect(names).not.toContain('completionist_last_poll_timestamp_seconds');
    expect(names).not.toContain('completionist_awards_waiting');
    expect(names).toContain('completionist_poll_interval_seconds');
  });
});

describe('the database', () => {
  test.each([
    ['is up', {}, 1],
    ['is not up while reading fails', { readsFailSince: 5 }, 0],
    ['is not up while writing fails', { writesFailSince: 5 }, 0],
  ])('%s', async (_, health, up) => {
    const { samples } = await scrape(start(), withHealth(health));
    expect(valueOf(samples, 'completionist_database_up')).toBe(up);
  });

  test('reports its connections if it’s a server', async () => {
    const name = 'completionist_database_connections';
    const server = bot({ announcements: announcements({ connections: ofServer }) });
    const { samples } = await scrape(start(), server);
    const of = (state: string) => valueOf(samples, name, { state });
    expect([of('in_use'), of('idle'), of('waiting')]).toEqual([5, 1, 2]);
    expect(valueOf(samples, `${name}_limit`)).toBe(8);
    const file = await scrape(start());
    expect(file.text).not.toMatch(new RegExp(`^${name}`, 'm'));
  });
});

describe('a scrape', () => {
  test('is in Prometheus’ text format, with help and type for every metric', async () => {
    const { response, text, samples } = await scrape(start());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const described = (word: string) =>
      new Set([...text.matchAll(new RegExp(`^# ${word} (\\S+) `, 'gm'))].map(([, name]) => name));
    expect(described('HELP')).toEqual(described('TYPE'));
    expect(described('TYPE')).toContain('completionist_interactions_total');
    expect(samples.length).toBeGreaterThan(20);
    for (const { name } of samples) {
      expect([name, name.replace(/_(?:bucket|sum|count)$/, '')]).toSatisfy((names: string[]) =>
        names.some((known) => described('TYPE').has(known)),
      );
    }
  });

  test('includes the process itself', async () => {
    const { samples } = await scrape(start());
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(samples.map(({ name }) => name)).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('says whether Discord is connected, and its latency', async () => {
    const { samples } = await scrape(start());
    expect(valueOf(samples, 'completionist_gateway_connected')).toBe(1);
    expect(valueOf(samples, 'completionist_gateway_latency_seconds')).toBe(0.08);
    const status = { ...bot().status(), gatewayLatencyMs: null };
    const alone = await scrape(
      start(),
      bot({ isConnected: () => Promise.resolve(false), status: () => status }),
    );
    expect(valueOf(alone.samples, 'completionist_gateway_connected')).toBe(0);
    expect(valueOf(alone.samples, 'completionist_gateway_latency_seconds')).toBeUndefined();
  });
});
