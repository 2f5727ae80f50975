import { DiscordAPIError } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import type { PostOutcome } from '#src/discord/channels/posts.ts';
import { Answer } from '#src/discord/interactions/answer.ts';
import { UnknownCommand } from '#src/discord/interactions/command.ts';
import type { Command, Use } from '#src/discord/interactions/command.ts';
import { CallbackRefused } from '#src/discord/interactions/interaction-api.ts';
import type { InteractionApi } from '#src/discord/interactions/interaction-api.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { createMetricsObserver } from '#src/observability/metrics-observer.ts';
import type { ObservedBot } from '#src/observability/observer.ts';
import { createMemoryCache } from '#src/platform/cache.ts';
import { createLog } from '#src/platform/log.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';
import { RecordingChannels } from '#test/announcements/engine-stage.ts';
import { callerOf } from '#test/discord/interactions/caller.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { parseScrape, valueOf } from './scrape.ts';
import type { Sample } from './scrape.ts';

const log = createLog('silent', []);
const ADDRESS = { id: '1', applicationId: '2', token: 'token' };

/** A command that does as it is told. */
const commands: readonly Command<() => Promise<void>>[] = [
  {
    definition: { name: 'play', description: 'Plays' },
    run: ({ services }) => services(),
    autocomplete: () => [],
    components: [
      {
        prefix: 'p1',
        parse: ({ customId }) =>
          customId === 'p1:fine'
            ? { ownerId: '1', aside: false, run: ({ services }) => services() }
            : null,
      },
    ],
  },
];

function watched() {
  const clock = createFakeClock();
  const observer = createMetricsObserver({ port: 0, commands, clock, log });
  return { clock, observer, commands: commands.map((command) => observer.command(command)) };
}

type Watched = ReturnType<typeof watched>;

/** The bot as it is looked at, not counted. */
function bot(overrides: Partial<ObservedBot> = {}): ObservedBot {
  return {
    status: () => ({
      version: '1.2.3',
      startedAt: 0,
      gatewayLatencyMs: 80,
      site: { lastAnswerAt: null, failingSince: null },
      libraries: { count: 7, newestAt: 0 },
    }),
    isConnected: () => Promise.resolve(true),
    isAnnouncing: () => false,
    ...overrides,
  };
}

async function scrape({ observer }: Pick<Watched, 'observer'>, of = bot()) {
  await using server = await observer.serve(of);
  const response = await fetch(`http://127.0.0.1:${server.port}/metrics`);
  const text = await response.text();
  return { response, text, samples: parseScrape(text) };
}

const api: InteractionApi = {
  callback: () => Promise.resolve(),
  callbackWithMessage: () => Promise.resolve('9'),
  editOriginal: () => Promise.resolve('9'),
  followUp: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

function use(clock: Watched['clock'], services: () => Promise<void>): Use<() => Promise<void>> {
  const tools = { api, live: createLiveMessages(), clock };
  const answer = new Answer(ADDRESS, { kind: 'reply', ephemeral: false }, tools);
  return { caller: callerOf('1'), answer, services };
}

const editRefused = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'PATCH', 'https://x', {
    body: undefined,
    files: [],
  });

function fail(): never {
  throw new TypeError('a bug');
}

/** A command that does not even get as far as a promise. */
const broken: Command<() => Promise<void>> = {
  definition: { name: 'play', description: 'Plays' },
  run: fail,
  autocomplete: fail,
  components: [{ prefix: 'p1', parse: () => ({ ownerId: '1', aside: false, run: fail }) }],
};

function notAskedFor(): never {
  throw new Error('not asked for');
}

