import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { commands } from '#commands/index.ts';
import { progress } from '#commands/progress.ts';
import { random } from '#commands/random.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { clickOf, commandOf, typingOf } from '#test/discord/interactions/interactions.ts';
import { progress as game } from '#test/progress/entries.ts';
import { byName, failure, gamesOf, TTL_MS, updatesOf } from '#test/progress/scripted-site.ts';

import { startBot } from './run-command.ts';

const LAST = 1 - Number.EPSILON;

/** `/random` and the library behind the router, with chance as the test says. */
function start(games: number | readonly GameProgress[] = 30) {
  const bot = startBot(typeof games === 'number' ? games : 0);
  if (typeof games !== 'number') bot.account.games = games;
  const { api, live, clock, account, site } = bot;
  const chance = { next: 0 };
  const services = { ...bot.services, random: () => chance.next };
  const texts = createFailureTexts(services);
  const log = pino({ level: 'silent' });
  const router = createRouter({
    commands: [random, progress],
    services,
    texts,
    api,
    live,
    clock,
    log,
  });
  return {
    api,
    clock,
    account,
    site,
    services,
    chance,
    /** Resolves when it is answered; gives what Discord was told meanwhile. */
    async ask(interaction: APIInteraction) {
      const before = api.calls.length;
      await router(interaction);
      return api.calls.slice(before);
    },
  };
}

type Bot = ReturnType<typeof start>;

const asked = (options: Readonly<Record<string, unknown>> = {}) =>
  commandOf('random', { user: 'MaxMilyin', ...options });

/** The custom_id under a label in what Discord was told last. */
function buttonOf({ api }: Bot, label: string): string {
  const pattern = new RegExp(`"custom_id":"([^"]*)","label":"${label}"`);
  const [, id] = pattern.exec(JSON.stringify(api.calls.at(-1))) ?? [];
  if (id === undefined) throw new Error(`No button says ${label}`);
  return id;
}

const said = (calls: unknown) => JSON.stringify(calls);
const drawnIn = (calls: unknown) => /"title":"([^"]*)"/.exec(said(calls))?.[1];

async function press(bot: Bot, label: string, options: Parameters<typeof clickOf>[1] = {}) {
  return bot.ask(clickOf(buttonOf(bot, label), options));
}

/** The library is in memory, and nothing was asked so far. */
async function ready(games?: number | readonly GameProgress[]): Promise<Bot> {
  const bot = start(games);
  await updatesOf(bot.services.libraries, byName('MaxMilyin'));
  bot.site.requests.length = 0;
  return bot;
}

