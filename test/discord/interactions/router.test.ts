import { DiscordAPIError } from '@discordjs/rest';
import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';

import type { Answer } from '#src/discord/interactions/answer.ts';
import { defineCommand } from '#src/discord/interactions/command.ts';
import type { Command } from '#src/discord/interactions/command.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import { CallbackRefused, ResponseLost } from '#src/discord/interactions/response-errors.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { quoted } from '#src/messages/markdown.ts';
import { command, Refusal } from '#src/messages/refusal.ts';
import { UnknownPlayer } from '#src/progress/unknown-player.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { StoreError } from '#src/store/store-error.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { callOf, clickOf, commandOf, modalOf, typingOf } from './interactions.ts';
import { createRecordingApi } from './recording-api.ts';

const EPHEMERAL = 64;

/** What a handler does before it shows its page. */
type Does = (answer: Answer) => Promise<void>;

type Notes = { readonly inputs: ComponentInput[]; readonly options: unknown[] };

/** A command whose handler does what the test says. */
function scripted(notes: Notes, does: Does = async () => undefined) {
  return defineCommand({
    definition: {
      name: 'progress',
      description: 'x',
      options: [
        { type: 3, name: 'user', description: 'x', autocomplete: true },
        { type: 5, name: 'private', description: 'x' },
      ],
    },
    async run({ answer }, options) {
      notes.options.push(options);
      await does(answer);
      await answer.show({ json: '{"content":"done"}' });
    },
    autocomplete: ({ typed }) => {
      if (typed === 'throw') throw new Error('raw words');
      if (typed === 'hang') return Promise.withResolvers<never>().promise;
      return Array.from({ length: 30 }, (_, index) => ({
        name: `${typed} ${index}`,
        value: `${index}`,
      }));
    },
    components: [
      {
        prefix: 'c1',
        parse(input) {
          notes.inputs.push(input);
          const [, ownerId, aside] = input.customId.split(':');
          if (ownerId === undefined) return null;
          return {
            ownerId,
            aside: aside === 'aside' || aside === 'shared',
            isShared: aside === 'shared',
            run: async ({ answer }) => {
              await does(answer);
              await answer.show({ json: '{"content":"turned"}' });
            },
          };
        },
      },
    ],
  });
}

const refusalOf = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'No' }, code, status, 'PATCH', 'https://x', {
    body: undefined,
    files: [],
  });

function start(does?: Does, others: readonly Command<null>[] = []) {
  const notes: Notes = { inputs: [], options: [] };
  const lines: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void lines.push(JSON.parse(line)) },
  );
  const clock = createFakeClock();
  const api = createRecordingApi();
  const live = createLiveMessages();
  const commands: readonly Command<null>[] = [scripted(notes, does), ...others];
  const texts = createFailureTexts({
    clock,
    translate: createTranslations(),
    mention: (name) => `</${name}:5>`,
  });
  const router = createRouter({ commands, services: null, texts, api, live, clock, log });
  const send = async (interaction: APIInteraction) => {
    await router(interaction);
    return callOf(api.calls);
  };
  return { send, router, api, clock, live, lines, ...notes };
}

describe('a router', () => {
  it('rejects two components with the same prefix, whatever their commands', () => {
    const first = scripted({ inputs: [], options: [] });
    const other = { ...first, definition: { ...first.definition, name: 'other' } };
    expect(() => start(undefined, [other])).toThrow('Two components have the prefix c1');
  });
});