describe('interactions', () => {
  test.each<[string, unknown]>([
    ['refused', new Refusal('failure.noLinkedAccount')],
    ['refused', new UnknownCommand()],
    ['refused', new UnknownPlayer({ kind: 'name', name: 'Nobody' })],
    ['site', new RetroAchievementsError({ kind: 'timeout' })],
    ['store', new StoreError('locked', 'data/x.db')],
    ['late', new CallbackRefused(404, 10_062)],
    ['late', editRefused(404, 10_008)],
    ['late', editRefused(401, 50_027)],
    ['failed', editRefused(400, 50_035)],
    ['failed', new CallbackRefused(400, 50_035)],
    ['failed', new TypeError('a bug')],
  ])(
    'that end in an error are counted as %s, and the error goes on (%s)',
    async (outcome, error) => {
      const bench = watched();
      const command = bench.commands[0];
      const run = command?.run(
        use(bench.clock, () => Promise.reject(error)),
        {},
      );
      await expect(run).rejects.toBe(error);
      const { samples } = await scrape(bench);
      const counts = samples.filter(({ name }) => name === 'completionist_interactions_total');
      expect(counts).toEqual([
        {
          name: 'completionist_interactions_total',
          labels: { command: 'play', kind: 'command', outcome },
          value: 1,
        },
      ]);
    },
  );

  test('that fail before they have begun are counted, too, and the error goes on', async () => {
    const clock = createFakeClock();
    const observer = createMetricsObserver({ port: 0, commands: [broken], clock, log });
    const command = observer.command(broken);
    const tried = use(clock, () => Promise.resolve());
    const input = { customId: 'p1', values: [], fields: new Map<string, string>() };
    await expect(command.run(tried, {})).rejects.toThrow('a bug');
    await expect(command.components?.[0]?.parse(input)?.run(tried)).rejects.toThrow('a bug');
    const focused = { name: 'user', typed: 'M', others: {} };
    await expect(command.autocomplete?.(focused, tried.caller, tried.services)).rejects.toThrow(
      'a bug',
    );
    const { samples } = await scrape({ observer });
    const failed = ['command', 'component', 'autocomplete'].map((kind) =>
      valueOf(samples, 'completionist_interactions_total', {
        command: 'play',
        kind,
        outcome: 'failed',
      }),
    );
    expect(failed).toEqual([1, 1, 1]);
    expect(samples.filter(({ name }) => name === 'completionist_interactions_total')).toHaveLength(
      3,
    );
  });

  test('are counted by kind when all is well', async () => {
    const bench = watched();
    const [command] = bench.commands;
    const input = { customId: 'p1:fine', values: [], fields: new Map<string, string>() };
    const fine = use(bench.clock, () => Promise.resolve());
    await command?.run(fine, {});
    await command?.run(fine, {});
    await command?.components?.[0]?.parse(input)?.run(fine);
    expect(command?.components?.[0]?.parse({ ...input, customId: 'p1:?' })).toBeNull();
    const focused = { name: 'user', typed: 'M', others: {} };
    await command?.autocomplete?.(focused, fine.caller, fine.services);
    const { samples } = await scrape(bench);
    const count = (kind: string, outcome: string) =>
      valueOf(samples, 'completionist_interactions_total', { command: 'play', kind, outcome });
    expect(count('command', 'ok')).toBe(2);
    expect(count('component', 'ok')).toBe(1);
    expect(count('component', 'outdated')).toBe(1);
    expect(count('autocomplete', 'ok')).toBe(1);
  });
});

const interaction = z.custom<APIInteraction>();
const played = interaction.parse({ id: '1', type: 2, data: { type: 1, name: 'play' } });

function seconds(samples: readonly Sample[], command: string) {
  return {
    count: valueOf(samples, 'completionist_answer_seconds_count', { command }),
    sum: valueOf(samples, 'completionist_answer_seconds_sum', { command }),
  };
}

