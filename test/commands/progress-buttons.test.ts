import { describe, expect, it } from 'vitest';

import { progress } from '#commands/progress.ts';
import type { AnswerMode } from '#src/discord/interactions/answer-requests.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import type { LibraryAction } from '#src/progress/messages/library-custom-id.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { ME, startBot, YOU } from '#test/commands/run-command.ts';
import { query } from '#test/progress/entries.ts';
import { sentCustomId } from '#test/progress/messages/sent-custom-id.ts';
import {
  byName,
  failure,
  gamesOf,
  MAX_ULID,
  TTL_MS,
  updatesOf,
} from '#test/progress/scripted-site.ts';

const MAX = byName('MaxMilyin');
const UPDATE = { kind: 'update', messageId: 'page', ephemeral: false } as const;
const ASIDE = { kind: 'reply', ephemeral: true } as const;

function inputOf(
  action: LibraryAction,
  {
    page = 1,
    asked = {},
    values = [],
    fields = {},
  }: {
    readonly page?: number;
    readonly asked?: Partial<LibraryQuery>;
    readonly values?: readonly string[];
    readonly fields?: Readonly<Record<string, string>>;
  } = {},
): ComponentInput {
  const id = { action, ownerId: ME.id, player: MAX, page, query: query(asked) };
  const customId = sentCustomId(id);
  return { customId, values, fields: new Map(Object.entries(fields)) };
}

/** Presses something, as the router does. */
async function press(
  bot: ReturnType<typeof startBot>,
  input: ComponentInput,
  own: AnswerMode = UPDATE,
): Promise<void> {
  const use = progress.components?.[0]?.parse(input);
  if (!use) throw new Error(`${input.customId} could not be read`);
  const answer = bot.answerTo(use.aside ? ASIDE : own);
  await use.run({ caller: ME, answer, services: bot.services });
}

async function ready(gameCount = 30) {
  const bot = startBot(gameCount);
  await updatesOf(bot.services.libraries, MAX);
  bot.site.requests.length = 0;
  return bot;
}

/** Of the message in a call, with white space at its end, which Discord takes away. */
function descriptionIn(call: unknown): string {
  const [, json] = /"description":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(call)) ?? [];
  return String(JSON.parse(json ?? '""')).trimEnd();
}

