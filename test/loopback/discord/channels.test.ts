import { DiscordAPIError, type REST } from '@discordjs/rest';
import { expect, test } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { type LoopbackDiscord, startDiscord } from '#loopback/discord/loopback-discord.ts';
import type { LoopbackOptions } from '#loopback/discord/loopback-discord.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import { createRest } from '#src/discord/connection/rest.ts';
import { createLog } from '#src/platform/log.ts';

const allowed_mentions = { parse: [] };

/** A Discord with a client that is not connected to its gateway. */
async function start(options: LoopbackOptions = {}) {
  const discord = await startDiscord(options);
  const rest = createRest({
    apiUrl: discord.apiUrl,
    token: discord.token,
    log: createLog('silent', []),
  });
  rest.options.retries = 0;
  rest.options.rejectOnRateLimit = ['/'];
  return { discord, rest, [Symbol.asyncDispose]: () => discord[Symbol.asyncDispose]() };
}

const post = (rest: REST, { id }: Pick<Channel, 'id'>, body: object = { content: 'x' }) =>
  rest.post(`/channels/${id}/messages`, { body: { allowed_mentions, ...body } });

/** `[status, code]` of a refusal. */
async function refusal(request: Promise<unknown>): Promise<unknown> {
  const error = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof DiscordAPIError ? [error.status, error.code] : error;
}

function deny(discord: LoopbackDiscord, bits: bigint): void {
  const own = { id: discord.botUser.id, type: 1 as const, allow: '0', deny: String(bits) };
  discord.generalChannel.permission_overwrites = [own];
}

test('a thread accepts posts from whoever can send in threads, by its channel’s overwrites', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const thread = discord.thread('completed games');

  deny(discord, Permission.SendMessages);
  await expect(post(rest, thread)).resolves.toMatchObject({ channel_id: thread.id });
  deny(discord, Permission.SendMessagesInThreads);
  await expect(refusal(post(rest, thread))).resolves.toEqual([403, 50013]);
  deny(discord, Permission.ViewChannel);
  await expect(refusal(post(rest, thread))).resolves.toEqual([403, 50001]);
  deny(discord, 0n);

  const seen = await rest.get(`/channels/${thread.id}`);
  expect(seen).toMatchObject({
    type: 11,
    parent_id: discord.generalChannel.id,
    thread_metadata: { archived: false, locked: false },
  });
  expect(seen).not.toHaveProperty('permission_overwrites');
});

test('a locked thread only accepts posts from thread managers, and an archived one reopens', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const thread = discord.thread('old');
  const state = { ...thread.thread_metadata, archived: true, locked: false };
  Object.assign(thread, { thread_metadata: state });

  await post(rest, thread);
  expect(state.archived).toBe(false);
  state.locked = true;
  await expect(refusal(post(rest, thread))).resolves.toEqual([403, 160005]);
  state.archived = true;
  await expect(refusal(post(rest, thread))).resolves.toEqual([400, 50083]);
  const allow = String(Permission.ManageThreads);
  discord.generalChannel.permission_overwrites = [
    { id: discord.botUser.id, type: 1, allow, deny: '0' },
  ];
  await expect(post(rest, thread)).resolves.toMatchObject({ content: 'x' });
});

test('a forum and a category accept no messages, but a forum post does', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const forum = discord.channel('forum', 15);

  await expect(refusal(post(rest, forum))).resolves.toEqual([400, 50008]);
  await expect(refusal(post(rest, discord.channel('category', 4)))).resolves.toEqual([400, 50008]);
  await expect(post(rest, discord.thread('games', forum))).resolves.toMatchObject({ content: 'x' });
});

test('a deleted channel is unknown, with its threads; a server without the bot is closed', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const gone = discord.channel('gone');
  const thread = discord.thread('gone too', gone);
  discord.world.removeChannel(gone);

  await expect(refusal(post(rest, gone))).resolves.toEqual([404, 10003]);
  await expect(refusal(post(rest, thread))).resolves.toEqual([404, 10003]);
  discord.world.throwOutBot(discord.guild);
  await expect(refusal(post(rest, discord.generalChannel))).resolves.toEqual([403, 50001]);
  await expect(refusal(rest.get(`/guilds/${discord.guild.id}`))).resolves.toEqual([403, 50001]);
});

