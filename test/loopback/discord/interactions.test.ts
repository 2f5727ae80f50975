import {
  type APIInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord-api-types/v10';
import { expect, test } from 'vitest';

import { startDiscord } from '#loopback/discord/loopback-discord.ts';

import { button, menu, modal, option, row, textInput } from './bodies.ts';
import { startScriptBot } from './script-bot.ts';

const isCommand = ({ type }: APIInteraction) => type === InteractionType.ApplicationCommand;

test('a slash command is answered and its button updates the same message', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) =>
    isCommand(interaction)
      ? bot.reply(interaction, { content: 'page 1', components: [row(button('page:2', 'Next'))] })
      : bot.update(interaction, { content: 'page 2', components: [] });
  const alice = discord.person('alice');

  const shown = await alice.command('progress', { user: 'MaxMilyin' });

  expect(shown.acknowledgement.type).toBe(4);
  expect(shown.message?.content).toBe('page 1');
  const again = await alice.click(shown.message, 'Next');
  expect(again.acknowledgement.type).toBe(7);
  expect(again.message).toBe(shown.message);
  expect(shown.message?.content).toBe('page 2');
  expect(shown.history.map(({ content }) => content)).toEqual(['page 1', 'page 2']);
  expect(shown.edits).toBe(1);
  expect(discord.violations).toEqual([]);
  expect(bot.errors).toEqual([]);
});

test('an interaction in a server carries what Discord sends about it', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) =>
    bot.reply(interaction, { content: 'hello', components: [row(button('a'))] });
  const alice = discord.person('alice', { locale: 'de', permissions: 32n });

  const shown = await alice.command('progress', { user: 'Max', private: true });
  await alice.click(shown.message, 'a');

  const [command, click] = bot.interactions;
  expect(command).toMatchObject({
    type: InteractionType.ApplicationCommand,
    application_id: discord.applicationId,
    guild_id: discord.guild.id,
    channel: { id: discord.generalChannel.id, type: 0 },
    member: { user: { username: 'alice' }, permissions: '32' },
    locale: 'de',
    guild_locale: 'en-US',
    context: 0,
    version: 1,
    authorizing_integration_owners: { 0: discord.guild.id },
    attachment_size_limit: 10_485_760,
    entitlements: [],
    data: {
      type: ApplicationCommandType.ChatInput,
      name: 'progress',
      options: [
        { type: 3, name: 'user', value: 'Max' },
        { type: 5, name: 'private', value: true },
      ],
    },
  });
  expect(command).not.toHaveProperty('user');
  expect(click).toMatchObject({
    data: { custom_id: 'a', component_type: 2 },
    message: {
      interaction_metadata: { id: command?.id, user: { id: alice.id }, name: 'progress' },
    },
  });
});

test('a direct message and a private channel carry the user and no server', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'hello' });
  const alice = discord.person('alice');

  await alice.command('progress', {}, { where: 'dm' });
  await alice.command('progress', {}, { where: 'private-channel' });

  expect(bot.interactions).toMatchObject([
    { user: { id: alice.id }, context: 1, authorizing_integration_owners: { 0: '0' } },
    { user: { id: alice.id }, context: 2, authorizing_integration_owners: { 1: alice.id } },
  ]);
  expect(bot.interactions[0]).not.toHaveProperty('guild_id');
});

test('a deferred answer thinks until it is edited', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const edit = Promise.withResolvers<void>();
  bot.handle = async (interaction) => {
    await bot.callback(interaction, { type: 5 });
    await edit.promise;
    await bot.edit(interaction, { content: 'done' });
  };

  const shown = await discord.person('alice').command('progress');

  expect(shown.acknowledgement.type).toBe(5);
  expect(shown.thinking).toBe(true);
  expect(shown.message).toBeUndefined();
  edit.resolve();
  await expect(shown.until(({ content }) => content === 'done')).resolves.toMatchObject({
    flags: 0,
  });
  expect(shown.thinking).toBe(false);
  expect(discord.violations).toEqual([]);
});

