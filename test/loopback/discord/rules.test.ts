import { DiscordAPIError } from '@discordjs/rest';
import { InteractionType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';

import { type LoopbackDiscord, startDiscord } from '#loopback/discord/loopback-discord.ts';

import { button, row } from './bodies.ts';
import { type ScriptBot, startScriptBot } from './script-bot.ts';

/** What Discord answers to a request that it refuses. */
async function refusal(
  request: Promise<unknown>,
): Promise<{ status: number; code: number | string }> {
  try {
    await request;
  } catch (error) {
    if (error instanceof DiscordAPIError) return { status: error.status, code: error.code };
    throw error;
  }
  throw new Error('the request was not refused');
}

/** Lets the bot do something with one interaction, and gives what came of it. */
async function during<T>(
  discord: LoopbackDiscord,
  bot: ScriptBot,
  act: (interaction: Parameters<ScriptBot['handle']>[0]) => Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  bot.handle = (interaction) => act(interaction).then(resolve, reject);
  discord
    .person('alice')
    .command('progress')
    .catch(() => undefined);
  return promise;
}

test('an answer after three seconds finds no interaction', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using discord = await startDiscord({ clock: { now: () => now } });
  await using bot = await startScriptBot(discord);
  const answered = Promise.withResolvers<unknown>();
  bot.handle = async (interaction) => {
    now += 3001;
    answered.resolve(await refusal(bot.reply(interaction, { content: 'late' })));
  };

  await expect(discord.person('alice').command('progress')).rejects.toThrow('Discord waits 3000');

  expect(await answered.promise).toEqual({ status: 404, code: 10062 });
});

test('three seconds are still in time, and the time is recorded', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using discord = await startDiscord({ clock: { now: () => now } });
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    now += 3000;
    await bot.reply(interaction, { content: 'just' });
  };

  const shown = await discord.person('alice').command('progress');

  expect(shown.acknowledgement.afterMs).toBe(3000);
});

test('an unknown token and a second answer are refused', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);

  const [invented, second] = await during(discord, bot, async (interaction) => {
    const other = bot.reply({ ...interaction, token: 'aW50ZXJhY3Rpb24' }, { content: 'x' });
    const unknown = await refusal(other);
    await bot.reply(interaction, { content: 'one' });
    return [unknown, await refusal(bot.reply(interaction, { content: 'two' }))];
  });

  expect(invented).toEqual({ status: 404, code: 10062 });
  expect(second).toEqual({ status: 400, code: 40060 });
  expect(discord.violations.map(({ kind }) => kind)).toEqual(['answer_10062', 'answer_40060']);
});

test.each([6, 7, 8])('a command can’t be answered with type %i', async (type) => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);

  const refused = await during(discord, bot, (interaction) =>
    refusal(bot.callback(interaction, { type, data: { choices: [], content: 'x' } })),
  );

  expect(refused).toEqual({ status: 400, code: 50035 });
  expect(discord.violations).toMatchObject([{ kind: 'callback_type' }]);
});

test('a modal can’t follow a modal', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const input = { type: 4, style: 1, custom_id: 'a', label: 'a' };
  const data = { custom_id: 'm', title: 'M', components: [row(input)] };
  bot.handle = async (interaction) => {
    if (interaction.type !== InteractionType.ModalSubmit)
      return bot.callback(interaction, { type: 9, data });
    const refused = await refusal(bot.callback(interaction, { type: 9, data }));
    return bot.reply(interaction, { content: String(refused.code) });
  };
  const alice = discord.person('alice');

  const opened = await alice.command('progress');
  const submitted = await alice.submit(opened.modal, { a: '1' });

  expect(submitted.message?.content).toBe('50035');
});

test('there is no webhook before the answer, or after a quarter of an hour', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using discord = await startDiscord({ clock: { now: () => now } });
  await using bot = await startScriptBot(discord);

  const answers = await during(discord, bot, async (interaction) => {
    const early = await refusal(bot.followUp(interaction, { content: 'x' }));
    await bot.reply(interaction, { content: 'x' });
    now += 15 * 60_000;
    await bot.edit(interaction, { content: 'y' });
    now += 1;
    return [early, await refusal(bot.edit(interaction, { content: 'z' }))];
  });

  expect(answers).toEqual([
    { status: 404, code: 10015 },
    { status: 401, code: 50027 },
  ]);
});