test('someone who accepts no direct messages still has a channel', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const { user } = discord.person('alice');
  discord.world.closedToBot.add(user.id);

  await rest.post('/users/@me/channels', { body: { recipient_id: user.id } });

  await expect(refusal(post(rest, discord.world.directChannel(user)))).resolves.toEqual([
    403, 50007,
  ]);
});

test('an announcement channel’s message is cross-posted once, up to ten per hour', async () => {
  let now = Date.UTC(2026, 0, 1);
  await using world = await start({ clock: { now: () => now } });
  const { discord, rest } = world;
  const news = discord.channel('news', 5);
  const { id } = discord.remember({ content: 'x' }, { channel: news });
  const crosspost = () => rest.post(`/channels/${news.id}/messages/${id}/crosspost`);

  await expect(crosspost()).resolves.toMatchObject({ flags: 1 });
  for (let count = 2; count <= 10; count += 1) {
    await expect(refusal(crosspost())).resolves.toEqual([400, 40033]);
  }
  // Asked without looking at what the answers before said.
  rest.handlers.clear();
  await expect(crosspost()).rejects.toMatchObject({ retryAfter: 3_600_050 });
  now += 60 * 60_000;
  rest.handlers.clear();
  await expect(refusal(crosspost())).resolves.toEqual([400, 40033]);
  const old = discord.remember({ content: 'x' });
  await expect(
    refusal(rest.post(`/channels/${discord.generalChannel.id}/messages/${old.id}/crosspost`)),
  ).resolves.toEqual([400, 50024]);
});

test('posts over a channel’s limit have to wait, but not those in other channels', async () => {
  await using world = await start({ postLimit: { count: 2, windowMs: 60_000 } });
  const { discord, rest } = world;

  await post(rest, discord.generalChannel);
  await post(rest, discord.generalChannel);
  rest.handlers.clear();
  await expect(post(rest, discord.generalChannel)).rejects.toMatchObject({ retryAfter: 60_050 });
  await post(rest, discord.channel('other'));

  expect(discord.requests.map(({ status }) => status)).toEqual([200, 200, 429, 200]);
});

test('a nonce is returned to the sender, not in the history, and is forgotten', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
  const { generalChannel } = discord;

  const first = await post(rest, generalChannel, body);
  expect(first).toMatchObject({ nonce: 'n1' });
  await expect(post(rest, generalChannel, body)).resolves.toEqual(first);
  const [kept] = discord.messagesIn(generalChannel);
  const [listed] = [await rest.get(`/channels/${generalChannel.id}/messages`)].flat();
  expect(listed).toMatchObject({ id: kept?.id });
  expect(listed).not.toHaveProperty('nonce');
  discord.forgetNonces();
  await expect(post(rest, generalChannel, body)).resolves.not.toMatchObject({ id: kept?.id });
});

test('a nonce stays with a deleted message', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const body = { content: 'x', nonce: 'n1', enforce_nonce: true };
  await post(rest, discord.generalChannel, body);
  discord.deleteMessage(discord.messagesIn(discord.generalChannel)[0]?.id ?? '');

  await expect(refusal(post(rest, discord.generalChannel, body))).resolves.toEqual([404, 10008]);
});

test('texts are trimmed, and times are in Discord’s form', async () => {
  await using world = await start();
  const { discord, rest } = world;
  const timestamp = '2026-01-01T00:00:00.000Z';
  const embed = { title: ' a ', description: 'b\n', timestamp, author: { name: ' c' } };

  await expect(
    post(rest, discord.generalChannel, { content: ' x ', embeds: [embed] }),
  ).resolves.toMatchObject({
    content: 'x',
    embeds: [
      {
        title: 'a',
        description: 'b',
        timestamp: '2026-01-01T00:00:00.000000+00:00',
        author: { name: 'c' },
      },
    ],
  });
});
