import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { beforeAll, describe, expect, it, onTestFinished, test } from 'vitest';

import { allCommands } from '#commands/index.ts';
import type { AllServices } from '#commands/services.ts';
import { pauseNoticeMessage } from '#src/announcements/messages/pause-notice.ts';
import { plainPostMessage } from '#src/announcements/messages/plain-post.ts';
import { postMessage } from '#src/announcements/messages/post-message.ts';
import { createPeopleInFeeds } from '#src/announcements/people-in-feeds.ts';
import { createBatchIds, createPlanner } from '#src/announcements/posting/planner.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import type { Translations } from '#src/messages/languages/translate.ts';
import { deletionMessage } from '#src/people/messages/delete-data.ts';
import { privacyMessage } from '#src/people/messages/privacy.ts';
import type { StoredData } from '#src/people/personal-data.ts';
import { digest, game, games, player, playerNumber } from '#test/announcements/messages/posts.ts';
import { feed } from '#test/announcements/tables/rows.ts';
import { HERE, startManagement } from '#test/commands/announcements/stage.ts';
import { startBot } from '#test/commands/run-command.ts';
import { usableNames } from '#test/commands/usable-names.ts';
import { clickOf, commandOf } from '#test/discord/interactions/interactions.ts';
import { failure, MAX_ULID } from '#test/progress/scripted-site.ts';
import { openTestStore } from '#test/support/store.ts';

import { plainEnglish, pseudoTranslations, readIn } from './pseudo.ts';

let translate: Translations;
beforeAll(async () => {
  translate = await pseudoTranslations();
});

/** All words of plain English that somebody would read. */
const englishIn = (body: unknown) => readIn(body).flatMap((text) => plainEnglish(text));

describe('the pseudo-language', () => {
  test('is longer, in brackets, and has accents except in code', () => {
    const t = translate('de');
    expect(t('library.updated', { age: 'X' })).toBe('⟦Ûþďåťéď X····⟧');
    expect(t('library.systemGames', { count: 2 })).toMatch(/^⟦2 ĝåṁéš·+⟧$/);
    expect(t('failure.unknownCommand')).toContain('Ťýþé `/` ťö');
  });

  test('shows what isn’t translated', () => {
    expect(englishIn({ content: 'Hello **MaxMilyin**', components: [{ label: 'Go on' }] })).toEqual(
      ['Hello', 'Go', 'on'],
    );
  });
});

type Use = readonly [name: string, options: Readonly<Record<string, unknown>>];

/** Commands to try. */
const USES: readonly Use[] = [
  ['progress', { user: 'MaxMilyin' }],
  ['progress', { user: 'MaxMilyin', status: 'mastered', sort: 'title', search: 'zzz' }],
  ['progress', { user: 'Nobody' }],
  ['progress', { user: '??' }],
  ['progress', { user: 'MaxMilyin', system: 'gamebo' }],
  ['progress', { user: 'MaxMilyin', system: 'qqq' }],
  ['progress', {}],
  ['random', { user: 'MaxMilyin' }],
  ['random', { user: 'MaxMilyin', status: 'revised' }],
  ['game', { title: 'Sonic' }],
  ['leaderboard', {}],
  ['leaderboard', { period: 'week', kind: 'mastered', casual: true }],
  ['compare', { user: 'MaxMilyin' }],
  ['stats', { user: 'MaxMilyin' }],
  ['link', { user: 'MaxMilyin' }],
  ['unlink', {}],
  ['privacy', {}],
  ['help', {}],
  ['about', {}],
];

/** The same for subcommands of `/announcements`. */
const SUBCOMMAND_USES: readonly Use[] = [
  ['setup', {}],
  ['setup', { schedule: 'weekly', hour: 7, weekday: 'friday', timezone: 'UTC' }],
  ['setup', { schedule: 'live', hour: 7, weekday: 'friday' }],
  ['setup', { timezone: 'nowhere' }],
  ['track', { user: 'MaxMilyin' }],
  ['track', { user: 'MaxMilyin Nobody' }],
  ['untrack', { user: 'Nobody' }],
  ['list', {}],
  ['status', {}],
  ['test', {}],
  ['pause', {}],
  ['resume', {}],
  ['invite', {}],
  ['remove', {}],
];

