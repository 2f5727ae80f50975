import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import { defineCommand } from '#src/discord/interactions/command.ts';
import type { Command } from '#src/discord/interactions/command.ts';
import type { Caller, ComponentInput } from '#src/discord/interactions/interaction.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { callOf, clickOf, commandOf, modalOf, typingOf } from './interactions.ts';
import { createRecordingApi } from './recording-api.ts';

const EPHEMERAL = 64;
const USE_AGAIN = /use the command again/i;

type Notes = {
  readonly options: unknown[];
  readonly inputs: ComponentInput[];
  readonly callers: Caller[];
};

function noting(notes: Notes): Command<null> {
  return defineCommand({
    definition: {
      name: 'progress',
      description: 'x',
      options: [
        { type: 3, name: 'user', description: 'x', autocomplete: true },
        { type: 7, name: 'channel', description: 'x' },
        { type: 8, name: 'role', description: 'x' },
      ],
    },
    async run({ answer, caller }, options) {
      notes.callers.push(caller);
      notes.options.push(options);
      await answer.show({ json: '{"content":"done"}' });
    },
    autocomplete: ({ typed, others }) => [
      { name: `${typed} ${Object.keys(others).join(' ')}`, value: typed },
    ],
    components: [
      {
        prefix: 'c1',
        parse(input) {
          notes.inputs.push(input);
          return {
            ownerId: '1',
            aside: false,
            run: ({ answer }) => answer.show({ json: '{"content":"turned"}' }),
          };
        },
      },
    ],
  });
}

function start() {
  const notes: Notes = { options: [], inputs: [], callers: [] };
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  );
  const clock = createFakeClock();
  const api = createRecordingApi();
  const texts = createFailureTexts({
    clock,
    translate: createTranslations(),
    mention: (name) => `</${name}:5>`,
  });
  const live = createLiveMessages();
  const commands = [noting(notes)];
  const router = createRouter({ commands, services: null, texts, api, live, clock, log });
  const send = async (payload: unknown) => {
    await router(payload);
    return callOf(api.calls);
  };
  return { send, router, api, lines, ...notes };
}

const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const chosen = (name: string, type: number, value: unknown, resolved?: unknown) =>
  commandOf(
    'progress',
    {},
    { data: { id: '5', name: 'progress', type: 1, options: [{ name, type, value }], resolved } },
  );

describe('something that isn’t an interaction', () => {
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'INTERACTION_CREATE'],
    ['a list', []],
    ['without an id', { ...commandOf('progress'), id: undefined }],
    ['with an id that is a path', { ...commandOf('progress'), id: '1/../2' }],
    ['without a token', { ...commandOf('progress'), token: undefined }],
    ['with a token that is a path', { ...commandOf('progress'), token: 'a/../b?c' }],
    ['without an application', { ...commandOf('progress'), application_id: 7 }],
    ['of a type that is none', { ...commandOf('progress'), type: 'two' }],
    ['of a type that nobody knows', { ...commandOf('progress'), type: 99 }],
  ])('is dropped, and logged without its token (%s)', async (_, payload) => {
    const { router, api, lines } = start();
    await router(payload);
    expect(api.calls).toEqual([]);
    expect(lines).toMatchObject([
      { level: 40, msg: expect.stringContaining('not an interaction') },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/"tok"|b\?c/);
  });

  it('is logged once, however much of it comes', async () => {
    const { router, lines } = start();
    for (let times = 0; times < 50; times += 1) await router(null);
    expect(lines).toHaveLength(1);
  });
});