describe('/random', () => {
  it('accepts a user, a system, and a status like /progress does, and private', () => {
    const { options = [] } = random.definition;
    expect(options.map(({ name }) => name)).toEqual(['user', 'system', 'status', 'private']);
    for (const option of options) {
      const { description, ...same } = option;
      expect(progress.definition.options).toContainEqual(expect.objectContaining(same));
      expect(description.length).toBeLessThanOrEqual(100);
    }
    expect(random.definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
    expect(commands).toContain(random);
  });

  it.each([
    [
      'has something left',
      [
        [5, 5],
        [0, 0],
        [2, 5],
        [5, 5],
      ],
      'The only unfinished game',
      [3],
    ],
    [
      'has nothing left, where there are only such',
      [
        [5, 5],
        [0, 0],
      ],
      '1 of 2 unfinished',
      [1, 2],
    ],
  ] as const)('draws an unfinished game that %s', async (_, counts, of, expected) => {
    const bot = await ready(
      counts.map(([awarded, possible], index) =>
        game({ gameId: index + 1, title: `Game ${index + 1}`, awarded, possible }),
      ),
    );
    const drawn = new Set<string | undefined>();
    for (const next of [0, LAST]) {
      bot.chance.next = next;
      drawn.add(drawnIn(await bot.ask(asked())));
    }
    expect([...drawn]).toEqual(expected.map((id) => `Game ${id}`));
    expect(said(bot.api.calls)).toContain(of);
    expect(drawnIn(await bot.ask(asked({ status: 'all' })))).toBe(`Game ${counts.length}`);
  });

  it('offers no other game if there is none', async () => {
    const bot = await ready(1);
    expect(said(await bot.ask(asked()))).toContain(
      '"label":"Another","emoji":{"name":"🎲"},"disabled":true',
    );
    bot.account.games = gamesOf(2);
    await bot.clock.advance(TTL_MS);
    const edits = await bot.ask(asked());
    expect(said(edits.at(-1))).not.toContain('"disabled":true');
  });

  it('shows a game from the library with everything about it', async () => {
    const bot = await ready([
      game({
        gameId: 319,
        title: '~Hack~ Chrono*Trigger',
        iconPath: '/Images/074560.png',
        possible: 80,
        awarded: 20,
        awardedHardcore: 20,
        lastUnlockAt: 1_700_000_000_000,
      }),
    ]);
    expect(await bot.ask(asked())).toEqual([
      {
        call: 'callback',
        body: {
          type: 4,
          data: {
            allowed_mentions: { parse: [] },
            embeds: [
              {
                color: 0xcc_99_00,
                author: {
                  name: 'MaxMilyin',
                  url: 'https://retroachievements.org/user/MaxMilyin/progress',
                  icon_url: 'https://media.example/UserPic/MaxMilyin.png',
                },
                title: 'Chrono\\*Trigger',
                url: 'https://retroachievements.org/game/319',
                thumbnail: { url: 'https://media.example/Images/074560.png' },
                description:
                  '▫️ SNES `Hack`\n▰▰▱▱▱▱▱▱▱▱ 25% 20/80\n-# Last unlock <t:1700000000:R>',
                footer: { text: 'The only unfinished game' },
              },
            ],
            components: [
              {
                type: 1,
                components: [
                  expect.objectContaining({ style: 1, label: 'Another' }),
                  expect.objectContaining({ style: 2, label: 'Library' }),
                  expect.objectContaining({
                    style: 5,
                    url: 'https://retroachievements.org/game/319',
                  }),
                ],
              },
            ],
          },
        },
      },
    ]);
  });

  it('picks at random, and says from how many', async () => {
    const bot = await ready(1_234);
    expect(drawnIn(await bot.ask(asked()))).toBe('Game 1');
    bot.chance.next = 0.5;
    expect(drawnIn(await bot.ask(asked()))).toBe('Game 618');
    bot.chance.next = LAST;
    const calls = await bot.ask(asked());
    expect(drawnIn(calls)).toBe('Game 1234');
    expect(said(calls)).toContain('"footer":{"text":"1 of 1,234 unfinished games"}');
  });

  const MIXED = [
    game({ gameId: 1, title: 'Played [Subset - Bonus]' }),
    game({ gameId: 2, title: 'Mastered', award: 'mastered' }),
    game({ gameId: 3, title: 'Unfinished', systemId: 7, systemName: 'NES/Famicom' }),
    game({ gameId: 4, title: 'Unfinished too' }),
    game({ gameId: 5, title: 'Beaten', award: 'beaten-hardcore' }),
  ];

  it.each([
    [{}, ['Unfinished', 'Unfinished too'], '1 of 2 unfinished games'],
    [{ status: 'mastered' }, ['Mastered', 'Mastered'], 'The only mastered game'],
    [{ status: 'all' }, ['Played', 'Beaten'], '1 of 5 games'],
    [{ status: 'awarded' }, ['Mastered', 'Beaten'], '1 of 2 games with an award'],
    [{ system: 'nes' }, ['Unfinished', 'Unfinished'], 'The only unfinished game · NES'],
    [{ system: '3', status: 'all' }, ['Played', 'Beaten'], '1 of 4 games · SNES'],
  ])('with %o picks from those games', async (options, [first, last], footer) => {
    const bot = await ready(MIXED);
    const calls = await bot.ask(asked(options));
    expect(drawnIn(calls)).toBe(first);
    expect(said(calls)).toContain(`"footer":{"text":"${footer}"}`);
    bot.chance.next = LAST;
    expect(drawnIn(await bot.ask(asked(options)))).toBe(last);
  });

  it('with private is for the caller alone, and so is the name', async () => {
    const bot = await ready();
    expect(await bot.ask(asked({ private: true }))).toMatchObject([
      { body: { data: { flags: 64 } } },
    ]);
    expect(await bot.ask(typingOf('random', 'user', 'max'))).toMatchObject([
      { body: { data: { choices: [{ value: 'MaxMilyin' }] } } },
    ]);
    expect(bot.services.recentPlayers.suggest('2', 'max', 25)).toEqual([]);
    await bot.ask(asked());
    expect(bot.services.recentPlayers.suggest('2', 'max', 25)).toEqual(['MaxMilyin']);
  });

  it('suggests systems', async () => {
    const bot = start();
    expect(said(await bot.ask(typingOf('random', 'system', 'snes')))).toContain(
      '{"name":"SNES/Super Famicom","value":"3"}',
    );
  });
});

describe('a library that isn’t in memory', () => {
  it('is loaded completely before a game is picked from it', async () => {
    const bot = start(1_234);
    bot.chance.next = LAST;
    const gate = Promise.withResolvers<void>();
    bot.site.before = (request) => (request.endsWith(' 1000') ? gate.promise : Promise.resolve());
    const answered = bot.ask(asked());
    await bot.clock.advance(1_000);
    expect(bot.api.calls).toEqual([{ call: 'callback', body: { type: 5 } }]);
    gate.resolve();
    const calls = await answered;
    expect(calls.map(({ call }) => call)).toEqual(['callback', 'editOriginal']);
    expect(drawnIn(calls)).toBe('Game 1234');
    expect(said(calls)).toContain('1 of 1,234 unfinished games');
  });

  it('is loaded for a button from before a restart', async () => {
    const before = await ready(2);
    await before.ask(asked());
    const after = start(2);
    const calls = await after.ask(clickOf(buttonOf(before, 'Another')));
    expect(drawnIn(calls)).toBe('Game 2');
    expect(calls).toMatchObject([{ body: { type: 7 } }]);
  });

  it('isn’t picked from if only half of it comes', async () => {
    const bot = start(1_234);
    bot.site.before = async (request) => {
      if (request.endsWith(' 1000')) throw failure({ kind: 'timeout' });
    };
    const calls = await bot.ask(asked());
    expect(said(calls)).toContain('Try again in a few minutes.');
    expect(calls).toMatchObject([{ body: { type: 4, data: { flags: 64 } } }]);
  });
});

/** Three games, and what has changed about one. */
const changed = (gameId: number, change: Partial<GameProgress>) =>
  gamesOf(3).map((one) => (one.gameId === gameId ? { ...one, ...change } : one));

/** Shows a game of the old copy while the new one is on its way, then both. */
async function drawWhile(games: readonly GameProgress[], interaction = asked()) {
  const bot = await ready(3);
  await bot.clock.advance(TTL_MS);
  bot.account.games = games;
  const gate = Promise.withResolvers<void>();
  bot.site.before = () => gate.promise;
  const answered = bot.ask(interaction);
  await bot.clock.advance(0);
  const atOnce = [...bot.api.calls];
  bot.chance.next = LAST;
  gate.resolve();
  const calls = await answered;
  return { atOnce, after: calls.slice(atOnce.length) };
}

describe('an old copy of the library', () => {
  it('is picked from at once, and the game is kept and updated', async () => {
    const { atOnce, after } = await drawWhile(changed(1, { awarded: 9, awardedHardcore: 9 }));
    expect(drawnIn(atOnce)).toBe('Game 1');
    expect(said(atOnce)).toContain('50% 5/10');
    expect(after).toMatchObject([{ call: 'editOriginal' }]);
    expect(drawnIn(after)).toBe('Game 1');
    expect(said(after)).toContain('90% 9/10');
  });

  it('may have a game that is finished by now, and then another one is picked', async () => {
    const { atOnce, after } = await drawWhile(changed(1, { award: 'mastered' }));
    expect(drawnIn(atOnce)).toBe('Game 1');
    expect(drawnIn(after)).toBe('Game 3');
    expect(said(after)).toContain('1 of 2 unfinished games');
  });

  it('may be too old if it has no such game, so the new one decides', async () => {
    const { atOnce, after } = await drawWhile(
      changed(2, { award: 'mastered' }),
      asked({ status: 'mastered' }),
    );
    expect(atOnce).toEqual([]);
    expect(drawnIn(after)).toBe('Game 2');
  });

  it('is used while the site is down, with its age and the reason', async () => {
    const bot = await ready(3);
    await bot.clock.advance(TTL_MS);
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    const calls = await bot.ask(asked());
    expect(drawnIn(calls.slice(-1))).toBe('Game 1');
    expect(said(calls.at(-1))).toMatch(/⚠️ [^"]*<t:\d+:R>[^"]* Try again in a few minutes\./);
  });
});

describe('Another', () => {
  it('picks again in the same message, never the same game twice in a row', async () => {
    const bot = await ready(3);
    let last = drawnIn(await bot.ask(asked()));
    for (const next of [0, 0, 0.5, LAST, LAST, 0.4]) {
      bot.chance.next = next;
      const calls = await press(bot, 'Another');
      expect(calls).toMatchObject([{ call: 'callback', body: { type: 7 } }]);
      expect(drawnIn(calls)).not.toBe(last);
      last = drawnIn(calls);
    }
    expect(bot.site.requests).toEqual([]);
  });

  it('shows the only game again', async () => {
    const bot = await ready(1);
    await bot.ask(asked());
    expect(drawnIn(await press(bot, 'Another'))).toBe('Game 1');
  });

  it('keeps player, status, and system', async () => {
    const bot = await ready([
      game({ gameId: 1, title: 'One', award: 'mastered', systemId: 7 }),
      game({ gameId: 2, title: 'Two', award: 'mastered', systemId: 7 }),
      ...gamesOf(9, 3),
    ]);
    await bot.ask(asked({ status: 'mastered', system: 'nes' }));
    expect(drawnIn(await press(bot, 'Another'))).toBe('Two');
    expect(drawnIn(await press(bot, 'Another'))).toBe('One');
  });

  it('on someone else’s message gives a separate copy, which works on its own', async () => {
    const bot = await ready(3);
    await bot.ask(asked());
    const copy = await press(bot, 'Another', { userId: '2' });
    expect(copy).toMatchObject([{ call: 'callback', body: { type: 4, data: { flags: 64 } } }]);
    expect(drawnIn(copy)).toBe('Game 2');
    const next = await press(bot, 'Another', { userId: '2', flags: 64 });
    expect(next).toMatchObject([{ body: { type: 7 } }]);
    expect(drawnIn(next)).toBe('Game 1');
  });

  it('tells the presser if nothing is left, and leaves the message alone', async () => {
    const bot = await ready(1);
    await bot.ask(asked());
    bot.account.games = [game({ gameId: 1, award: 'mastered' })];
    await updatesOf(bot.services.libraries, byName('MaxMilyin'), { refresh: true });
    expect(await press(bot, 'Another')).toMatchObject([
      {
        body: { type: 4, data: { flags: 64, content: expect.stringContaining('**Unfinished**') } },
      },
    ]);
  });
});

describe('Library', () => {
  it('turns the message into the library with that filter', async () => {
    const bot = await ready([
      game({ gameId: 1, award: 'mastered', systemId: 7, systemName: 'NES/Famicom' }),
      ...gamesOf(30, 2),
    ]);
    await bot.ask(asked({ status: 'mastered', system: 'nes' }));
    const calls = await press(bot, 'Library');
    expect(calls).toMatchObject([{ call: 'callback', body: { type: 7 } }]);
    expect(said(calls)).toContain('"footer":{"text":"Game 1 of 1 · Page 1 of 1"}');
    expect(said(calls)).toContain('-# Mastered · ');
    expect(said(calls)).toContain('NES/Famicom: **1** played');
  });

  it('starts at the first page, whose buttons work', async () => {
    const bot = await ready(30);
    await bot.ask(asked());
    await press(bot, 'Library');
    const [, last] = /"custom_id":"(p1:4:[^"]*)"/.exec(said(bot.api.calls.at(-1))) ?? [];
    expect(said(await bot.ask(clickOf(String(last))))).toContain('Games 21–30 of 30 · Page 3 of 3');
  });

  it('on someone else’s message gives a separate copy', async () => {
    const bot = await ready(30);
    await bot.ask(asked());
    const calls = await press(bot, 'Library', { userId: '2' });
    expect(calls).toMatchObject([{ body: { type: 4, data: { flags: 64 } } }]);
    expect(said(calls)).toContain('Games 1–10 of 30 · Page 1 of 3');
  });
});