describe('a command', () => {
  it('goes to its handler with its options', async () => {
    const { send, options } = start();
    expect(await send(commandOf('progress', { user: 'MaxMilyin' }))).toEqual({
      call: 'callback',
      body: { type: 4, data: { content: 'done' } },
    });
    expect(options).toEqual([{ user: 'MaxMilyin' }]);
  });

  it.each([
    [{ private: true }, EPHEMERAL],
    [{ private: false }, undefined],
    [{}, undefined],
  ])('with %o is answered with flags %s', async (options, flags) => {
    const { send } = start();
    const { body } = await send(commandOf('progress', options));
    expect(body).toEqual({ type: 4, data: { ...(flags && { flags }), content: 'done' } });
  });

  it('gets a polite reply for the caller alone if it’s unknown', async () => {
    const { send, lines } = start();
    const { body } = await send(commandOf('forgotten'));
    expect(body).toMatchObject({
      type: 4,
      data: {
        flags: EPHEMERAL,
        content: 'This command no longer exists. Type `/` to see my current commands.',
      },
    });
    expect(lines).toEqual([]);
  });

  it.each([{ user: 7 }, { page: 2 }])(
    'with options of an older version (%o) says to use it again, without running',
    async (sent) => {
      const { send, options, lines } = start();
      const { body } = await send(commandOf('progress', sent));
      expect(body).toMatchObject({
        data: { flags: EPHEMERAL, content: expect.stringMatching(/use the command again/i) },
      });
      expect([options, lines]).toEqual([[], []]);
    },
  );

  it('gets a polite reply without running if it isn’t a slash command', async () => {
    const { send, options } = start();
    const { body } = await send(
      commandOf('progress', {}, { data: { id: '5', name: 'progress', type: 3 } }),
    );
    expect(body).toMatchObject({
      data: { flags: EPHEMERAL, content: expect.stringMatching(/use the command again/i) },
    });
    expect(options).toEqual([]);
  });

  it('in a direct message is the user’s', async () => {
    const { send, options } = start();
    await send(commandOf('progress', {}, { member: undefined, user: { id: '1' } }));
    expect(options).toEqual([{}]);
  });
});