describe('an interaction of another shape', () => {
  it.each(NAMES)('with an option named %s twice is refused', async (name) => {
    const { send } = start();
    const options = ['x', 'y'].map((value) => ({ name, type: 3, value }));
    const data = { id: '5', name: 'progress', type: 1, options };
    const call = await send(commandOf('progress', {}, { data }));
    expect(call.body).toMatchObject({ data: { content: expect.stringMatching(USE_AGAIN) } });
  });

  it.each<[string, unknown]>([
    ['without data', commandOf('progress', {}, { data: undefined })],
    ['with data that is null', commandOf('progress', {}, { data: null })],
    ['with a name that is a number', commandOf('progress', {}, { data: { name: 5, type: 1 } })],
    [
      'with options that are a text',
      commandOf('progress', {}, { data: { name: 'progress', type: 1, options: 'x' } }),
    ],
    [
      'with an option without a name',
      commandOf(
        'progress',
        {},
        { data: { name: 'progress', type: 1, options: [{ type: 3, value: 'x' }] } },
      ),
    ],
    [
      'with an option that is a list',
      commandOf(
        'progress',
        {},
        { data: { name: 'progress', type: 1, options: [{ name: 'user', type: 3, value: ['x'] }] } },
      ),
    ],
    ['of nobody', commandOf('progress', {}, { member: undefined })],
    ['of somebody without an id', commandOf('progress', {}, { member: { user: {} } })],
    [
      'of somebody whose id is no number',
      commandOf('progress', {}, { member: { user: { id: 'me' } } }),
    ],
  ])('gets a reply that says what to do (a command %s)', async (_, payload) => {
    const { send, options, lines } = start();
    expect(await send(payload)).toMatchObject({
      call: 'callback',
      body: { type: 4, data: { flags: EPHEMERAL, content: expect.stringMatching(USE_AGAIN) } },
    });
    expect([options, lines.length]).toEqual([[], 1]);
  });

  it.each<[string, unknown]>([
    ['a button without data', clickOf('c1:1', { said: { data: undefined } })],
    [
      'a button whose custom_id is a number',
      clickOf('c1:1', { said: { data: { custom_id: 5, component_type: 2 } } }),
    ],
    ['a button without a custom_id', clickOf('c1:1', { said: { data: { component_type: 2 } } })],
    ['a modal without data', modalOf('c1:1', {}, { data: undefined })],
    [
      'a modal whose custom_id is a list',
      modalOf('c1:1', {}, { data: { custom_id: ['c1'], components: [] } }),
    ],
  ])('gets a reply that says what to do (%s)', async (_, payload) => {
    const { send, inputs } = start();
    expect(await send(payload)).toMatchObject({
      call: 'callback',
      body: { type: 4, data: { flags: EPHEMERAL, content: expect.stringMatching(USE_AGAIN) } },
    });
    expect(inputs).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['without data', { ...typingOf('progress', 'user', 'max'), data: undefined }],
    ['of nobody', { ...typingOf('progress', 'user', 'max'), member: undefined }],
  ])('gets no choices (an autocompletion %s)', async (_, payload) => {
    const { send } = start();
    expect((await send(payload)).body).toEqual({ type: 8, data: { choices: [] } });
  });

  it.each<[string, Record<string, unknown>]>([
    ['a locale that is a number', { locale: 5 }],
    ['a locale that is null', { locale: null }],
    ['a locale of 5,000 letters', { locale: 'x'.repeat(5_000) }],
    ['a channel that is a text', { channel: 'general' }],
    ['permissions that are words', { member: { user: { id: '1' }, permissions: 'all' } }],
    ['permissions that are a list', { member: { user: { id: '1' }, permissions: [] } }],
    ['a message that is a number', { message: 5 }],
  ])('with %s is answered like any other', async (_, said) => {
    const { send, callers } = start();
    const { body } = await send(commandOf('progress', { user: 'MaxMilyin' }, said));
    expect(body).toEqual({ type: 4, data: { content: 'done' } });
    expect(callers).toMatchObject([{ id: '1', permissions: 0n }]);
  });

  it.each<[string, unknown]>([
    ['a number', 5],
    ['null', null],
    ['a list', []],
    ['endless', 'x'.repeat(5_000)],
  ])('is answered in English if the locale is %s', async (_, locale) => {
    const { send, callers } = start();
    await send(commandOf('progress', {}, { locale }));
    expect(callers).toMatchObject([{ locale: 'en-US' }]);
  });

  it.each<[string, unknown]>([
    ['a text', 'x'],
    ['a number', 9],
    ['a list', []],
  ])('counts as outside of servers if the server is %s', async (_, guildId) => {
    const { send, callers } = start();
    await send(
      commandOf('progress', {}, { guild_id: Array.isArray(guildId) ? guildId : { guildId } }),
    );
    expect(callers).toMatchObject([{ guildId: null }]);
  });
});