describe('the time to an answer', () => {
  test('runs from the arrival until Discord has taken the first response', async () => {
    const { clock, observer } = watched();
    const watchedApi = observer.api({ ...api, callback: () => clock.advance(40) });
    const router = observer.router(async () => {
      await clock.advance(200);
      await watchedApi.callback(ADDRESS, '{}');
      await watchedApi.callback(ADDRESS, '{}');
    });
    await router(played);
    const { samples } = await scrape({ observer });
    expect(seconds(samples, 'play')).toEqual({ count: 1, sum: 0.24 });
    const le = (bound: string) =>
      valueOf(samples, 'completionist_answer_seconds_bucket', { command: 'play', le: bound });
    expect([le('0.1'), le('0.25'), le('+Inf')]).toEqual([0, 1, 1]);
  });

  test('ends with a first response that tells its message, too', async () => {
    const { observer } = watched();
    const watchedApi = observer.api(api);
    await observer.router(async () => {
      expect(await watchedApi.callbackWithMessage(ADDRESS, '{}')).toBe('9');
    })(played);
    expect(seconds((await scrape({ observer })).samples, 'play').count).toBe(1);
  });

  test('is not there for a response that Discord refused', async () => {
    const { observer } = watched();
    const refused = new CallbackRefused(404, 10_062);
    const watchedApi = observer.api({ ...api, callback: () => Promise.reject(refused) });
    const router = observer.router(() => watchedApi.callback(ADDRESS, '{}'));
    await expect(router(played)).rejects.toBe(refused);
    expect(seconds((await scrape({ observer })).samples, 'play').count).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['play', { type: 2, data: { name: 'play' } }],
    ['play', { type: 4, data: { name: 'play' } }],
    ['play', { type: 3, data: { custom_id: 'p1:anything' } }],
    ['play', { type: 5, data: { custom_id: 'p1' } }],
    ['unknown', { type: 2, data: { name: 'MaxMilyin' } }],
    ['unknown', { type: 3, data: { custom_id: 'MaxMilyin:1' } }],
    ['unknown', { type: 1 }],
  ])('is labelled %s for %j', async (command, json) => {
    const { observer } = watched();
    const watchedApi = observer.api(api);
    const router = observer.router(() => watchedApi.callback(ADDRESS, '{}'));
    await router(interaction.parse({ id: '1', ...z.object({}).loose().parse(json) }));
    const { samples, text } = await scrape({ observer });
    expect(seconds(samples, command).count).toBe(1);
    expect(text).not.toContain('MaxMilyin');
  });
});

describe('RetroAchievements', () => {
  const ref = { kind: 'name', name: 'MaxMilyin' } as const;
  const priority = { priority: 'command' } as const;

  test('is counted by endpoint and outcome, with the time that a call took', async () => {
    const { clock, observer } = watched();
    const failure = new RetroAchievementsError({ kind: 'rate-limited', retryAfterMs: 1 });
    const site = observer.site({
      completionProgress: async () => {
        await clock.advance(500);
        return { games: [], total: 0, rowCount: 0 };
      },
      userProfile: () => Promise.reject(failure),
      recentGameAwards: () => Promise.reject(new DOMException('gone', 'AbortError')),
    });
    await site.completionProgress(ref, { offset: 0, count: 500 }, priority);
    await expect(site.userProfile(ref, priority)).rejects.toBe(failure);
    const feed = site.recentGameAwards({ kinds: [], offset: 0, count: 1 }, priority);
    await expect(feed).rejects.toThrow('gone');
    const { samples } = await scrape({ observer });
    const calls = (endpoint: string, outcome: string) =>
      valueOf(samples, 'completionist_retroachievements_calls_total', { endpoint, outcome });
    expect(calls('completionProgress', 'ok')).toBe(1);
    expect(calls('userProfile', 'rate-limited')).toBe(1);
    expect(calls('recentGameAwards', 'aborted')).toBe(1);
    const endpoint = 'completionProgress';
    expect(valueOf(samples, 'completionist_retroachievements_call_seconds_sum', { endpoint })).toBe(
      0.5,
    );
  });

  test('shows how long a request waited for the budget', async () => {
    const { clock, observer } = watched();
    const budget = observer.budget(createRequestBudget({ requestsPerMinute: 1, clock }));
    const deadline = clock.now() + 120_000;
    expect(await budget.run('command', { deadline }, () => Promise.resolve('first'))).toBe('first');
    const second = budget.run('library', { deadline }, () => Promise.resolve('second'));
    await clock.advance(61_000);
    expect(await second).toBe('second');
    const { samples } = await scrape({ observer });
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
    const { observer } = watched();
    await using cache = observer.cache(createMemoryCache());
    await cache.set('player:v1:maxmilyin', 'x', 60_000);
    expect(await cache.get('player:v1:maxmilyin', z.string())).toBe('x');
    expect(await cache.get('player:v1:nobody', z.string())).toBeUndefined();
    expect(await cache.get('library:v1:maxmilyin', z.string())).toBeUndefined();
    const { samples, text } = await scrape({ observer });
    const lookups = (record: string, result: string) =>
      valueOf(samples, 'completionist_cache_lookups_total', { record, result });
    expect([lookups('player', 'hit'), lookups('player', 'miss')]).toEqual([1, 1]);
    expect([lookups('library', 'hit'), lookups('library', 'miss')]).toEqual([undefined, 1]);
    expect(text).not.toContain('maxmilyin');
  });

  test('shows how many libraries there are, and how often one was fresh', async () => {
    const { observer } = watched();
    const ref = { kind: 'name', name: 'MaxMilyin' } as const;
    const libraries = observer.libraries({
      fresh: () => undefined,
      open: notAskedFor,
      atHand: notAskedFor,
      refreshed: notAskedFor,
      holdings: () => ({ count: 7, newestAt: null }),
    });
    expect(libraries.fresh(ref)).toBeUndefined();
    expect(libraries.holdings().count).toBe(7);
    const { samples } = await scrape({ observer });
    expect(valueOf(samples, 'completionist_library_lookups_total', { result: 'miss' })).toBe(1);
    expect(valueOf(samples, 'completionist_libraries')).toBe(7);
  });
});

