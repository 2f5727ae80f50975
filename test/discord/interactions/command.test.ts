import type { APIInteraction } from 'discord-api-types/v10';
import { pino } from 'pino';
import { describe, expect, expectTypeOf, it } from 'vitest';

import { defineGroup, defineSubcommand, withServices } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import { createLiveMessages } from '#src/discord/interactions/live-messages.ts';
import type { ChannelOption, Focused, RoleOption } from '#src/discord/interactions/options.ts';
import { createRouter } from '#src/discord/interactions/router.ts';
import { createFailureTexts } from '#src/messages/failures.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { callOf, clickOf, commandOf, subcommandOf, typingInSubcommandOf } from './interactions.ts';
import { createRecordingApi } from './recording-api.ts';

const EPHEMERAL = 64;
const NEWS = { id: '300', name: 'news', type: 5, parent_id: '200', permissions: '1024' };
const RETRO = { id: '400', name: 'Retro', mentionable: true, permissions: '0', color: 1 };

type Notes = {
  readonly ran: [string, unknown][];
  readonly typed: Focused[];
  readonly callers: Caller[];
};

/** A kind of buttons that only says which it is. */
const pressed = (prefix: string) => ({
  prefix,
  parse: () => ({
    ownerId: '1',
    aside: false,
    run: ({ answer }: Use<null>) => answer.show({ json: `{"content":"${prefix}"}` }),
  }),
});

/** A command with two subcommands and buttons of two kinds. */
function feeds(notes: Notes) {
  const setup = defineSubcommand({
    definition: {
      name: 'setup',
      description: 'Sets up',
      options: [
        { type: 7, name: 'channel', description: 'Where', required: true },
        { type: 8, name: 'role', description: 'Whom' },
        { type: 4, name: 'hour', description: 'When' },
        {
          type: 3,
          name: 'kinds',
          description: 'What',
          choices: [
            { name: 'All', value: 'all' },
            { name: 'Some', value: 'some' },
          ],
        },
        { type: 3, name: 'zone', description: 'Zone', autocomplete: true },
      ],
    },
    async run({ answer, caller }: Use<null>, options) {
      expectTypeOf(options.channel).toEqualTypeOf<ChannelOption>();
      expectTypeOf(options.role).toEqualTypeOf<RoleOption | undefined>();
      expectTypeOf(options.hour).toEqualTypeOf<number | undefined>();
      expectTypeOf(options.kinds).toEqualTypeOf<'all' | 'some' | undefined>();
      notes.ran.push(['setup', options]);
      notes.callers.push(caller);
      await answer.show({ json: '{"content":"done"}' });
    },
    async autocomplete(focused) {
      notes.typed.push(focused);
      if (focused.typed === 'throw') throw new Error('raw words');
      return [{ name: 'UTC', value: 'UTC' }];
    },
  });
  const list = defineSubcommand({
    definition: { name: 'list', description: 'Lists' },
    async run({ answer }: Use<null>, options) {
      notes.ran.push(['list', options]);
      await answer.whileWaiting(Promise.resolve());
      await answer.show({ json: '{"content":"listed"}' });
    },
  });
  return defineGroup({
    definition: { name: 'feeds', description: 'Feeds', default_member_permissions: '32' },
    isPrivate: true,
    subcommands: [setup, list],
    components: [pressed('f1'), pressed('g1')],
  });
}