describe('a modal', () => {
  const TYPED = { type: 4, custom_id: 'page', value: '7' };
  it.each<[string, unknown, readonly (readonly [string, string])[]]>([
    ['with its input in a row', [{ type: 1, components: [TYPED] }], [['page', '7']]],
    ['with its input in a label', [{ type: 18, component: TYPED }], [['page', '7']]],
    [
      'with a text above its input',
      [
        { type: 10, content: 'x' },
        { type: 18, component: TYPED },
      ],
      [['page', '7']],
    ],
    [
      'with a menu in a label',
      [{ type: 18, component: { type: 3, custom_id: 'kind', values: ['a'] } }],
      [],
    ],
    ['without components', undefined, []],
    ['with components that are null', null, []],
    ['with components that are a text', 'x', []],
    ['with a row that is null', [null, { type: 1, components: [TYPED] }], [['page', '7']]],
    ['with a row without components', [{ type: 1 }], []],
    ['with a label without a component', [{ type: 18 }], []],
    ['with an input that is a number', [{ type: 1, components: [{ ...TYPED, value: 7 }] }], []],
  ])('%s passes on what was typed', async (_, components, fields) => {
    const { send, inputs } = start();
    const { body } = await send(modalOf('c1:1', {}, { data: { custom_id: 'c1:1', components } }));
    expect(body).toEqual({ type: 7, data: { content: 'turned' } });
    expect(inputs).toEqual([
      { customId: 'c1:1', values: [], fields: new Map(fields), isModal: true },
    ]);
  });
});

describe('a menu', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['a text', 'mastered', []],
    ['a list of numbers', [5], []],
    ['null', null, []],
    ['a list', ['mastered'], ['mastered']],
  ])('whose choice is %s passes on the texts in it', async (_, values, want) => {
    const { send, inputs } = start();
    const data = { custom_id: 'c1:1', component_type: 3, values };
    await send(clickOf('c1:1', { said: { data } }));
    expect(inputs).toMatchObject([{ values: want }]);
  });
});

describe('half a character', () => {
  const HALF = 'Max \ud83d';
  const MENDED = 'Max \ufffd';

  it('in an option is repaired', async () => {
    const { send, options } = start();
    await send(commandOf('progress', { user: HALF }));
    expect(options).toEqual([{ user: MENDED }]);
  });

  it('in what someone types is repaired', async () => {
    const { send } = start();
    expect((await send(typingOf('progress', 'user', HALF))).body).toMatchObject({
      data: { choices: [{ value: MENDED }] },
    });
  });

  it('in a custom_id, a choice, and a modal is repaired', async () => {
    const { router, inputs } = start();
    await router(clickOf(`c1:${HALF}`, { values: [HALF] }));
    await router(modalOf('c1:1', { page: HALF }));
    expect(inputs).toMatchObject([
      { customId: `c1:${MENDED}`, values: [MENDED] },
      { fields: new Map([['page', MENDED]]) },
    ]);
  });
});

describe('an option', () => {
  it.each(NAMES)('called %s isn’t ours', async (name) => {
    const { send, options } = start();
    expect((await send(chosen(name, 3, 'x'))).body).toMatchObject({
      data: { flags: EPHEMERAL, content: expect.stringMatching(USE_AGAIN) },
    });
    expect(options).toEqual([]);
  });

  it.each(NAMES)('called %s next to the one being typed changes nothing', async (name) => {
    const { send } = start();
    const typed = typingOf('progress', 'user', 'max');
    const options = [
      { name, type: 3, value: 'x' },
      { name: 'user', type: 3, value: 'max', focused: true },
    ];
    const data = { id: '5', name: 'progress', type: 1, options };
    expect((await send({ ...typed, data })).body).toEqual({
      type: 8,
      data: { choices: [{ name: `max ${name}`, value: 'max' }] },
    });
  });

  it.each([...NAMES, '90', ''])(
    'for a channel %s that Discord doesn’t describe has to be chosen again',
    async (id) => {
      for (const resolved of [
        undefined,
        null,
        {},
        { channels: null },
        { channels: {} },
        { channels: { 90: 'x' } },
      ]) {
        const { send, options } = start();
        expect((await send(chosen('channel', 7, id, resolved))).body).toMatchObject({
          type: 4,
          data: {
            flags: EPHEMERAL,
            content: expect.stringContaining('I can’t tell which channel you mean'),
          },
        });
        expect(options).toEqual([]);
      }
    },
  );

  it.each(NAMES)(
    'for a role %s that Discord doesn’t describe has to be chosen again',
    async (id) => {
      const { send } = start();
      expect((await send(chosen('role', 8, id, { roles: {} }))).body).toMatchObject({
        data: {
          flags: EPHEMERAL,
          content: expect.stringContaining('I can’t tell which role you mean'),
        },
      });
    },
  );

  it('for a channel that Discord describes is that channel', async () => {
    const { send, options } = start();
    await send(
      chosen('channel', 7, '90', { channels: { 90: { id: '90', type: 0, name: 'general' } } }),
    );
    expect(options).toEqual([
      { channel: { kind: 'channel', id: '90', type: 0, name: 'general', parentId: null } },
    ]);
  });
});