const footers = (calls: unknown) =>
  [...JSON.stringify(calls).matchAll(/"footer":\{"text":"([^"]*)"\}/g)].map((match) => match[1]);

describe('paging', () => {
  it.each(['first', 'previous', 'next'] as const)(
    '%s shows the page in its custom_id, without asking the site',
    async (action) => {
      const bot = await ready();
      await press(bot, inputOf(action, { page: 2 }));
      expect(bot.api.calls).toMatchObject([{ call: 'callback', body: { type: 7 } }]);
      expect(footers(bot.api.calls)).toEqual(['Games 11–20 of 30 · Page 2 of 3']);
      expect(bot.site.requests).toEqual([]);
    },
  );

  it.each([1, 2, 3, 9])(
    'last shows the last page, whatever page is in its custom_id (%i)',
    async (page) => {
      const bot = await ready();
      await press(bot, inputOf('last', { page }));
      expect(footers(bot.api.calls)).toEqual(['Games 21–30 of 30 · Page 3 of 3']);
    },
  );

  it('last, pressed while the library loads, ends on its last page', async () => {
    const bot = startBot(1_234);
    await press(bot, inputOf('last', { page: 50 }));
    expect(footers(bot.api.calls).at(-1)).toBe('Games 1,231–1,234 of 1,234 · Page 124 of 124');
  });

  it.each([
    [true, []],
    [false, ['MaxMilyin']],
  ])(
    'in a message that only one person sees (%s) suggests to others %o',
    async (ephemeral, others) => {
      const bot = await ready();
      await press(bot, inputOf('next', { page: 2 }), { ...UPDATE, ephemeral });
      expect(bot.services.recentPlayers.suggest(ME.id, 'max', 25)).toEqual(['MaxMilyin']);
      expect(bot.services.recentPlayers.suggest(YOU.id, 'max', 25)).toEqual(others);
    },
  );

  it('to a page that no longer exists shows the nearest one', async () => {
    const bot = await ready();
    await press(bot, inputOf('next', { page: 99 }));
    expect(footers(bot.api.calls)).toEqual(['Games 21–30 of 30 · Page 3 of 3']);
  });

  it('keeps the query', async () => {
    const bot = await ready();
    await press(bot, inputOf('next', { page: 2, asked: { sort: 'title', search: 'game' } }));
    expect(JSON.stringify(bot.api.calls)).toContain('“game” · Title (A–Z)');
  });
});

describe('a menu', () => {
  it.each([
    ['status', 'mastered', {}, 'Mastered · Updated'],
    ['sort', 'title', {}, 'Title (A–Z) · Updated'],
    ['system', '3', {}, 'SNES/Super Famicom: **30** played'],
    ['system', 'all', { systemId: 3 }, '"-# Updated'],
    ['system', '999', {}, 'System 999: **0** played'],
    ['clear-search', '', { search: 'qqq', sort: 'oldest' }, '-# Oldest unlock first'],
  ] as const)(
    'for %s shows what was chosen (%s), from its first page',
    async (action, value, asked, words) => {
      const bot = await ready();
      await press(bot, inputOf(action, { values: [value], asked }));
      const shown = JSON.stringify(bot.api.calls).replaceAll('\\n', '"');
      expect(shown).toContain(words);
      expect(footers(bot.api.calls)[0]).toMatch(/Page 1 of|No games/);
    },
  );

  it.each([
    ['status', 'best'],
    ['sort', ''],
    ['system', 'nonsense'],
    ['system', '-1'],
    ['system', '1e99'],
    ['system', '2.5'],
    ['system', 'more'],
    ['system', 'more-1'],
  ] as const)('for %s with %o, which it does not offer any more, is outdated', (action, value) => {
    const [handler] = progress.components ?? [];
    expect(handler?.parse(inputOf(action, { values: [value] }))).toBeNull();
  });
});

describe('more systems', () => {
  it('show the rest of the menu, on the same page', async () => {
    const bot = await ready();
    bot.account.games = gamesOf(30).map((game, index) => ({
      ...game,
      systemId: 900 + index,
      systemName: `System ${900 + index}`,
    }));
    await press(bot, inputOf('refresh'));
    await press(bot, inputOf('system', { page: 2, values: ['more1'] }));
    const shown = JSON.stringify(bot.api.calls.at(-1));
    expect(footers(bot.api.calls.at(-1))).toEqual(['Games 11–20 of 30 · Page 2 of 3']);
    expect(shown).toContain('"label":"System 929"');
    expect(shown).not.toContain('"label":"System 900"');
    expect(shown).toContain('Back to the first systems');
  });
});

describe('the middle button', () => {
  it('asks for a page number, up to the last page', async () => {
    const bot = await ready();
    const input = inputOf('jump', { page: 2 });
    await press(bot, input);
    expect(bot.api.calls).toMatchObject([
      { body: { type: 9, data: { custom_id: input.customId } } },
    ]);
    expect(JSON.stringify(bot.api.calls)).toContain('Page number (1–3)');
  });

  it('asks at once even if the library isn’t in memory', async () => {
    const bot = startBot();
    await press(bot, inputOf('jump'));
    expect(JSON.stringify(bot.api.calls)).toContain('"Page number"');
    expect(bot.site.requests).toEqual([]);
  });

  it.each([
    ['3', 'Page 3 of 3'],
    [' 2 ', 'Page 2 of 3'],
    ['0', 'Page 1 of 3'],
    ['2/129', 'Page 2 of 3'],
    ['#２', 'Page 2 of 3'],
    ['1,000', 'Page 3 of 3'],
    ['last', 'Page 3 of 3'],
    ['1234567890', 'Page 3 of 3'],
    ['999999999', 'Page 3 of 3'],
  ])('goes to the typed page (%o)', async (page, words) => {
    const bot = await ready();
    await press(bot, inputOf('jump', { fields: { page } }));
    expect(bot.api.calls).toMatchObject([{ body: { type: 7 } }]);
    expect(footers(bot.api.calls)[0]).toContain(words);
  });

  it.each(['', 'seven', '-1', '2.5', '1e3', '1,2'])(
    'says if it isn’t a page number (%o)',
    async (page) => {
      const bot = await ready();
      await press(bot, inputOf('jump', { fields: { page } }));
      expect(bot.api.calls).toMatchObject([
        {
          body: {
            type: 4,
            data: { flags: 64, content: expect.stringContaining('not a page number') },
          },
        },
      ]);
    },
  );
});

describe('refresh', () => {
  it('asks the site, and shows what is new', async () => {
    const bot = await ready();
    bot.account.games = gamesOf(31);
    await press(bot, inputOf('refresh', { page: 1 }));
    expect(bot.site.requests.filter((request) => request.startsWith('progress'))).toHaveLength(1);
    expect(footers(bot.api.calls)).toEqual(['Games 1–10 of 31 · Page 1 of 4']);
  });

  it('says when it works again if pressed twice in half a minute', async () => {
    const bot = await ready();
    await press(bot, inputOf('refresh'));
    bot.site.requests.length = 0;
    await press(bot, inputOf('refresh'));
    expect(bot.site.requests).toEqual([]);
    expect(bot.api.calls.at(-1)).toMatchObject({
      body: { data: { flags: 64, content: expect.stringMatching(/again <t:\d+:R>/) } },
    });
  });

  it('shows the result of someone else’s refresh within half a minute, at no cost', async () => {
    const bot = await ready();
    await press(bot, inputOf('next', { page: 2 }));
    const old = descriptionIn(bot.api.calls.at(-1));
    bot.account.games = gamesOf(31);
    // In the same second.
    await bot.clock.advance(1);
    await press(bot, inputOf('refresh', { page: 2 }));
    const shown = descriptionIn(bot.api.calls.at(-1));
    const asked = bot.site.requests.length;
    await press(bot, { ...inputOf('refresh', { page: 2 }), shown: old });
    expect(bot.api.calls.at(-1)).toMatchObject({ body: { type: 7 } });
    expect(footers(bot.api.calls.at(-1))).toEqual(['Games 11–20 of 31 · Page 2 of 4']);
    expect(bot.site.requests).toHaveLength(asked);
    // There's nothing newer than that.
    await press(bot, { ...inputOf('refresh', { page: 2 }), shown });
    expect(JSON.stringify(bot.api.calls.at(-1))).toContain('was just refreshed');
  });

  it('doesn’t take anyone back who has turned the page meanwhile', async () => {
    const bot = await ready();
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const refreshed = press(bot, inputOf('refresh', { page: 1 }));
    await bot.clock.advance(1_000);
    await press(bot, inputOf('next', { page: 3 }));
    bot.account.games = gamesOf(31);
    gate.resolve();
    await refreshed;
    // The refresh was acknowledged, and changed nothing but what is known of the player.
    expect(bot.api.calls).toMatchObject([{ body: { type: 6 } }, { body: { type: 7 } }]);
    expect(footers(bot.api.calls)).toEqual(['Games 21–30 of 30 · Page 3 of 3']);
    await press(bot, inputOf('previous', { page: 2 }));
    expect(footers(bot.api.calls.at(-1))).toEqual(['Games 11–20 of 31 · Page 2 of 4']);
  });

  it('is acknowledged even if it ends within a second, after someone turned the page', async () => {
    const bot = await ready();
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const refreshed = press(bot, inputOf('refresh', { page: 1 }));
    await bot.clock.advance(0);
    await press(bot, inputOf('next', { page: 3 }));
    gate.resolve();
    await refreshed;
    expect(bot.api.calls).toMatchObject([{ body: { type: 7 } }, { body: { type: 6 } }]);
  });

  it('costs nothing if it fails, and the next one asks the site again', async () => {
    const bot = await ready();
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    await press(bot, inputOf('refresh'));
    bot.site.before = async () => undefined;
    bot.account.games = gamesOf(31);
    await press(bot, inputOf('refresh'));
    expect(footers(bot.api.calls.at(-1))).toEqual(['Games 1–10 of 31 · Page 1 of 4']);
  });

  it('by several people at once loads once, and costs one refresh', async () => {
    const bot = await ready();
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const presses = [1, 2, 3].map(() => press(bot, inputOf('refresh'), ASIDE));
    await bot.clock.advance(0);
    gate.resolve();
    await Promise.all(presses);
    expect(bot.site.requests.filter((request) => request.startsWith('progress'))).toHaveLength(1);
    expect(bot.services.refreshes.againAt('MaxMilyin')).not.toBeNull();
  });

  it('counts even if someone didn’t wait for it', async () => {
    const bot = await ready();
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const refreshed = press(bot, inputOf('refresh'));
    await bot.clock.advance(1_000);
    await press(bot, inputOf('next', { page: 3 }));
    gate.resolve();
    await refreshed;
    expect(bot.services.refreshes.againAt('MaxMilyin')).not.toBeNull();
  });

  it('shows the saved copy while the site is down, and says why', async () => {
    const bot = await ready();
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    await press(bot, inputOf('refresh'));
    expect(JSON.stringify(bot.api.calls)).toContain('I can’t reach RetroAchievements');
    expect(footers(bot.api.calls)).toEqual(['Games 1–10 of 30 · Page 1 of 3']);
  });
});

describe('an export', () => {
  it.each(['csv', 'json'] as const)('as %s is a file for whoever pressed', async (action) => {
    const bot = await ready(1_234);
    await press(bot, inputOf(action, { asked: { search: 'game 1' } }));
    expect(bot.api.calls).toMatchObject([
      {
        call: 'callback',
        files: [`MaxMilyin-progress.${action}`],
        body: { type: 4, data: { flags: 64 } },
      },
    ]);
    expect(JSON.stringify(bot.api.calls)).toContain(`as ${action.toUpperCase()}.`);
  });

  it.each([
    ['turned around', 'Max\u202eniylim\u2066', 'Maxniylim'],
    ['a path', '../Max Milyin', 'MaxMilyin'],
    ['no letters', '\u202e..', 'player'],
  ])('of a player whose name is %s has letters and digits in its name', async (_, name, file) => {
    const bot = startBot(12);
    bot.site.userProfile = async () => ({ name, ulid: MAX_ULID, avatarPath: null, motto: '' });
    await press(bot, inputOf('csv'));
    expect(bot.api.calls).toMatchObject([{ files: [`${file}-progress.csv`] }]);
  });

  it('waits for all of a library that isn’t in memory', async () => {
    const bot = startBot(1_234);
    await press(bot, inputOf('csv'));
    expect(JSON.stringify(bot.api.calls)).toContain('1,234 games from **MaxMilyin**’s library');
  });

  it('fails if only half of the library comes', async () => {
    const bot = startBot(1_234);
    bot.site.before = async (request) => {
      if (request.endsWith(' 1000')) throw failure({ kind: 'timeout' });
    };
    await expect(press(bot, inputOf('csv'))).rejects.toMatchObject({
      failure: { kind: 'timeout' },
    });
    expect(bot.api.calls).toEqual([]);
  });

  it('is refused after thirty in five minutes, with the time of the next one', async () => {
    const bot = await ready(12);
    for (let exports = 0; exports < 30; exports += 1) await press(bot, inputOf('csv'));
    await press(bot, inputOf('csv'));
    expect(bot.api.calls).toHaveLength(31);
    expect(JSON.stringify(bot.api.calls.at(-1))).toMatch(
      /You’ve exported a lot of files in the last few minutes\. You can export again <t:\d+:R>\./,
    );
    await bot.clock.advance(5 * 60_000);
    await press(bot, inputOf('csv'));
    expect(bot.api.calls.at(-1)).toMatchObject({ files: ['MaxMilyin-progress.csv'] });
  });

  it('doesn’t count if it fails', async () => {
    const bot = startBot(12);
    bot.site.before = () => Promise.reject(failure({ kind: 'network' }));
    for (let tries = 0; tries < 40; tries += 1) {
      await expect(press(bot, inputOf('csv'))).rejects.toThrow('could not be reached');
    }
    bot.site.before = async () => undefined;
    await press(bot, inputOf('csv'));
    expect(bot.api.calls.at(-1)).toMatchObject({ files: ['MaxMilyin-progress.csv'] });
  });

  it('has the saved copy while the site is down', async () => {
    const bot = await ready(12);
    await bot.clock.advance(TTL_MS);
    bot.site.before = async () => {
      throw failure({ kind: 'network' });
    };
    await press(bot, inputOf('csv'));
    expect(JSON.stringify(bot.api.calls)).toContain('12 games from **MaxMilyin**’s library');
  });
});

describe('a library that is still loading', () => {
  it('is shown from its first page on, kept up to date, and completed', async () => {
    const bot = startBot(5_000);
    const gates = Array.from({ length: 10 }, () => Promise.withResolvers<void>());
    bot.site.before = async (request) => {
      const offset = Number(request.split(' ')[2]);
      if (request.startsWith('progress')) await gates[offset / 500]?.promise;
    };
    const shown = press(bot, inputOf('first'));
    await bot.clock.advance(0);
    for (const gate of gates) {
      gate.resolve();
      // Three pages in 1.2 s: not each of them is an edit.
      await bot.clock.advance(400);
    }
    await shown;
    const states = [...JSON.stringify(bot.api.calls).matchAll(/([\d,]+) of 5,000 games loaded/g)];
    expect(states.map((match) => match[1])).toEqual(['500', '2,000', '3,500']);
    expect(bot.api.calls.map(({ call }) => call)).toEqual([
      'callback',
      'editOriginal',
      'editOriginal',
      'editOriginal',
    ]);
    expect(footers(bot.api.calls.at(-1))).toEqual(['Games 1–10 of 5,000 · Page 1 of 500']);
  });

  it('isn’t shown anymore once someone has moved on', async () => {
    const bot = startBot(1_500);
    const gate = Promise.withResolvers<void>();
    bot.site.before = (request) => (request.endsWith(' 500') ? gate.promise : Promise.resolve());
    const shown = press(bot, inputOf('first'));
    await bot.clock.advance(0);
    await bot.live.claim('page', { place: bot.live.nextPlace(), stop: async () => undefined });
    gate.resolve();
    await shown;
    expect(bot.api.calls).toHaveLength(1);
  });

  it.each([
    ['a refresh within the cool-down', inputOf('refresh'), 'was just refreshed'],
    [
      'a modal without its input',
      { ...inputOf('jump'), isModal: true as const },
      'not a page number',
    ],
    ['nonsense in the modal', inputOf('jump', { fields: { page: 'seven' } }), 'not a page number'],
  ])('keeps loading after %s, which only the presser sees', async (_, input, words) => {
    const bot = startBot(1_500);
    bot.services.refreshes.count('MaxMilyin');
    const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    bot.site.before = async (request) => {
      if (request.endsWith(' 500')) await gates[0]?.promise;
      if (request.endsWith(' 1000')) await gates[1]?.promise;
    };
    const shown = press(bot, inputOf('first'));
    await bot.clock.advance(1_200);
    await press(bot, input);
    expect(bot.api.calls.at(-1)).toMatchObject({
      call: 'callback',
      body: { type: 4, data: { flags: 64, content: expect.stringContaining(words) } },
    });
    gates[0]?.resolve();
    await bot.clock.advance(1_200);
    gates[1]?.resolve();
    await shown;
    const edits = bot.api.calls.filter(({ call }) => call === 'editOriginal');
    expect(edits).toHaveLength(2);
    expect(JSON.stringify(edits[0])).toContain('1,000 of 1,500 games loaded');
    expect(footers(edits[1])).toEqual(['Games 1–10 of 1,500 · Page 1 of 150']);
  });

  it('is deferred in time if it’s slow', async () => {
    const bot = startBot(3);
    const gate = Promise.withResolvers<void>();
    bot.site.before = () => gate.promise;
    const shown = press(bot, inputOf('first'));
    await bot.clock.advance(1_000);
    expect(bot.api.calls).toEqual([{ call: 'callback', body: { type: 6 } }]);
    gate.resolve();
    await shown;
    expect(bot.api.calls.at(-1)).toMatchObject({ call: 'editOriginal' });
  });
});