describe('a component', () => {
  it.each([
    ['the one whose page it is', 'c1:1', '1', { type: 7, data: { content: 'turned' } }],
    ['somebody else', 'c1:1', '2', { type: 4, data: { flags: EPHEMERAL, content: 'turned' } }],
    [
      'the owner, but aside',
      'c1:1:aside',
      '1',
      { type: 4, data: { flags: EPHEMERAL, content: 'turned' } },
    ],
  ])('pressed by %s', async (_, customId, userId, body) => {
    const { send } = start();
    expect(await send(clickOf(customId, { userId }))).toEqual({ call: 'callback', body });
  });

  it.each([
    ['the owner, for all who see the page', '1', undefined, undefined],
    ['the owner, on a page of their own', '1', EPHEMERAL, EPHEMERAL],
    ['somebody else', '2', undefined, EPHEMERAL],
  ])('that is answered aside and shared, pressed by %s', async (_, userId, shown, flags) => {
    const { send } = start();
    const body = { type: 4, data: { ...(flags && { flags }), content: 'turned' } };
    expect(await send(clickOf('c1:1:shared', { userId, flags: shown }))).toEqual({
      call: 'callback',
      body,
    });
  });

  it('passes on what was chosen', async () => {
    const { send, inputs } = start();
    await send(clickOf('c1:1', { values: ['mastered'] }));
    expect(inputs).toEqual([{ customId: 'c1:1', values: ['mastered'], fields: new Map() }]);
  });

  it.each([
    ['its text', [{ description: 'Page 1' }, { description: 'More' }], { shown: 'Page 1' }],
    ['nothing of a message without an embed', [], {}],
    ['nothing of an embed of another shape', [{ description: 7 }], {}],
    ['nothing of embeds of another shape', 'embeds', {}],
  ])('passes on %s', async (_, embeds, shown) => {
    const { send, inputs } = start();
    await send(clickOf('c1:1', { said: { message: { id: 'page', embeds } } }));
    expect(inputs).toEqual([{ customId: 'c1:1', values: [], fields: new Map(), ...shown }]);
  });

  it('of a modal passes on what was typed, and turns the page it came from', async () => {
    const { send, inputs } = start();
    const { body } = await send(modalOf('c1:1', { page: '7' }));
    expect(inputs).toEqual([
      { customId: 'c1:1', values: [], fields: new Map([['page', '7']]), isModal: true },
    ]);
    expect(body).toMatchObject({ type: 7 });
  });

  it('of a modal that came from no message is answered with a new one', async () => {
    const { send } = start();
    const loose = modalOf('c1:1', { page: '7' }, { message: undefined });
    expect((await send(loose)).body).toMatchObject({ type: 4, data: { flags: EPHEMERAL } });
  });

  it.each(['c1', 'c2:1', 'c', '', 'hello world'])(
    'gets a polite reply for the presser alone if this version can’t read it (“%s”)',
    async (customId) => {
      const { send, lines } = start();
      expect((await send(clickOf(customId))).body).toMatchObject({
        type: 4,
        data: { flags: EPHEMERAL, content: expect.stringContaining('a different version') },
      });
      expect(lines).toEqual([]);
    },
  );

  it('pressed by its owner ends the edits of its message first', async () => {
    const { send, live, api } = start();
    const order: string[] = [];
    await live.claim('page', {
      place: live.nextPlace(),
      async stop() {
        order.push(`stopped after ${api.calls.length} calls`);
      },
    });
    await send(clickOf('c1:1'));
    expect(order).toEqual(['stopped after 0 calls']);
  });

  it.each([
    ['somebody else', clickOf('c1:1', { userId: '2' })],
    ['its owner, aside', clickOf('c1:1:aside')],
  ])('pressed by %s leaves the edits of its message alone', async (_, interaction) => {
    const { send, live } = start();
    let stops = 0;
    await live.claim('page', {
      place: live.nextPlace(),
      async stop() {
        stops += 1;
      },
    });
    await send(interaction);
    expect(stops).toBe(0);
  });

  it.each([
    ['for everybody', undefined, false],
    ['for one person', EPHEMERAL, true],
    ['for one person, and without an embed', EPHEMERAL | 4, true],
  ])('on a page %s knows whether others see it', async (_, flags, isPrivate) => {
    const seen: boolean[] = [];
    const { send } = start(async (answer) => void seen.push(answer.isPrivate));
    await send(clickOf('c1:1', { flags }));
    expect(seen).toEqual([isPrivate]);
  });

  it('that only leads to a sentence leaves the edits of its message alone', async () => {
    const { send, live } = start(() => Promise.reject(new Refusal('library.jumpInvalid')));
    let stops = 0;
    await live.claim('page', {
      place: live.nextPlace(),
      async stop() {
        stops += 1;
      },
    });
    await send(clickOf('c1:1'));
    expect(stops).toBe(0);
  });

  it('pressed first doesn’t replace what was pressed later', async () => {
    let isFirst = true;
    const gate = Promise.withResolvers<void>();
    const { router, api, clock } = start(async () => {
      const waits = isFirst;
      isFirst = false;
      if (waits) await gate.promise;
    });
    const first = router(clickOf('c1:1'));
    await clock.advance(0);
    await router(clickOf('c1:1'));
    gate.resolve();
    await first;
    expect(api.calls.map(({ body }) => body)).toEqual([
      { type: 7, data: { content: 'turned' } },
      { type: 6 },
    ]);
  });
});

