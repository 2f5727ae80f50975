import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { compare } from '#commands/compare.ts';
import { commands } from '#commands/index.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { clickOf, commandOf, modalOf, typingOf } from '#test/discord/interactions/interactions.ts';
import { progress as game } from '#test/progress/entries.ts';
import {
  byName,
  failure,
  gamesOf,
  MAX_ULID,
  OTHER_ULID,
  TTL_MS,
  updatesOf,
} from '#test/progress/scripted-site.ts';

import { startBot } from './run-command.ts';

/** `/compare` behind the router; the site has MaxMilyin and NewLeaf, who share some games. */
function start(
  one: number | readonly GameProgress[] = 30,
  other: number | readonly GameProgress[] = 25,
) {
  const bot = startBot(0);
  const [mine, theirs] = [one, other].map((games) =>
    typeof games === 'number' ? gamesOf(games) : games,
  );
  bot.account.games = mine ?? [];
  const leaf = { name: 'NewLeaf', ulid: OTHER_ULID, games: theirs ?? [] };
  bot.site.accounts.push(leaf);
  const { api, live, clock, account, site, services } = bot;
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const router = createRouter({ commands: [compare], services, texts, api, live, clock, log });
  return {
    api,
    clock,
    account,
    leaf,
    site,
    services,
    /** Resolves when it is answered; gives what Discord was told meanwhile. */
    async ask(interaction: APIInteraction) {
      const before = api.calls.length;
      await router(interaction);
      return api.calls.slice(before);
    },
  };
}

type Bot = ReturnType<typeof start>;

const BOTH = { user: 'MaxMilyin', other: 'NewLeaf' };
const asked = (options: Readonly<Record<string, unknown>> = BOTH) => commandOf('compare', options);

const said = (calls: unknown) => JSON.stringify(calls);
const footerOf = (calls: unknown) => /"footer":\{"text":"([^"]*)"/.exec(said(calls))?.[1];

/** Both libraries are in memory, and nothing was asked so far. */
async function ready(...games: Parameters<typeof start>): Promise<Bot> {
  const bot = start(...games);
  for (const name of ['MaxMilyin', 'NewLeaf']) {
    await updatesOf(bot.services.libraries, byName(name));
  }
  bot.site.requests.length = 0;
  return bot;
}

/** The custom_ids in what Discord was told last, by their action's digit. */
function idIn({ api }: Bot, action: number): string {
  const [found] = new RegExp(`c1:${action}:[^"]*`).exec(JSON.stringify(api.calls.at(-1))) ?? [];
  if (found === undefined) throw new Error(`Nothing does ${action}`);
  return found;
}

/** Actions, as they are written into a custom_id. */
const [FIRST, PREVIOUS, JUMP, NEXT, LAST, LIST, SORT] = [0, 1, 2, 3, 4, 5, 6] as const;

const privately = (sentence: string | RegExp) => [
  {
    body: {
      type: 4,
      data: {
        flags: 64,
        content:
          typeof sentence === 'string'
            ? expect.stringContaining(sentence)
            : expect.stringMatching(sentence),
      },
    },
  },
];

async function link(
  bot: Bot,
  userId: string,
  of: Pick<Bot['account'], 'name' | 'ulid'>,
  verified: boolean,
) {
  const { links } = await bot.services.people();
  await links.save({ userId, ulid: of.ulid, name: of.name, linkedAt: 0, code: null });
  if (verified) await links.verify(userId, of.ulid, 2);
}