describe('announcements', () => {
  test('count every try to post by what came of it', async () => {
    const { observer, clock } = watched();
    const outcomes: PostOutcome[] = [
      { kind: 'unsure' },
      { kind: 'posted', messageId: '1' },
      { kind: 'posted', messageId: '2' },
    ];
    const channels = new RecordingChannels(clock);
    channels.outcome = () => outcomes.shift() ?? null;
    const posts = observer.posts(channels);
    const { signal } = new AbortController();
    for (let tries = 0; tries < 3; tries += 1) await posts.post('100', '{}', 'nonce', signal);
    const { samples } = await scrape({ observer });
    const count = (outcome: string) => valueOf(samples, 'completionist_posts_total', { outcome });
    expect([count('posted'), count('unsure'), count('refused')]).toEqual([2, 1, undefined]);
  });

  test.each([true, false])('tell which process reads the award feed: %s', async (is) => {
    const { samples } = await scrape(watched(), bot({ isAnnouncing: () => is }));
    expect(valueOf(samples, 'completionist_announcing')).toBe(is ? 1 : 0);
  });
});

describe('a scrape', () => {
  test('is in Prometheus’ text format, with help and type for every metric', async () => {
    const { response, text, samples } = await scrape(watched());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const described = (word: string) =>
      new Set([...text.matchAll(new RegExp(`^# ${word} (\\S+) `, 'gm'))].map(([, name]) => name));
    expect(described('HELP')).toEqual(described('TYPE'));
    expect(described('TYPE')).toContain('completionist_interactions_total');
    for (const { name } of samples) {
      expect([name, name.replace(/_(?:bucket|sum|count)$/, '')]).toSatisfy((names: string[]) =>
        names.some((known) => described('TYPE').has(known)),
      );
    }
  });

  test('has the process itself in it', async () => {
    const { samples } = await scrape(watched());
    expect(valueOf(samples, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect(samples.map(({ name }) => name)).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  test('tells whether Discord is connected, and how far away it is', async () => {
    const { samples } = await scrape(watched());
    expect(valueOf(samples, 'completionist_gateway_connected')).toBe(1);
    expect(valueOf(samples, 'completionist_gateway_latency_seconds')).toBe(0.08);
    const status = { ...bot().status(), gatewayLatencyMs: null };
    const alone = await scrape(
      watched(),
      bot({ isConnected: () => Promise.resolve(false), status: () => status }),
    );
    expect(valueOf(alone.samples, 'completionist_gateway_connected')).toBe(0);
    expect(valueOf(alone.samples, 'completionist_gateway_latency_seconds')).toBeUndefined();
  });
});
