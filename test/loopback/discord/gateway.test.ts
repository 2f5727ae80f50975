import { WebSocketShardEvents } from '@discordjs/ws';
import { Client, Events } from 'discord.js';
import { expect, test } from 'vitest';

import { type LoopbackDiscord, startDiscord } from '#loopback/discord/loopback-discord.ts';
import { shardOf } from '#loopback/discord/snowflake.ts';

import { PROGRESS, startScriptBot } from './script-bot.ts';

const resumed = (discord: LoopbackDiscord): Promise<void> => {
  const { promise, resolve } = Promise.withResolvers<void>();
  discord.events.on('gateway', ({ kind }) => kind === 'resumed' && resolve());
  return promise;
};

const disconnected = (discord: LoopbackDiscord): Promise<true> =>
  discord.waitFor(() => discord.gateway.connected().length === 0);

test('READY names the bot, its unavailable servers and its shard', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);

  expect(bot.ready[0]).toMatchObject({
    v: 10,
    user: { id: discord.applicationId, bot: true },
    guilds: [{ id: discord.guild.id, unavailable: true }],
    application: { id: discord.applicationId },
    shard: [0, 1],
  });
});

test('events during a cut connection are replayed when the session resumes', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'still here' });
  const back = resumed(discord);
  discord.gateway.refuseConnections(true);
  discord.gateway.drop();
  await disconnected(discord);

  const asking = discord.person('alice').command('progress');
  discord.gateway.refuseConnections(false);
  await back;

  expect((await asking).message?.content).toBe('still here');
  expect(bot.ready).toHaveLength(1);
});

test.each([
  ['a request to reconnect', (discord: LoopbackDiscord) => discord.gateway.requestReconnect()],
  ['a close code', (discord: LoopbackDiscord) => discord.gateway.drop(4000)],
])('a client resumes after %s', async (_, disturb) => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const back = resumed(discord);

  disturb(discord);
  await back;
  await discord.ready();

  expect(bot.ready).toHaveLength(1);
});

test('after an invalid session a client identifies again', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  const { promise: again, resolve } = Promise.withResolvers<void>();
  bot.sockets.on(WebSocketShardEvents.Ready, () => resolve());

  discord.gateway.invalidate();
  await again;

  expect(discord.gateway.identifies).toBe(2);

  expect(bot.errors).toEqual([]);
});

test("each shard gets its own servers' interactions, and direct messages go to the first", async () => {
  await using discord = await startDiscord({ shards: 2 });
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) => bot.reply(interaction, { content: 'x' });
  const other = discord.world.addGuild(
    'Another',
    (BigInt(discord.guild.id) + (1n << 22n)).toString(),
  );
  const shards: number[] = [];
  discord.events.on('dispatch', ({ shard }) => shards.push(shard));
  const alice = discord.person('alice');

  await alice.command('progress');
  await alice.command('progress', {}, { where: discord.channel('general', 0, other) });
  await alice.command('progress', {}, { where: 'dm' });

  const home = shardOf(discord.guild.id, 2);
  expect(shards).toEqual([home, 1 - home, 0]);
});

test('a bot that is offline can’t be used', async () => {
  await using discord = await startDiscord();
  const bot = await startScriptBot(discord);
  await bot[Symbol.asyncDispose]();
  await disconnected(discord);

  await expect(discord.person('alice').command('progress')).rejects.toThrow('offline');
});

test("discord.js's own client logs in without intents, answers, and survives a drop", async () => {
  await using discord = await startDiscord();
  const client = new Client({ intents: [], rest: { api: discord.apiUrl } });
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const content = interaction.options.getString('user') ?? 'nobody';
    interaction
      .deferReply()
      .then(() => interaction.editReply({ content, allowedMentions: { parse: [] } }))
      .catch((error: unknown) => errors.push(error));
  });
  const loggedIn = Promise.withResolvers<void>();
  client.once(Events.ClientReady, () => loggedIn.resolve());
  await client.login(discord.token);
  await loggedIn.promise;
  await client.application?.commands.set([PROGRESS]);
  await discord.ready();
  const alice = discord.person('alice');

  const shown = await alice.command('progress', { user: 'MaxMilyin' });
  expect((await shown.answer()).content).toBe('MaxMilyin');
  const back = resumed(discord);
  discord.gateway.drop();
  await back;
  const again = await alice.command('progress');
  expect((await again.answer()).content).toBe('nobody');

  await client.destroy();
  expect(errors).toEqual([]);
  expect(discord.violations).toEqual([]);
});

test('a wait that finds nothing says what it saw', async () => {
  await using discord = await startDiscord({ patienceMs: 1 });

  await expect(discord.ready()).rejects.toThrow('The bot did not become ready: {"sessions":[]');
});
