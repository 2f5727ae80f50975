import { DiscordAPIError } from '@discordjs/rest';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { type LoopbackDiscord, startDiscord } from '#loopback/discord/loopback-discord.ts';

import { button, menu, modal, option, row, textInput } from './bodies.ts';
import { type ScriptBot, startScriptBot } from './script-bot.ts';

let discord: LoopbackDiscord;
let bot: ScriptBot;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startScriptBot(discord);
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await discord[Symbol.asyncDispose]();
});
beforeEach(() => void discord.violations.splice(0));

const text = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
const embed = (rest: object) => ({ embeds: [{ description: 'x', ...rest }] });
const components = (...rows: readonly unknown[]) => ({ content: 'x', components: rows });
const options = (count: number) => many(count, (index) => option(`o${index}`));

const string = (name: string, rest: object = {}) => ({
  type: 3,
  name,
  description: 'x',
  ...rest,
});

async function codeOf(request: Promise<unknown>): Promise<number | string> {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return error.code;
    throw error;
  }
  return 200;
}

/** Answers one interaction with this callback; gives the code that Discord answered and the kinds of violations. */
async function answered(type: number, data: unknown) {
  const code = Promise.withResolvers<number | string>();
  bot.handle = async (interaction) =>
    code.resolve(await codeOf(bot.callback(interaction, { type, data })));
  const alice = discord.person('alice');
  const asked =
    type === 8 ? alice.autocomplete('progress', { user: 'x' }, 'user') : alice.command('progress');
  asked.catch(() => undefined);
  return { code: await code.promise, kinds: discord.violations.map(({ kind }) => kind) };
}

const message = (body: object) => answered(4, { allowed_mentions: { parse: [] }, ...body });

async function commands(...list: readonly object[]) {
  const path =
    `/applications/${discord.applicationId}/guilds/${discord.guild.id}/commands` as const;
  const code = await codeOf(bot.rest.put(path, { body: list }));
  return { code, kinds: discord.violations.map(({ kind }) => kind) };
}

describe('a message is refused for', () => {
  test.each<[string, string, object]>([
    ['content over 2000', 'length', { content: text(2001) }],
    ['a title over 256', 'length', embed({ title: text(257) })],
    ['a description over 4096', 'length', embed({ description: text(4097) })],
    ['a footer over 2048', 'length', embed({ footer: { text: text(2049) } })],
    ['an author over 256', 'length', embed({ author: { name: text(257) } })],
    ['a field name over 256', 'length', embed({ fields: [{ name: text(257), value: 'x' }] })],
    ['a field value over 1024', 'length', embed({ fields: [{ name: 'x', value: text(1025) }] })],
    ['an empty field', 'length', embed({ fields: [{ name: '', value: 'x' }] })],
    ['26 fields', 'fields', embed({ fields: many(26, () => ({ name: 'x', value: 'x' })) })],
    ['11 embeds', 'embeds', { embeds: many(11, () => ({ description: 'x' })) }],
    [
      '6001 characters over two embeds',
      'embed_total',
      {
        embeds: [{ description: text(3000) }, { description: text(3001) }],
      },
    ],
    ['an embed of nothing', 'empty_embed', { embeds: [{ color: 1 }] }],
    ['a picture from elsewhere', 'url', embed({ image: { url: 'ftp://example.com/a.png' } })],
    ['an icon of no address', 'url', embed({ footer: { text: 'x', icon_url: 'data:image/png,' } })],
    [
      'a picture that was not uploaded',
      'attachment',
      embed({ image: { url: 'attachment://a.png' } }),
    ],
    ['6 rows', 'rows', components(...many(6, (index) => row(button(`b${index}`))))],
    ['6 buttons in a row', 'row', components(row(...many(6, (index) => button(`b${index}`))))],
    ['a select beside a button', 'row', components(row(menu('m', options(1)), button('b')))],
    ['a select without options', 'select', components(row(menu('m', [])))],
    ['26 options', 'select', components(row(menu('m', options(26))))],
    ['equal option values', 'select', components(row(menu('m', [option('a'), option('a')])))],
    [
      'two defaults where one may be chosen',
      'select',
      components(row(menu('m', [option('a', { default: true }), option('b', { default: true })]))),
    ],
    [
      'an option label over 100',
      'length',
      components(row(menu('m', [option('a', { label: text(101) })]))),
    ],
    [
      'an option value over 100',
      'length',
      components(row(menu('m', [option(text(101), { label: 'x' })]))),
    ],
    [
      'an option description over 100',
      'length',
      components(row(menu('m', [option('a', { description: text(101) })]))),
    ],
    ['a custom_id over 100', 'length', components(row(button(text(101), 'x')))],
    ['an empty custom_id', 'length', components(row(button('', 'x')))],
    [
      'a custom_id used twice',
      'custom_id',
      components(row(button('a', '1')), row(button('a', '2'))),
    ],
    ['a link without url', 'button', components(row({ type: 2, style: 5, label: 'x' }))],
    [
      'a link with a custom_id',
      'button',
      components(
        row({ type: 2, style: 5, label: 'x', url: 'https://example.com', custom_id: 'a' }),
      ),
    ],
    ['a button without custom_id', 'button', components(row({ type: 2, style: 1, label: 'x' }))],
    [
      'a button without label and emoji',
      'button',
      components(row({ type: 2, style: 1, custom_id: 'a' })),
    ],
    ['a label over 80', 'length', components(row(button('a', text(81))))],
    ['a style that does not exist', 'spec', components(row(button('a', 'x', { style: 9 })))],
    ['a color beyond white', 'spec', embed({ color: 0x1_00_00_00 })],
    [
      'a parse list and ids of the same kind',
      'mentions',
      {
        content: 'x',
        allowed_mentions: { parse: ['users'], users: ['1'] },
      },
    ],
    ['no word on mentions', 'allowed_mentions', { content: 'x', allowed_mentions: undefined }],
  ])('%s', async (_, kind, body) => {
    const { code, kinds } = await message(body);

    expect(code).toBe(50035);
    expect(kinds).toContain(kind);
  });

  test('being empty', async () => {
    await expect(message({ content: ' ' })).resolves.toEqual({
      code: 50006,
      kinds: ['answer_50006'],
    });
  });
});