test('the first follow-up of a private deferred answer replaces it and stays private', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    await bot.callback(interaction, { type: 5, data: { flags: 64 } });
    await bot.followUp(interaction, { content: 'first' });
    await bot.followUp(interaction, { content: 'second' });
  };

  const shown = await discord.person('alice').command('progress');
  const second = await shown.followup();

  expect(shown.message?.content).toBe('first');
  expect(shown.ephemeral).toBe(true);
  expect(second).toMatchObject({ content: 'second', flags: 0 });
});

test('the first follow-up of a public deferred answer replaces it and is public, whatever its flags', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    await bot.callback(interaction, { type: 5 });
    await bot.followUp(interaction, { content: 'first', flags: 64 });
  };

  const shown = await discord.person('alice').command('progress');
  const first = await shown.answer();

  expect(first).toMatchObject({ content: 'first', flags: 0 });
  expect(discord.messagesIn(discord.generalChannel).map(({ content }) => content)).toEqual([
    'first',
  ]);
});

test('follow-ups of a deleted public deferred answer keep their own visibility', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    await bot.callback(interaction, { type: 5 });
    await bot.remove(interaction);
    await bot.followUp(interaction, { content: 'psst', flags: 64 });
  };

  const shown = await discord.person('alice').command('progress');
  const first = await shown.told();

  expect(first).toMatchObject({ content: 'psst', flags: 64 });
  expect(shown.message).toBeUndefined();
  expect(shown.thinking).toBe(false);
  expect(discord.violations).toEqual([]);
});

test("nobody can click another person's ephemeral message", async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) =>
    bot.reply(interaction, { content: 'for you', flags: 64, components: [row(button('a'))] });

  const shown = await discord.person('alice').command('progress');

  expect(shown.ephemeral).toBe(true);
  await expect(discord.person('bob').click(shown.message, 'a')).rejects.toThrow("can't see");
});

test('a disabled, absent or ambiguous button cannot be clicked', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const buttons = [
    button('a', 'First', { disabled: true }),
    button('b', 'Same'),
    button('c', 'Same'),
  ];
  bot.handle = (interaction) =>
    bot.reply(interaction, { content: 'x', components: [row(...buttons)] });
  const alice = discord.person('alice');

  const { message } = await alice.command('progress');

  await expect(alice.click(message, 'First')).rejects.toThrow('disabled');
  await expect(alice.click(message, 'Last')).rejects.toThrow('There is no button "Last"');
  await expect(alice.click(message, 'Same')).rejects.toThrow('More than one button');
});

test('a menu sends the chosen values, and only offered ones', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const status = menu('status', [option('all'), option('mastered')]);
  bot.handle = (interaction) =>
    interaction.type === InteractionType.MessageComponent
      ? bot.callback(interaction, { type: 6 })
      : bot.reply(interaction, { content: 'x', components: [row(status)] });
  const alice = discord.person('alice');

  const { message } = await alice.command('progress');
  const chosen = await alice.select(message, 'status', ['mastered']);

  expect(chosen.acknowledgement.type).toBe(6);
  expect(chosen.message).toBe(message);
  expect(bot.interactions.at(-1)).toMatchObject({
    data: { component_type: 3, values: ['mastered'] },
  });
  await expect(alice.select(message, 'status', ['lost'])).rejects.toThrow('does not offer lost');
  await expect(alice.select(message, 'status', ['all', 'mastered'])).rejects.toThrow(
    '1 to 1 values',
  );
});

test('a modal opened by a button is submitted with its message, which it can update', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => {
    if (isCommand(interaction)) {
      return bot.reply(interaction, { content: '1', components: [row(button('jump'))] });
    }
    return interaction.type === InteractionType.ModalSubmit
      ? bot.update(interaction, { content: '77' })
      : bot.callback(interaction, {
          type: 9,
          data: modal('to', textInput('number', { max_length: 3 })),
        });
  };
  const alice = discord.person('alice');

  const shown = await alice.command('progress');
  const opened = await alice.click(shown.message, 'jump');
  const submitted = await alice.submit(opened.modal, { page: '77' });

  expect(submitted.message).toBe(shown.message);
  expect(shown.message?.content).toBe('77');
  expect(bot.interactions.at(-1)).toMatchObject({
    message: { id: shown.message?.id },
    data: { custom_id: 'to', components: [{ components: [{ custom_id: 'number', value: '77' }] }] },
  });
  await expect(alice.submit(opened.modal, { page: '7777' })).rejects.toThrow('0 to 3 characters');
  expect(discord.violations).toEqual([]);
});