describe('an autocompletion', () => {
  it('gets only choices that fit Discord', async () => {
    const { send } = start();
    const { body } = await send(typingOf('progress', 'user', 'max'));
    expect(body).toMatchObject({ type: 8, data: { choices: { length: 25 } } });
    expect(body).toHaveProperty('data.choices.0', { name: 'max 0', value: '0' });
  });

  it.each([
    ['of a command that is unknown', typingOf('forgotten', 'user', 'max')],
    ['without an option that is typed in', typingOf('progress', 'user', 'max', false)],
  ])('%s gets no choices', async (_, interaction) => {
    const { send } = start();
    expect((await send(interaction)).body).toEqual({ type: 8, data: { choices: [] } });
  });

  it('gets no choices if it hangs, while Discord is still waiting', async () => {
    const { router, api, clock, lines } = start();
    const sent = router(typingOf('progress', 'user', 'hang'));
    await clock.advance(2_500);
    expect(callOf(api.calls).body).toEqual({ type: 8, data: { choices: [] } });
    await sent;
    expect(lines).toMatchObject([{ msg: 'suggestions took too long' }]);
  });

  it('gets no choices if it fails, and the log says so', async () => {
    const { send, lines } = start();
    expect((await send(typingOf('progress', 'user', 'throw'))).body).toEqual({
      type: 8,
      data: { choices: [] },
    });
    expect(lines).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  const failures: readonly [Failure, RegExp][] = [
    [{ kind: 'network' }, /I can’t reach RetroAchievements/],
    [{ kind: 'timeout' }, /isn’t responding/],
    [{ kind: 'status', status: 503 }, /error 503/],
    [{ kind: 'unreadable', detail: 'raw words' }, /a response I can’t read/],
    [{ kind: 'rate-limited', retryAfterMs: null }, /Too many requests.*in a minute/],
    [{ kind: 'rate-limited', retryAfterMs: 0 }, /Too many requests.*in a minute/],
    [{ kind: 'rate-limited', retryAfterMs: 30_000 }, /Too many requests.*<t:1735689630:R>/],
    [{ kind: 'key-refused' }, /RA_API_KEY/],
  ];
  const expected: readonly (readonly [Error, RegExp])[] = [
    [
      new Refusal('failure.noLinkedAccount', {
        command: command('progress'),
        link: command('link'),
      }),
      /Enter a RetroAchievements username in `user` of <\/progress:5>/,
    ],
    [
      new Refusal('failure.invalidPlayer', { typed: quoted('not *a* name') }),
      /“not \\\*a\\\* name”/,
    ],
    [
      new Refusal('failure.unknownSystem', { typed: 'Switch' }),
      /I can’t tell which system “Switch” is/,
    ],
    [new UnknownPlayer({ kind: 'name', name: 'Nobody' }), /no player called \*\*Nobody\*\*/],
    ...failures.map(
      ([failure, sentence]) => [new RetroAchievementsError(failure), sentence] as const,
    ),
  ];

  it.each(expected)(
    'is explained and not logged if it can be explained (%s)',
    async (thrown, sentence) => {
      const { send, lines } = start(() => Promise.reject(thrown));
      const { body } = await send(commandOf('progress'));
      expect(body).toMatchObject({
        type: 4,
        data: { flags: EPHEMERAL, content: expect.stringMatching(sentence) },
      });
      expect(JSON.stringify(body)).not.toContain('raw words');
      expect(lines).toEqual([]);
    },
  );

  it.each([new Error('raw words'), new TypeError('raw words'), 'raw words'])(
    'gets a reference that is also in the log if it can’t be explained (%o)',
    async (error) => {
      const { send, lines } = start(async () => {
        throw error;
      });
      const { body } = await send(commandOf('progress'));
      const text = JSON.stringify(body);
      expect(text).not.toContain('raw words');
      const reference = /`([0-9A-F]{8})`/.exec(text)?.[1];
      expect(reference).toBeDefined();
      expect(lines).toMatchObject([{ level: 50, reference }]);
    },
  );

  it('in the database is explained, and logged for the operator', async () => {
    const { send, lines } = start(() => Promise.reject(new StoreError('full', 'data/x.db')));
    const { body } = await send(commandOf('progress'));
    expect(body).toMatchObject({
      data: { flags: EPHEMERAL, content: expect.stringMatching(/^I can’t reach my database/) },
    });
    expect(JSON.stringify(body)).not.toContain('x.db');
    expect(lines).toMatchObject([{ level: 50, msg: 'an interaction failed' }]);
  });

  it('has another reference each time', async () => {
    const { router, lines } = start(() => Promise.reject(new Error('raw words')));
    await router(commandOf('progress'));
    await router(commandOf('progress'));
    expect(new Set(lines.map((line) => line['reference'])).size).toBe(2);
  });

  it('leaves the page alone that a button was pressed on', async () => {
    const { send } = start(() => Promise.reject(new RetroAchievementsError({ kind: 'network' })));
    expect((await send(clickOf('c1:1'))).body).toMatchObject({
      type: 4,
      data: { flags: EPHEMERAL },
    });
  });

  it('with a first response that is too wrong for Discord is still explained', async () => {
    const { router, api, lines } = start();
    api.respond = async () => {
      api.respond = undefined;
      throw new CallbackRefused(400, 50_035);
    };
    await router(commandOf('progress'));
    expect(api.calls).toMatchObject([
      { body: { data: { content: 'done' } } },
      { call: 'callback', body: { data: { content: expect.stringContaining('went wrong') } } },
    ]);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['was dismissed', 404, 10_008],
    ['has no webhook any more', 404, 10_015],
    ['is older than its token', 401, 50_027],
  ])('when the message %s is only logged, without an apology', async (_, status, code) => {
    const { router, api, lines } = start((answer) =>
      answer.show({ json: '{"content":"so far"}' }, { more: true }),
    );
    api.respond = async ({ call }) => {
      if (call === 'editOriginal') throw refusalOf(status, code);
    };
    await router(commandOf('progress'));
    expect(api.calls.map(({ call }) => call)).toEqual(['callbackWithMessage', 'editOriginal']);
    expect(lines).toMatchObject([{ level: 30, msg: 'too late to reply to an interaction' }]);
  });

  it('with an edit that Discord may have is only logged, without an apology', async () => {
    const { router, api, lines } = start((answer) =>
      answer.show({ json: '{"content":"so far"}' }, { more: true }),
    );
    api.respond = async ({ call }) => {
      if (call === 'editOriginal') throw new ResponseLost(new Error('cut'));
    };
    await router(commandOf('progress'));
    expect(api.calls.map(({ call }) => call)).toEqual(['callbackWithMessage', 'editOriginal']);
    expect(lines).toMatchObject([{ level: 40, msg: 'an interaction may have got no reply' }]);
  });

  it('with an edit that Discord refuses for another reason is explained', async () => {
    const { router, api, lines } = start((answer) =>
      answer.show({ json: '{"content":"so far"}' }, { more: true }),
    );
    api.respond = async ({ call }) => {
      if (call === 'editOriginal') throw refusalOf(400, 50_035);
    };
    await router(commandOf('progress'));
    expect(api.calls.at(-1)).toMatchObject({
      call: 'followUp',
      body: { flags: EPHEMERAL, content: expect.stringContaining('went wrong') },
    });
    expect(lines).toMatchObject([{ level: 50, msg: 'an interaction failed' }]);
  });

  it.each([10_062, 10_015])('is only logged if nobody is left to be told (%i)', async (code) => {
    const { router, api, lines } = start();
    api.respond = () => Promise.reject(new CallbackRefused(404, code));
    await router(commandOf('progress'));
    expect(api.calls).toHaveLength(1);
    expect(lines).toMatchObject([{ level: 30, msg: 'too late to reply to an interaction' }]);
  });

  it('ends nothing, even if nobody can be told', async () => {
    const { router, api, lines } = start(() => Promise.reject(new Error('raw words')));
    api.respond = () => Promise.reject(new CallbackRefused(500, null));
    await router(commandOf('progress'));
    expect(lines.map((line) => line['msg'])).toEqual([
      'an interaction failed',
      'an interaction could not be answered',
    ]);
  });
});