test('a message at every limit is accepted', async () => {
  const rows = [
    ...many(4, (r) =>
      row(...many(5, (index) => button(`${r}${index}`.padEnd(100, 'x'), text(80)))),
    ),
    row(menu('m', options(25), { max_values: 25 })),
  ];
  const embeds = [{ title: text(256), description: text(4096) }, { description: text(1648) }];

  await expect(message({ content: text(2000), embeds, components: rows })).resolves.toEqual({
    code: 200,
    kinds: [],
  });
});

describe('a modal is refused for', () => {
  test.each<[string, string, object]>([
    ['a title over 45', 'length', { ...modal('m', textInput('a')), title: text(46) }],
    ['no inputs', 'modal', modal('m')],
    ['6 inputs', 'modal', modal('m', ...many(6, (index) => textInput(`a${index}`)))],
    ['a custom_id over 100', 'length', modal(text(101), textInput('a'))],
    [
      'inputs of the same custom_id',
      'custom_id',
      modal('m', textInput('a'), textInput('a', { label: 'b' })),
    ],
  ])('%s', async (_, kind, data) => {
    const { code, kinds } = await answered(9, data);

    expect(code).toBe(50035);
    expect(kinds).toContain(kind);
  });
});

describe('choices are refused for', () => {
  test.each<[string, object[]]>([
    ['being 26', many(26, (index) => ({ name: `n${index}`, value: 'x' }))],
    ['a name over 100', [{ name: text(101), value: 'x' }]],
    ['an empty name', [{ name: '', value: 'x' }]],
    ['a value over 100', [{ name: 'x', value: text(101) }]],
  ])('%s', async (_, choices) => {
    expect((await answered(8, { choices })).code).toBe(50035);
    expect(discord.violations).not.toEqual([]);
  });
});

describe('commands are refused for', () => {
  const about = { name: 'about', description: 'About' };
  test.each<[string, string, object[]]>([
    ['an upper-case name', 'name', [{ ...about, name: 'About' }]],
    ['a name with a blank', 'name', [{ ...about, name: 'a b' }]],
    ['an upper-case option', 'name', [{ ...about, options: [string('User')] }]],
    ['an upper-case translation', 'name', [{ ...about, name_localizations: { de: 'Über' } }]],
    ['no description', 'length', [{ name: 'about' }]],
    ['a description over 100', 'length', [{ ...about, description: text(101) }]],
    ['26 options', 'options', [{ ...about, options: many(26, (index) => string(`o${index}`)) }]],
    [
      'a required option after an optional one',
      'options',
      [{ ...about, options: [string('a'), string('b', { required: true })] }],
    ],
    ['options of the same name', 'options', [{ ...about, options: [string('a'), string('a')] }]],
    [
      '26 choices',
      'choices',
      [
        {
          ...about,
          options: [string('a', { choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) })],
        },
      ],
    ],
    [
      'choices and autocomplete at once',
      'options',
      [
        {
          ...about,
          options: [string('a', { autocomplete: true, choices: [{ name: 'x', value: 'x' }] })],
        },
      ],
    ],
    [
      '8001 characters',
      'command_size',
      [
        {
          ...about,
          options: many(5, (o) =>
            string(`o${o}`, { choices: many(25, (c) => ({ name: `${c}`, value: text(70) })) }),
          ),
        },
      ],
    ],
    ['names that are taken', 'commands', [about, about]],
  ])('%s', async (_, kind, list) => {
    const { code, kinds } = await commands(...list);

    expect(code).toBe(50035);
    expect(kinds).toContain(kind);
  });

  test('nothing if they are fine', async () => {
    const permissions = { default_member_permissions: '32' };
    const list = [
      { ...about, ...permissions, options: [string('a', { required: true }), string('b')] },
    ];
    await expect(commands(...list)).resolves.toEqual({ code: 200, kinds: [] });
  });
});

test('a violation says in a sentence what is wrong and where', async () => {
  await message({ embeds: [{ title: text(300) }] });

  expect(discord.violations[0]).toMatchObject({
    request: expect.stringMatching(/^POST \/interactions\/\d+\/:token\/callback$/),
  });
  expect(discord.violations.map(({ sentence }) => sentence)).toContain(
    'embeds.0.title: Must be between 0 and 256 in length, but has 300 UTF-16 units.',
  );
});

test('without a judge, bodies are only read', async () => {
  await using lenient = await startDiscord({ judge: false });
  await using other = await startScriptBot(lenient);
  other.handle = (interaction) =>
    other.callback(interaction, { type: 4, data: { content: text(3000) } });

  const { message: shown } = await lenient.person('alice').command('progress');

  expect(shown?.content).toHaveLength(3000);
  expect(lenient.violations).toEqual([]);
});