function start() {
  const notes: Notes = { ran: [], typed: [], callers: [] };
  const lines: unknown[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const clock = createFakeClock();
  const api = createRecordingApi();
  const command = feeds(notes);
  const texts = createFailureTexts({
    clock,
    translate: createTranslations(),
    mention: (name) => `/${name}`,
  });
  const router = createRouter({
    commands: [command],
    services: null,
    texts,
    api,
    live: createLiveMessages(),
    clock,
    log,
  });
  const send = async (interaction: APIInteraction) => {
    await router(interaction);
    return callOf(api.calls).body;
  };
  return { command, send, lines, ...notes };
}

const SETUP = ['feeds', 'setup'] as const;
const chosen = { channels: [NEWS], roles: [RETRO] };

describe('a command with subcommands', () => {
  it('is published with them as its options', () => {
    expect(start().command.definition).toMatchObject({
      name: 'feeds',
      default_member_permissions: '32',
      options: [
        { type: 1, name: 'setup', options: [{ name: 'channel' }, {}, {}, {}, {}] },
        { type: 1, name: 'list', description: 'Lists' },
      ],
    });
  });

  it('passes each its own options, with channels and roles', async () => {
    const { send, ran } = start();
    await send(subcommandOf(SETUP, { channel: '300', role: '400', hour: 7 }, { chosen }));
    expect(ran).toEqual([
      [
        'setup',
        {
          channel: { kind: 'channel', id: '300', type: 5, name: 'news', parentId: '200' },
          role: { kind: 'role', id: '400', name: 'Retro', mentionable: true },
          hour: 7,
        },
      ],
    ]);
  });

  it('accepts a channel outside of any category', async () => {
    const { send, ran } = start();
    const channels = [{ ...NEWS, parent_id: undefined }];
    await send(subcommandOf(SETUP, { channel: '300' }, { chosen: { channels } }));
    expect(ran).toMatchObject([['setup', { channel: { parentId: null } }]]);
  });

  it('replies to the caller alone', async () => {
    const body = await start().send(subcommandOf(['feeds', 'list']));
    expect(body).toEqual({ type: 4, data: { flags: EPHEMERAL, content: 'listed' } });
  });

  it.each([
    ['a subcommand that it does not have (any more)', subcommandOf(['feeds', 'untrack'])],
    ['no subcommand', commandOf('feeds')],
  ])('sent with %s gets a polite reply', async (_, interaction) => {
    const { send, ran, lines } = start();
    expect(await send(interaction)).toMatchObject({
      data: { flags: EPHEMERAL, content: expect.stringContaining('This command no longer exists') },
    });
    expect([ran, lines]).toEqual([[], []]);
  });

  it.each([
    ['without one that is required', {}, {}],
    ['with one that is another subcommand’s', { channel: '300', user: 'Max' }, { chosen }],
    ['with one that is not among the choices', { channel: '300', kinds: 'none' }, { chosen }],
    ['with a channel that Discord did not tell about', { channel: '300' }, {}],
    ['with a role for a channel', { channel: '400' }, { chosen }],
    ['with a channel for a role', { channel: '300', role: '300' }, { chosen }],
  ])('doesn’t run with options that aren’t its own: %s', async (_, options, more) => {
    const { send, ran, lines } = start();
    const body = await send(subcommandOf(SETUP, options, more));
    expect(body).toMatchObject({
      data: { content: expect.stringMatching(/use the command again/i) },
    });
    expect([ran, lines]).toEqual([[], []]);
  });

  it.each(['f1', 'g1'])('can have several kinds of buttons (%s)', async (prefix) => {
    const body = await start().send(clickOf(`${prefix}:1`));
    expect(body).toEqual({ type: 7, data: { content: prefix } });
  });
});

describe('a subcommand’s option that someone is typing in', () => {
  it('gets suggestions with the other options, which Discord doesn’t resolve', async () => {
    const { send, typed } = start();
    const body = await send(
      typingInSubcommandOf(SETUP, ['zone', 'u'], { channel: { type: 7, value: '300' } }),
    );
    expect(body).toEqual({ type: 8, data: { choices: [{ name: 'UTC', value: 'UTC' }] } });
    expect(typed).toEqual([
      { subcommand: 'setup', name: 'zone', typed: 'u', others: { channel: '300' } },
    ]);
  });

  it('gets no choices if that fails later, and the log says so', async () => {
    const { send, lines } = start();
    const body = await send(typingInSubcommandOf(SETUP, ['zone', 'throw']));
    expect(body).toEqual({ type: 8, data: { choices: [] } });
    expect(lines).toMatchObject([{ level: 50, msg: 'an autocompletion failed' }]);
  });

  it.each([['list'], ['gone']])(
    'gets no choices if the command suggests none (%s)',
    async (name) => {
      const body = await start().send(typingInSubcommandOf(['feeds', name], ['zone', 'u']));
      expect(body).toEqual({ type: 8, data: { choices: [] } });
    },
  );
});

describe('the caller', () => {
  const said = {
    guild_id: '9',
    channel: { id: '90', type: 11, permissions: '0', name: 'thread' },
    guild_locale: 'de',
    member: { user: { id: '1' }, permissions: '9007199254740993' },
  };

  it('comes with where they are and what they can do there', async () => {
    const { send, callers } = start();
    await send(subcommandOf(SETUP, { channel: '300' }, { chosen, said }));
    expect(callers).toEqual([
      {
        id: '1',
        locale: 'en-GB',
        guildLocale: 'de',
        guildId: '9',
        hasBot: true,
        channel: { id: '90', type: 11 },
        permissions: 9_007_199_254_740_993n,
      },
    ]);
  });

  it('in direct messages has no server and no permissions', async () => {
    const { send, callers } = start();
    const direct = { ...said, guild_id: undefined, member: undefined, user: { id: '1' } };
    await send(subcommandOf(SETUP, { channel: '300' }, { chosen, said: direct }));
    expect(callers).toMatchObject([{ guildId: null, permissions: 0n }]);
  });
});

describe('a command with services made from others', () => {
  const greet = defineGroup({
    definition: { name: 'greet', description: 'Greets' },
    isPrivate: true,
    subcommands: [
      defineSubcommand({
        definition: {
          name: 'now',
          description: 'Greets',
          options: [{ type: 3, name: 'whom', description: 'Whom', autocomplete: true }],
        },
        run: ({ answer, services }: Use<{ readonly word: string }>) =>
          answer.show({ json: `{"content":"${services.word}"}` }),
        autocomplete: (_focused, _caller, { word }) => [{ name: word, value: word }],
      }),
    ],
    components: [
      {
        prefix: 'g1',
        parse: () => ({
          ownerId: '1',
          aside: false,
          run: ({ answer, services }) => answer.show({ json: `{"content":"${services.word}!"}` }),
        }),
      },
    ],
  });

  function openDesk(word: Promise<string>) {
    const api = createRecordingApi();
    const clock = createFakeClock();
    const translate = createTranslations();
    const texts = createFailureTexts({ clock, translate, mention: (name) => `/${name}` });
    const command = withServices(greet, async (services: { word: Promise<string> }) => ({
      word: await services.word,
    }));
    const route = createRouter({
      commands: [command],
      services: { word },
      texts,
      api,
      live: createLiveMessages(),
      clock,
      log: pino({ level: 'silent' }),
    });
    return { api, clock, route };
  }

  it('has them when it runs, suggests, and is pressed', async () => {
    const { api, route } = openDesk(Promise.resolve('hello'));
    await route(subcommandOf(['greet', 'now']));
    await route(typingInSubcommandOf(['greet', 'now'], ['whom', 'h']));
    await route(clickOf('g1:'));
    expect(api.calls.map(({ body }) => body)).toMatchObject([
      { data: { content: 'hello', flags: EPHEMERAL } },
      { data: { choices: [{ name: 'hello' }] } },
      { data: { content: 'hello!' } },
    ]);
  });

  it('is deferred in time if they take long', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const { api, clock, route } = openDesk(promise);
    const routed = route(subcommandOf(['greet', 'now']));
    await clock.advance(1_000);
    expect(api.calls).toMatchObject([{ body: { type: 5 } }]);
    resolve('at last');
    await routed;
    expect(api.calls.at(-1)).toMatchObject({
      call: 'editOriginal',
      body: { content: 'at last' },
    });
  });
});