describe('/compare', () => {
  it('accepts two players the way /progress accepts one, and private, everywhere', () => {
    const { options = [], ...rest } = compare.definition;
    expect(options.map(({ name }) => name)).toEqual(['user', 'other', 'private']);
    for (const option of options) expect(option).not.toMatchObject({ required: true });
    expect(rest).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(commands).toContain(compare);
  });

  it('shows libraries in memory at once, without any request', async () => {
    const bot = await ready();
    const calls = await bot.ask(asked());
    expect(calls).toMatchObject([{ call: 'callback', body: { type: 4 } }]);
    expect(footerOf(calls)).toBe('Games 1–10 of 25 · Page 1 of 3');
    expect(said(calls)).toContain('**25** games in common');
    expect(bot.site.requests).toEqual([]);
  });

  it.each([
    'https://retroachievements.org/user/NewLeaf',
    OTHER_ULID,
    ' @newleaf, ',
    'ＮｅｗＬｅａｆ',
  ])('understands %s', async (other) => {
    const bot = start();
    expect(said(await bot.ask(asked({ user: 'maxmilyin', other })))).toContain('[NewLeaf]');
  });

  it('turns its pages in every way', async () => {
    const bot = await ready();
    await bot.ask(asked());
    const pages = [];
    for (const action of [NEXT, LAST, PREVIOUS, FIRST]) {
      const calls = await bot.ask(clickOf(idIn(bot, action)));
      expect(calls).toMatchObject([{ call: 'callback', body: { type: 7 } }]);
      pages.push(/Page \d/.exec(footerOf(calls) ?? '')?.[0]);
    }
    expect(pages).toEqual(['Page 2', 'Page 3', 'Page 2', 'Page 1']);
    const jump = idIn(bot, JUMP);
    const modal = await bot.ask(clickOf(jump));
    expect(modal).toMatchObject([{ body: { type: 9, data: { custom_id: jump } } }]);
    expect(said(modal)).toContain('Page number (1–3)');
    for (const [typed, page] of [
      ['page 3', 'Page 3'],
      ['1', 'Page 1'],
      ['last', 'Page 3'],
      ['1,000', 'Page 3'],
      ['0', 'Page 1'],
    ]) {
      const calls = await bot.ask(modalOf(jump, { page: typed }));
      expect(footerOf(calls)).toContain(`${page} of 3`);
    }
    expect(await bot.ask(modalOf(jump, { page: 'x' }))).toMatchObject(
      privately('not a page number'),
    );
    expect(bot.site.requests).toEqual([]);
  });

  it('changes the games and their order with its menus, and keeps the sort if it can', async () => {
    const bot = await ready();
    await bot.ask(asked());
    const sorted = await bot.ask(clickOf(idIn(bot, SORT), { values: ['title'] }));
    expect(sorted).toMatchObject([{ body: { type: 7 } }]);
    expect(said(sorted)).toContain('-# Title (A–Z) · Updated');
    const listed = await bot.ask(clickOf(idIn(bot, LIST), { values: ['one'] }));
    expect(footerOf(listed)).toBe('Games 1–5 of 5 · Page 1 of 1');
    expect(said(listed)).toContain('-# Games only MaxMilyin has · Title (A–Z) · Updated');
    const nothing = await bot.ask(clickOf(idIn(bot, LIST), { values: ['other'] }));
    expect(said(nothing)).toContain('**MaxMilyin** has every game that **NewLeaf** has.');
    expect(said(await bot.ask(clickOf(idIn(bot, LIST), { values: ['x'] })))).toContain(
      'from a different version of the bot',
    );
  });

  it('gives someone else their own copy, at the page they chose', async () => {
    const bot = await ready();
    await bot.ask(asked());
    const copy = await bot.ask(clickOf(idIn(bot, NEXT), { userId: '2' }));
    expect(copy).toMatchObject([{ body: { type: 4, data: { flags: 64 } } }]);
    expect(footerOf(copy)).toContain('Page 2 of 3');
    const next = await bot.ask(clickOf(idIn(bot, NEXT), { userId: '2', flags: 64 }));
    expect(next).toMatchObject([{ body: { type: 7 } }]);
    expect(footerOf(next)).toContain('Page 3 of 3');
  });

  it('loads libraries for a button from before a restart, even after both were renamed', async () => {
    const before = await ready();
    await before.ask(asked());
    const button = idIn(before, LAST);
    expect(button).toContain(MAX_ULID);
    const after = start();
    after.account.name = 'MaxTwo';
    after.leaf.name = 'OldLeaf';
    const calls = await after.ask(clickOf(button));
    expect(calls).toMatchObject([{ body: { type: 7 } }]);
    expect(said(calls)).toContain('[MaxTwo]');
    expect(said(calls)).toContain('[OldLeaf]');
    expect(footerOf(calls)).toContain('Page 3 of 3');
  });

  it('with private is for the caller alone, and so are the names', async () => {
    const bot = await ready();
    expect(await bot.ask(asked({ ...BOTH, private: true }))).toMatchObject([
      { body: { data: { flags: 64 } } },
    ]);
    expect(bot.services.recentPlayers.suggest('2', 'new', 25)).toEqual([]);
    await bot.ask(asked());
    expect(bot.services.recentPlayers.suggest('2', 'new', 25)).toEqual(['NewLeaf']);
  });

  it.each(['user', 'other'])(
    'suggests the caller’s own account and players in %s',
    async (option) => {
      const bot = await ready();
      await link(bot, '1', bot.account, false);
      await bot.ask(asked());
      const choices = await bot.ask(typingOf('compare', option, ''));
      expect(choices).toMatchObject([
        { body: { data: { choices: [{ value: 'MaxMilyin' }, { value: 'NewLeaf' }] } } },
      ]);
    },
  );
});

