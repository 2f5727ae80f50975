import type {
  APIApplicationCommandOption,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';

import { about } from '#commands/about.ts';
import { help } from '#commands/help.ts';
import { commands } from '#commands/index.ts';
import { progress } from '#commands/progress.ts';
import { random } from '#commands/random.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { SORT_CHOICES, STATUS_CHOICES } from '#src/progress/query/query.ts';
import { findSystems } from '#src/retroachievements/find-system.ts';
import { t } from '#test/progress/messages/pages.ts';
import { gamesOf, OTHER_ULID } from '#test/progress/scripted-site.ts';

import { ME, startBot, YOU } from './run-command.ts';

const optionOf = (name: string) => {
  const option = progress.definition.options?.find((candidate) => candidate.name === name);
  if (!option) throw new Error(`There is no option ${name}`);
  return option;
};

function faultsOf(definition: RESTPostAPIChatInputApplicationCommandsJSONBody) {
  const options = [
    ...(definition.options ?? []),
    ...(definition.options ?? []).flatMap((option): readonly APIApplicationCommandOption[] =>
      'options' in option ? (option.options ?? []) : [],
    ),
  ];
  const named = [definition, ...options];
  return [
    ...named.filter(({ name }) => !/^[-_a-z0-9]{1,32}$/.test(name)),
    ...named.filter(({ description }) => description === '' || description.length > 100),
    ...options.filter((option) => 'choices' in option && (option.choices?.length ?? 0) > 25),
  ];
}

describe('the commands', () => {
  it('are known by their names', () => {
    const names = commands.map(({ definition }) => definition.name);
    expect(names).toEqual(expect.arrayContaining(['progress', 'random', 'help', 'about']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('each know their own buttons', () => {
    const prefixes = commands.flatMap(({ components = [] }) =>
      components.map(({ prefix }) => prefix),
    );
    expect(prefixes.length).toBeGreaterThan(3);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });

  it.each(commands.map(({ definition }) => [definition.name, definition] as const))(
    '/%s fits Discord',
    (_, definition) => expect(faultsOf(definition)).toEqual([]),
  );

  it.each(
    [progress, random, help, about].map(({ definition }) => [definition.name, definition] as const),
  )(
    '/%s works in servers, in direct messages, and for people who installed the bot',
    (_, definition) =>
      expect(definition).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] }),
  );
});

describe('/progress', () => {
  it('has the contract’s options, none of them required', () => {
    const { options = [] } = progress.definition;
    expect(options.map(({ name }) => name)).toEqual([
      'user',
      'system',
      'status',
      'sort',
      'search',
      'private',
    ]);
    expect(options.filter((option) => 'required' in option && option.required)).toEqual([]);
    expect(optionOf('search')).toMatchObject({ max_length: 24 });
    for (const name of ['user', 'system']) {
      expect(optionOf(name)).toMatchObject({ autocomplete: true });
    }
  });

  it.each([
    ['status', STATUS_CHOICES],
    ['sort', SORT_CHOICES],
  ] as const)('offers for %s all there is, in the words of the menus', (name, values) => {
    expect(optionOf(name)).toMatchObject({
      choices: values.map((value) => ({ name: `${name}.${value}`, value })),
    });
  });

  it('shows the first page, most recent first, to everyone', async () => {
    const { run, api } = startBot(30);
    await run(progress, { user: 'maxmilyin' });
    expect(api.calls).toMatchObject([
      {
        call: 'callback',
        body: {
          type: 4,
          data: { embeds: [{ footer: { text: 'Games 1–10 of 30 · Page 1 of 3' } }] },
        },
      },
    ]);
  });

  it.each([
    [{ status: 'mastered' }, 'Mastered'],
    [{ sort: 'title' }, 'Title (A–Z)'],
    [{ status: 'revised' }, 'Awards for revised sets'],
    [{ sort: 'closest' }, 'Fewest achievements left first'],
    [{ system: 'super nintendo' }, 'SNES/Super Famicom: **30** played'],
    [{ search: '  game\n1 ' }, '“game 1”'],
    [{ system: '3' }, 'SNES/Super Famicom'],
    [{ system: 'snes' }, 'SNES/Super Famicom'],
    [{ system: '   ' }, '**30** played'],
    [{ search: `${'x'.repeat(23)}👾👾` }, `“${'x'.repeat(23)}”`],
  ])('with %o shows the matching games', async (options, words) => {
    const { run, api } = startBot(30);
    await run(progress, { user: 'MaxMilyin', ...options });
    expect(JSON.stringify(api.calls[0]?.body)).toContain(words);
    expect(JSON.stringify(api.calls)).not.toContain('\\ud');
  });

  it.each([
    [{}, /Enter a RetroAchievements username in `user` of <\/progress:5>/],
    [{ user: '[x](y)' }, /“\\\[x\\\]\(y\)” isn’t a RetroAchievements username/],
    [{ user: '' }, /“” isn’t a RetroAchievements username/],
    [{ user: 'MaxMilyin', system: 'q\n# z' }, /I can’t tell which system “q # z” is/],
    [{ user: 'MaxMilyin', system: 'events' }, /I can’t tell which system “events” is/],
    [{ user: 'MaxMilyin', system: 'rcade' }, /“rcade” could be Arcade\./],
    [{ user: 'MaxMilyin', system: 'ngc' }, /“ngc” could be GameCube or Neo Geo CD\./],
    [
      { user: 'MaxMilyin', system: 'nintendo' },
      /“nintendo” could be NES\/Famicom, .+ or Pokemon Mini\./,
    ],
  ])('with %o says what is wrong, without asking the site', async (options, sentence) => {
    const { run, site } = startBot();
    const refused = await Promise.resolve()
      .then(() => run(progress, options))
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused instanceof Refusal && refused.sentence(t, (name) => `</${name}:5>`)).toMatch(
      sentence,
    );
    expect(site.requests).toEqual([]);
  });

  it('fails with a sentence for an unknown player', async () => {
    const { run } = startBot();
    await expect(run(progress, { user: 'Nobody' })).rejects.toMatchObject({
      name: 'UnknownPlayer',
    });
  });

  it.each([{ status: 'best' }, { sort: 1 }, { page: 2 }])(
    'doesn’t run with options it wasn’t registered with (%o)',
    (options) => {
      const { run } = startBot();
      expect(() => run(progress, { user: 'MaxMilyin', ...options })).toThrow(TypeError);
    },
  );

  it('suggests systems, best known first', async () => {
    const { services } = startBot();
    const suggest = async (typed: string) =>
      progress.autocomplete?.({ name: 'system', typed, others: {} }, ME, services);
    expect(await suggest('')).toHaveLength(25);
    expect(await suggest('playst')).toEqual(
      findSystems('playst').map(({ id, name }) => ({ name, value: String(id) })),
    );
    expect(await suggest('zzz')).toEqual([]);
  });

  it.each([
    [true, []],
    [false, [{ name: 'MaxMilyin', value: 'MaxMilyin' }]],
  ])('with private:%s suggests the player to others as %o', async (ephemeral, others) => {
    const { answerTo, services } = startBot();
    const answer = answerTo({ kind: 'reply', ephemeral });
    await progress.run({ caller: ME, answer, services }, { user: 'MaxMilyin', private: ephemeral });
    const suggest = async (caller = ME) =>
      progress.autocomplete?.({ name: 'user', typed: 'max', others: {} }, caller, services);
    expect(await suggest()).toEqual([{ name: 'MaxMilyin', value: 'MaxMilyin' }]);
    expect(await suggest(YOU)).toEqual(others);
  });

  it('suggests looked-up players, the caller’s own first', async () => {
    const { run, site, services } = startBot();
    site.accounts.push({ name: 'MaxPower', ulid: OTHER_ULID, games: gamesOf(3) });
    await run(progress, { user: 'MaxPower' }, YOU);
    const suggest = async (typed: string, caller = ME) => {
      const focused = { name: 'user', typed, others: {} };
      const choices = await progress.autocomplete?.(focused, caller, services);
      return choices?.map(({ value }) => value);
    };
    expect(await suggest('')).toEqual([]);
    expect(await suggest('max')).toEqual(['MaxPower']);
    await run(progress, { user: 'maxmilyin' });
    expect(await suggest('')).toEqual(['MaxMilyin']);
    for (const typed of ['max', '@max', ' Ｍax', 'https://retroachievements.org/user/Max']) {
      expect(await suggest(typed)).toEqual(['MaxMilyin', 'MaxPower']);
    }
  });
});

describe('/help and /about', () => {
  it('are for the caller alone', async () => {
    const { run, api } = startBot();
    await run(help);
    await run(about);
    expect(api.calls).toMatchObject([
      {
        body: {
          type: 4,
          data: { flags: 64, embeds: [{ description: expect.stringContaining('</progress:5>') }] },
        },
      },
      {
        body: {
          type: 4,
          data: { flags: 64, embeds: [{ fields: [{ value: '1.2.3' }, {}, {}, {}, {}] }] },
        },
      },
    ]);
  });
});