describe('what /random can’t do', () => {
  it.each([
    [
      'without a user',
      commandOf('random'),
      'username in `user` of </random:5>, or link your own account',
    ],
    [
      'with a name that nobody can have',
      asked({ user: '!' }),
      '“!” isn’t a RetroAchievements username',
    ],
    ['with an unknown system', asked({ system: 'qqq' }), '“qqq”'],
    ['with a system that may be two', asked({ system: 'ngc' }), 'GameCube or Neo Geo CD'],
    ['with an unknown player', asked({ user: 'Nobody' }), 'no player called **Nobody**'],
    [
      'without a match',
      asked({ status: 'revised', system: 'nes' }),
      'None of **MaxMilyin**’s games match **Awards for revised sets** · **NES/Famicom**. Use </random:5>',
    ],
  ])(
    '%s says what is wrong and what to do, to the caller alone',
    async (_, interaction, sentence) => {
      const bot = start();
      expect(await bot.ask(interaction)).toMatchObject([
        { body: { type: 4, data: { flags: 64, content: expect.stringContaining(sentence) } } },
      ]);
    },
  );

  it('says when there will be a game if there is none', async () => {
    const bot = start([]);
    expect(await bot.ask(asked())).toMatchObject([
      {
        body: {
          type: 4,
          data: { flags: 64, content: expect.stringMatching(/No games .*\*\*MaxMilyin\*\*/) },
        },
      },
    ]);
  });

  it('says that the site is down', async () => {
    const bot = start();
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    expect(await bot.ask(asked())).toMatchObject([
      { body: { data: { flags: 64, content: expect.stringContaining('can’t') } } },
    ]);
  });

  it.each(['rg1', 'rg1:', 'rg1:9:1:MaxMilyin:1::1', 'rg1:0:1:M:1::1', 'rg2:0:1:MaxMilyin:1::1'])(
    'says that it can’t read a button (%s)',
    async (customId) => {
      const bot = start();
      expect(await bot.ask(clickOf(customId))).toMatchObject([
        {
          body: {
            data: {
              flags: 64,
              content: expect.stringContaining('is from a different version of the bot'),
            },
          },
        },
      ]);
    },
  );
});