/** All commands behind the router; those of `/announcements` are tried with channels below. */
function start() {
  const bot = startBot(30, translate);
  const { api, live, clock } = bot;
  const services: AllServices = {
    ...bot.services,
    async peopleInFeeds() {
      const store = await openTestStore('sqlite');
      onTestFinished(() => store[Symbol.asyncDispose]());
      const planner = createPlanner(createBatchIds(clock));
      return createPeopleInFeeds({ store, planner, clock });
    },
    announcements: () => Promise.reject(new Error('Not here')),
  };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const router = createRouter({ commands: allCommands, services, texts, api, live, clock, log });
  async function ask(interaction: APIInteraction): Promise<unknown> {
    const before = api.calls.length;
    await router(interaction);
    const said = api.calls.slice(before).map(({ body }) => body);
    expect(readIn(said)).not.toEqual([]);
    return said;
  }
  return { ...bot, ask };
}

describe('no plain English is in', () => {
  test('any command: each is tried', () => {
    const tried = [
      ...USES.map(([name]) => name),
      ...SUBCOMMAND_USES.map(([name]) => `announcements ${name}`),
      'Show progress',
    ];
    expect([...new Set(tried)].toSorted()).toEqual(usableNames(allCommands).toSorted());
  });

  it.each(USES)('/%s %j', async (name, options) => {
    expect(englishIn(await start().ask(commandOf(name, options)))).toEqual([]);
  });

  it('“Show progress”', async () => {
    const member = { id: '8', username: 'x' };
    const data = { id: '5', name: 'Show progress', type: 2, target_id: '8' };
    const interaction = commandOf(
      '',
      {},
      { data: { ...data, resolved: { users: { 8: member } } } },
    );
    const said = await start().ask(interaction);
    expect(readIn(said).join('\n')).toContain('<@8>');
    expect(englishIn(said)).toEqual([]);
  });

  it('what follows a failure', async () => {
    const bot = start();
    bot.site.before = () => Promise.reject(failure({ kind: 'status', status: 503 }));
    expect(englishIn(await bot.ask(commandOf('progress', { user: 'MaxMilyin' })))).toEqual([]);
    expect(englishIn(await bot.ask(clickOf('zz:1')))).toEqual([]);
  });

  it.each(SUBCOMMAND_USES)('/announcements %s %j', async (name, options) => {
    const stage = startManagement(translate);
    await stage.has(HERE, ['MaxMilyin']);
    const before = stage.api.calls.length;
    await stage.use(name, options);
    const said = stage.api.calls.slice(before).map(({ body }) => body);
    const all = [...said, ...stage.channels.posted.map(({ body }) => body)];
    expect(readIn(all)).not.toEqual([]);
    expect(englishIn(all)).toEqual([]);
  });

  it('a post, a digest, its list, or a notice', () => {
    const t = translate('de');
    const details = {
      iconPath: '/Images/1.png',
      possible: 36,
      awarded: 36,
      awardedHardcore: 20,
      nth: { count: 100, isMilestone: true },
      nthOnSystem: { count: 12, isMilestone: false },
    };
    const [one, other] = [player(), playerNumber(2)];
    const single = {
      kind: 'single',
      post: { player: one, game: game({ alsoEarned: ['beaten-hardcore'] }), details, roleId: null },
    } as const;
    const lines = games(30).map((won) => ({ player: one, game: won }));
    const collected = { kind: 'collected', post: { lines, roleId: null } } as const;
    const post = digest([
      { player: one, games: games(80) },
      { player: other, games: games(3, { kind: 'completed' }) },
    ]);
    const pause = { reason: 'missingPermissions', at: 0 } as const;
    const messages = [
      ...[single, collected, { kind: 'digest', post } as const].flatMap((each) => [
        JSON.parse(String(postMessage(each, { t, mediaUrl: 'https://media.example' }).json)),
        plainPostMessage(each, t),
      ]),
      pauseNoticeMessage([{ ...feed('1'), pause }], () => '</x:5>', t),
    ];
    expect(englishIn(messages)).toEqual([]);
  });

  it('what is stored about someone', () => {
    const t = translate('de');
    const channel = { channelId: '90', guildId: '9' };
    const data: StoredData = {
      userId: '1',
      link: {
        userId: '1',
        ulid: MAX_ULID,
        name: 'MaxMilyin',
        linkedAt: 1,
        verifiedAt: 1,
        code: null,
      },
      isDenied: false,
      announcedIn: [channel],
      addedThemselvesIn: ['90'],
      manages: [channel],
      leaderboards: [
        { guildId: '9', joinedAt: 1 },
        { guildId: '8', joinedAt: null },
      ],
      gameCount: 30,
      lookedUp: ['MaxMilyin'],
    };
    const messages = [
      privacyMessage(data, { t, guildId: '9', now: 0, policyUrl: 'https://x.example' }),
      deletionMessage(data, t),
    ];
    expect(readIn(messages).length).toBeGreaterThan(4);
    expect(englishIn(messages)).toEqual([]);
  });
});