describe('the compared players', () => {
  it.each([
    [{ other: 'NewLeaf' }, 'MaxMilyin', 'NewLeaf'],
    [{ user: 'NewLeaf' }, 'NewLeaf', 'MaxMilyin'],
    [{ user: 'me', other: 'NewLeaf' }, 'MaxMilyin', 'NewLeaf'],
    [{ user: 'NewLeaf', other: '<@1>' }, 'NewLeaf', 'MaxMilyin'],
    [{ other: '<@2>' }, 'MaxMilyin', 'NewLeaf'],
  ])('for someone with an account, %o', async (options, one, other) => {
    const bot = await ready();
    await link(bot, '1', bot.account, false);
    await link(bot, '2', bot.leaf, true);
    const text = said(await bot.ask(asked(options)));
    expect(text).toContain(`🅰️ **[${one}]`);
    expect(text).toContain(`🅱️ **[${other}]`);
  });

  it.each([
    [{ user: 'NewLeaf', other: '<@1>' }, 'Enter a RetroAchievements username in `other` of'],
    [{ user: '<@1>', other: 'NewLeaf' }, 'Enter a RetroAchievements username in `user` of'],
    [{}, 'I don’t know who to compare. Enter a RetroAchievements username in `user` or `other`'],
    [{ user: 'NewLeaf' }, 'in `other` of </compare:5>, or link your own account with </link:5>'],
    [{ other: 'NewLeaf' }, 'in `user` of </compare:5>, or link your own account with </link:5>'],
    [{ user: 'me', other: 'NewLeaf' }, 'in `user` of </compare:5>, or link your own account'],
    [
      { user: 'MaxMilyin', other: '<@2>' },
      '<@2> hasn’t linked and verified a RetroAchievements account',
    ],
    [{ user: 'MaxMilyin', other: '!' }, '“!” isn’t a RetroAchievements username'],
    [{ user: 'Nobody', other: 'NewLeaf' }, 'no player called **Nobody**'],
    [{ user: 'MaxMilyin', other: 'Nobody' }, 'no player called **Nobody**'],
  ])('for someone without one, %o gets a sentence', async (options, sentence) => {
    const bot = start();
    // Not verified, so nobody else sees it.
    await link(bot, '2', bot.leaf, false);
    expect(await bot.ask(asked(options))).toMatchObject(privately(sentence));
  });

  it.each([
    ['maxmilyin', 'by the same name', 0],
    ['<@1>', 'by mention', 0],
    ['me', 'as me', 0],
    [MAX_ULID, 'by the ULID', Infinity],
  ])('are never the same account twice: %s (%s)', async (other, _, requests) => {
    const bot = start();
    await link(bot, '1', bot.account, true);
    const calls = await bot.ask(
      asked({ user: other === 'maxmilyin' || other === MAX_ULID ? 'MaxMilyin' : 'me', other }),
    );
    expect(calls).toMatchObject(privately('These are the same account.'));
    expect(bot.site.requests.length).toBeLessThanOrEqual(requests);
  });

  it('are never one account under two names', async () => {
    const bot = start();
    bot.site.accounts.push({ ...bot.account, name: 'OldMax' });
    expect(await bot.ask(asked({ user: 'MaxMilyin', other: 'OldMax' }))).toMatchObject(
      privately('These are the same account.'),
    );
  });

  it('have to have games', async () => {
    for (const games of [
      [30, 0],
      [0, 30],
    ] as const) {
      expect(await start(...games).ask(asked())).toMatchObject(
        privately(/\*\*(?:NewLeaf|MaxMilyin)\*\* has no games yet/),
      );
    }
  });
});