test('typing into an option shows the choices that the bot offers', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const choices = [{ name: 'Max Milyin', value: 'MaxMilyin' }];
  bot.handle = (interaction) => bot.callback(interaction, { type: 8, data: { choices } });
  const alice = discord.person('alice');

  await expect(alice.autocomplete('progress', { user: 'Max' }, 'user')).resolves.toEqual(choices);
  expect(bot.interactions[0]).toMatchObject({
    type: InteractionType.ApplicationCommandAutocomplete,
    data: { options: [{ name: 'user', value: 'Max', focused: true }] },
  });
  await expect(alice.autocomplete('progress', {}, 'status')).rejects.toThrow('no autocomplete');
});

test('an old custom_id on a message from long ago still reaches the bot', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'sorry', flags: 64 });
  const message = discord.remember({ content: 'old', components: [row(button('v0|x', 'Next'))] });
  const alice = discord.person('alice');

  const clicked = await alice.click(message, 'Next');
  const raw = await alice.rawComponent({ customId: 'v0|y', message });

  expect(clicked.ephemeral).toBe(true);
  expect(raw.message).not.toBe(message);
  expect(bot.interactions.map((interaction) => interaction.data)).toMatchObject([
    { custom_id: 'v0|x' },
    { custom_id: 'v0|y' },
  ]);
});

test('the client rejects what the registered command doesn’t accept', async () => {
  await using discord = await startDiscord();
  const commands = [
    {
      name: 'announcements',
      description: 'Feeds',
      default_member_permissions: '32',
      contexts: [0],
      options: [
        {
          type: 1,
          name: 'setup',
          description: 'Sets up',
          options: [
            {
              type: 7,
              name: 'channel',
              description: 'Where',
              required: true,
              channel_types: [0, 5],
            },
            { type: 4, name: 'hour', description: 'When', min_value: 0, max_value: 23 },
          ],
        },
      ],
    },
  ];
  await using bot = await startScriptBot(discord, commands);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'ok' });
  const manager = discord.person('manager', { permissions: 32n });
  const news = discord.channel('news', 5);

  await manager.command('announcements setup', { channel: news, hour: 18 });

  expect(bot.interactions[0]).toMatchObject({
    data: {
      options: [
        { type: 1, name: 'setup', options: [{ name: 'channel', value: news.id }, { value: 18 }] },
      ],
      resolved: {
        channels: { [news.id]: { id: news.id, type: 5, permissions: expect.any(String) } },
      },
    },
  });
  const setup = (values: Record<string, string | number | { id: string }>) =>
    manager.command('announcements', values, { subcommand: 'setup' });
  await expect(setup({})).rejects.toThrow('needs channel');
  await expect(setup({ channel: news, hour: 24 })).rejects.toThrow('too large');
  await expect(setup({ channel: '123' })).rejects.toThrow('nothing of that kind');
  await expect(manager.command('announcements')).rejects.toThrow('choose one of setup');
  await expect(manager.command('nothing')).rejects.toThrow('There is no /nothing');
  await expect(manager.command('announcements setup', {}, { where: 'dm' })).rejects.toThrow(
    'not offered',
  );
  await expect(discord.person('bob').command('announcements setup')).rejects.toThrow('hidden');
});

const FEEDS = {
  name: 'feeds',
  description: 'Feeds',
  default_member_permissions: '32',
  contexts: [0],
  options: [
    {
      type: 1,
      name: 'track',
      description: 'Tracks',
      options: [
        { type: 3, name: 'user', description: 'Who', required: true, autocomplete: true },
        { type: 7, name: 'channel', description: 'Where' },
        { type: 8, name: 'role', description: 'Whom' },
      ],
    },
  ],
};