test('a wrong token is refused by REST and by the gateway', async () => {
  await using discord = await startDiscord();
  await using other = await startDiscord({ token: 'another.token.altogether' });
  await using bot = await startScriptBot(discord);
  bot.rest.setToken(other.token);

  await expect(bot.rest.get('/users/@me')).rejects.toMatchObject({ status: 401 });

  const socket = new WebSocket(`${discord.origin.replace('http', 'ws')}/?v=10&encoding=json`);
  const closed = Promise.withResolvers<number>();
  socket.addEventListener('close', ({ code }) => closed.resolve(code));
  socket.addEventListener('open', () =>
    socket.send(JSON.stringify({ op: 2, d: { token: other.token, intents: 0, properties: {} } })),
  );
  await expect(closed.promise).resolves.toBe(4004);
});

test('an enforced nonce turns a repeat into the first message, for some minutes', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using discord = await startDiscord({ clock: { now: () => now } });
  await using bot = await startScriptBot(discord);
  const post = () =>
    bot.rest.post(`/channels/${discord.generalChannel.id}/messages`, {
      body: { content: 'x', nonce: 'n1', enforce_nonce: true, allowed_mentions: { parse: [] } },
    });

  const first = await post();
  const second = await post();
  now += 6 * 60_000;
  const third = await post();

  expect(second).toEqual(first);
  expect(third).not.toEqual(first);
  expect(discord.messagesIn(discord.generalChannel)).toHaveLength(2);
});

test('a channel that the bot can’t see or write to refuses it', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const body = { embeds: [{ title: 'x' }], allowed_mentions: { parse: [] } };
  const deny = (bits: bigint) => {
    const overwrite = { id: discord.botUser.id, type: 1 as const, allow: '0', deny: String(bits) };
    discord.generalChannel.permission_overwrites = [overwrite];
    return refusal(bot.rest.post(`/channels/${discord.generalChannel.id}/messages`, { body }));
  };

  await expect(deny(1n << 10n)).resolves.toEqual({ status: 403, code: 50001 });
  await expect(deny(1n << 11n)).resolves.toEqual({ status: 403, code: 50013 });
  await expect(deny(1n << 14n)).resolves.toEqual({ status: 403, code: 50013 });
  await expect(refusal(bot.rest.get('/channels/123456789012345678'))).resolves.toEqual({
    status: 404,
    code: 10003,
  });
});

test('commands come back with their defaults, keep their ids, and writes are counted', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord, [{ name: 'about', description: 'About' }]);
  const path = `/applications/${discord.applicationId}/commands` as const;
  const [about] = discord.commands;

  const both = [
    { name: 'help', description: 'Help' },
    { name: 'about', description: 'About' },
  ];
  await bot.rest.put(path, { body: both });

  expect(await bot.rest.get(path)).toMatchObject([
    {
      name: 'help',
      type: 1,
      contexts: null,
      default_member_permissions: null,
      dm_permission: true,
    },
    { name: 'about', id: about?.id, version: about?.version, integration_types: [0], nsfw: false },
  ]);
  expect(discord.commandWrites).toBe(2);
});

test('a channel lists its messages newest first, and only public ones', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'hidden', flags: 64 });
  await discord.person('alice').command('progress');
  const path = `/channels/${discord.generalChannel.id}/messages` as const;
  for (const content of ['one', 'two', 'three']) {
    await bot.rest.post(path, { body: { content, allowed_mentions: { parse: [] } } });
  }

  const query = new URLSearchParams({ limit: '2' });

  expect(await bot.rest.get(path, { query })).toMatchObject([
    { content: 'three' },
    { content: 'two' },
  ]);
});

test('the tokens of interactions stay out of the log and of the violations', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = async (interaction) => {
    await refusal(bot.callback(interaction, { type: 7, data: {} }));
    await bot.reply(interaction, { content: 'x', components: [row(button('a'))] });
  };

  const shown = await discord.person('alice').command('progress');

  const { token } = shown.interaction;
  expect(discord.violations).not.toEqual([]);
  expect(JSON.stringify([discord.requests, discord.violations])).not.toContain(token);
});