/** The site waits with the second page until the gate opens. */
function gated() {
  const bot = start(1_234, gamesOf(700));
  const gate = Promise.withResolvers<void>();
  bot.site.before = (request) => (request.endsWith(' 500') ? gate.promise : Promise.resolve());
  return { bot, gate };
}

describe('libraries that aren’t in memory', () => {
  it('are loaded completely first, while the reply says how far they are', async () => {
    const { bot, gate } = gated();
    bot.site.before = (request) =>
      request.endsWith(' 1000') || request === 'progress NewLeaf 500'
        ? gate.promise
        : request.endsWith(' 500')
          ? bot.clock.sleep(1_500)
          : Promise.resolve();
    const answered = bot.ask(asked());
    await bot.clock.advance(1_000);
    expect(bot.api.calls).toEqual([{ call: 'callback', body: { type: 5 } }]);
    await bot.clock.advance(500);
    expect(bot.api.calls.slice(1)).toMatchObject([
      {
        call: 'editOriginal',
        body: {
          content:
            '⏳ **MaxMilyin**: 1,000 of 1,234 games loaded\n⏳ **NewLeaf**: 500 of 700 games loaded',
        },
      },
    ]);
    gate.resolve();
    const calls = await answered;
    expect(calls.map(({ call }) => call)).toEqual(['callback', 'editOriginal', 'editOriginal']);
    expect(calls.at(-1)).toMatchObject({ body: { content: '' } });
    expect(footerOf(calls.at(-1))).toBe('Games 1–10 of 700 · Page 1 of 70');
  });

  it('aren’t compared if only half of one comes, and only the caller is told, however late', async () => {
    const { bot, gate } = gated();
    const answered = bot.ask(asked());
    await bot.clock.advance(1_000);
    gate.reject(failure({ kind: 'timeout' }));
    const calls = await answered;
    expect(calls.map(({ call }) => call)).toEqual(['callback', 'deleteOriginal', 'followUp']);
    expect(calls.at(-1)).toMatchObject({
      body: { flags: 64, content: expect.stringContaining('Try again in a few minutes.') },
    });
  });

  it('both stop loading if one of them can’t be loaded', async () => {
    const bot = start();
    const gate = Promise.withResolvers<void>();
    bot.site.before = (request) =>
      request.includes('MaxMilyin') ? gate.promise : Promise.resolve();
    const calls = await bot.ask(asked({ user: 'MaxMilyin', other: 'Nobody' }));
    expect(calls).toMatchObject(privately('no player called **Nobody**'));
    gate.resolve();
    await bot.clock.advance(0);
    expect(bot.api.calls).toHaveLength(1);
  });

  it('can’t be loaded while the site is down, and the reply says so', async () => {
    const bot = start();
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    expect(await bot.ask(asked())).toMatchObject(privately('can’t reach RetroAchievements'));
  });

  it('are charged to the caller, who is told when their share is used up', async () => {
    const bot = start();
    const { completionProgress } = bot.site;
    const people = new Set<string | undefined>();
    bot.site.completionProgress = (ref, range, request) => {
      people.add(request.person);
      return completionProgress(ref, range, request);
    };
    await bot.ask(asked());
    expect([...people]).toEqual(['1']);

    const spent = start();
    spent.site.before = async () => {
      throw failure({ kind: 'own-share', retryAfterMs: 20_000 });
    };
    expect(await spent.ask(asked())).toMatchObject(privately('looked up a lot of games'));
  });
});