test('channels and roles are resolved for a command, and are only ids while someone types', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord, [FEEDS]);
  bot.handle = (interaction) =>
    interaction.type === InteractionType.ApplicationCommandAutocomplete
      ? bot.callback(interaction, { type: 8, data: { choices: [] } })
      : bot.reply(interaction, { content: 'ok' });
  const manager = discord.person('manager', { permissions: 32n });
  const channel = discord.channel('thread', 11);
  channel.parent_id = discord.generalChannel.id;
  const role = discord.world.addRole(discord.guild, 'Retro');

  await manager.autocomplete('feeds track', { user: 'M', channel, role }, 'user');
  await manager.command('feeds track', { user: 'Max', channel, role });

  const options = [{ value: expect.any(String) }, { value: channel.id }, { value: role.id }];
  const [typed, sent] = bot.interactions;
  expect(typed).toMatchObject({ data: { options: [{ name: 'track', options }] } });
  expect(typed).not.toHaveProperty('data.resolved');
  const parent_id = discord.generalChannel.id;
  expect(sent).toMatchObject({
    data: {
      options: [{ name: 'track', options }],
      resolved: {
        channels: { [channel.id]: { name: 'thread', type: 11, parent_id, permissions: '32' } },
        roles: { [role.id]: { name: 'Retro', mentionable: false } },
      },
    },
  });
});

test('a command that the client hides can be sent anyway, and administrators see it', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord, [FEEDS]);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'ok' });
  const bob = discord.person('bob', { permissions: 1024n });
  await expect(bob.command('feeds track', { user: 'Max' })).rejects.toThrow('hidden');
  await bob.command('feeds track', { user: 'Max' }, { anyway: true });
  expect(bot.interactions).toMatchObject([{ member: { permissions: '1024' } }]);
  await bob.command('feeds track', { user: 'Max' }, { anyway: true, where: 'dm' });
  await discord.person('root', { permissions: 8n }).command('feeds track', { user: 'Max' });
  expect(bot.interactions).toHaveLength(3);
});

test('uploads come back as attachments with their bytes, and embeds point at them', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const data = Buffer.from('picture');
  bot.handle = async ({ id, token }) => {
    const embeds = [{ image: { url: 'attachment://chart.png' } }];
    const body = { type: 4, data: { embeds, allowed_mentions: { parse: [] } } };
    const files = [{ name: 'chart.png', data, contentType: 'image/png' }];
    await bot.rest.post(`/interactions/${id}/${token}/callback`, { body, files, auth: false });
  };

  const { message } = await discord.person('alice').command('progress');

  const [attachment] = message?.attachments ?? [];
  expect(attachment).toMatchObject({ filename: 'chart.png', bytes: data });
  expect(message?.embeds[0]?.image?.url).toBe(attachment?.url);
  const served = await fetch(attachment?.url ?? '');
  expect(await served.text()).toBe('picture');
});

test('with_response answers the callback with the message', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const answered = Promise.withResolvers<unknown>();
  bot.handle = async (interaction) => {
    const data = { content: 'hello', allowed_mentions: { parse: [] } };
    const query = new URLSearchParams({ with_response: 'true' });
    answered.resolve(await bot.callback(interaction, { type: 4, data }, query));
  };

  const { message } = await discord.person('alice').command('progress');

  expect(await answered.promise).toMatchObject({
    interaction: { response_message_id: message?.id, response_message_ephemeral: false },
    resource: { type: 4, message: { id: message?.id, content: 'hello' } },
  });
});

test('an answer can be deleted, and is then gone', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    await bot.reply(interaction, { content: 'short-lived', components: [row(button('a'))] });
    await bot.rest.delete(
      `/webhooks/${interaction.application_id}/${interaction.token}/messages/@original`,
      { auth: false },
    );
  };
  const alice = discord.person('alice');

  const shown = await alice.command('progress');
  await discord.waitFor(() => shown.message === undefined);

  expect(shown.history).toHaveLength(1);
  await expect(alice.click(shown.history[0], 'a')).rejects.toThrow('gone');
});