/** Both libraries are in memory, and were loaded some time ago. */
async function old(): Promise<Bot> {
  const bot = await ready();
  await bot.clock.advance(TTL_MS);
  return bot;
}

describe('old copies', () => {
  it('are shown at once, and then replaced by new ones', async () => {
    const bot = await old();
    bot.account.games = [...gamesOf(30), game({ gameId: 31 })];
    bot.leaf.games = [...gamesOf(25), game({ gameId: 31 })];
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const answered = bot.ask(asked());
    await bot.clock.advance(0);
    expect(bot.api.calls).toMatchObject([{ call: 'callbackWithMessage', body: { type: 4 } }]);
    expect(footerOf(bot.api.calls)).toContain('of 25 ·');
    gate.resolve();
    const calls = await answered;
    expect(calls.map(({ call }) => call)).toEqual(['callbackWithMessage', 'editOriginal']);
    expect(footerOf(calls.at(-1))).toContain('of 26 ·');
  });

  it('are shown while the site is down, with their age and the reason', async () => {
    const bot = await old();
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    const calls = await bot.ask(asked());
    expect(footerOf(calls.at(-1))).toContain('of 25 ·');
    expect(said(calls.at(-1))).toMatch(/-# ⚠️ Saved copy from <t:\d+:R>\. I can’t reach/);
  });

  it('say which one isn’t fresh', async () => {
    const bot = await old();
    await updatesOf(bot.services.libraries, byName('MaxMilyin'), { refresh: true });
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    const calls = await bot.ask(asked());
    expect(said(calls.at(-1))).toMatch(
      /-# ⚠️ \*\*NewLeaf\*\*: saved copy from <t:\d+:R>\. I can’t/,
    );
  });

  it('of an account that is now gone end with its sentence, for the caller alone', async () => {
    const bot = await old();
    bot.site.accounts.pop();
    const calls = await bot.ask(asked());
    expect(calls.at(-1)).toMatchObject({
      call: 'followUp',
      body: {
        flags: 64,
        content: expect.stringContaining('gone from RetroAchievements: **NewLeaf**'),
      },
    });
  });

  it('of an account that is gone aren’t shown after that sentence', async () => {
    const bot = start();
    await updatesOf(bot.services.libraries, byName('NewLeaf'));
    await bot.clock.advance(TTL_MS);
    bot.site.accounts.pop();
    const gate = Promise.withResolvers<void>();
    bot.site.before = (request) =>
      request.includes('MaxMilyin') ? gate.promise : Promise.resolve();
    const calls = await bot.ask(asked());
    expect(calls).toMatchObject(privately('gone from RetroAchievements: **NewLeaf**'));
    gate.resolve();
    await updatesOf(bot.services.libraries, byName('MaxMilyin'));
    await bot.clock.advance(0);
    expect(bot.api.calls).toHaveLength(1);
  });

  it('give way to a page that someone has moved on to', async () => {
    const bot = await old();
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const first = bot.ask(asked());
    await bot.clock.advance(0);
    const button = idIn(bot, NEXT);
    const turned = Promise.withResolvers<void>();
    bot.api.respond = async () => turned.resolve();
    const next = bot.ask(clickOf(button, { said: { message: { id: 'message-1' } } }));
    await turned.promise;
    gate.resolve();
    await Promise.all([first, next]);
    const shown = bot.api.calls.map((call) => /Page \d/.exec(footerOf(call) ?? '')?.[0]);
    expect(shown[0]).toBe('Page 1');
    expect(new Set(shown.slice(1))).toEqual(new Set(['Page 2']));
  });
});
