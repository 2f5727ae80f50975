import { describe, expect, it } from 'vitest';

import { Permission } from '#loopback/discord/permissions.ts';
import { SEARCHED_PAGES_LIMIT } from '#src/discord/channels/find-post.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { toMessage } from '#src/discord/message.ts';

import { allow, never, startPosts } from './post-stage.ts';
import type { PostStage } from './post-stage.ts';

const BODY: MessageBody = {
  content: '<@&1234>',
  embeds: [
    {
      author: { name: ' MaxMilyin ' },
      title: 'Chrono Trigger ',
      url: 'https://retroachievements.org/game/319',
      description: 'Beaten on SNES\n\n12th  beaten game',
      timestamp: '2025-01-01T00:00:07.000Z',
    },
  ],
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'All', custom_id: 'd1:b1' }] }],
};
const { json } = toMessage(BODY);

/** A channel in which the post came into doubt. */
async function start() {
  const stage = await startPosts();
  const { clock, discord, posts } = stage;
  const since = clock.now();
  const { generalChannel: channel, guild } = discord;
  await posts.post(channel.id, json, 'batch1', never());
  const [message] = discord.messagesIn(channel);
  const find = (sent = json, from = since) =>
    posts.find(channel.id, guild.id, sent, from, 'batch1');
  return { ...stage, stage, channel, message, since, find };
}

const search = ({ posts, discord, clock }: PostStage) =>
  posts.find(discord.generalChannel.id, discord.guild.id, json, clock.now(), 'batch1');

const others = ({ discord }: PostStage, count: number) => {
  const author = discord.world.addUser('chatterbox');
  for (let index = 0; index < count; index += 1) {
    const message = discord.remember({ content: `${index}` });
    message.author = author;
  }
};

describe('a post in doubt', () => {
  it('is found, however Discord changed its texts', async () => {
    await using world = await start();
    expect(await world.find()).toEqual({ kind: 'found', messageId: world.message?.id });
  });

  it('is found behind many other messages', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const { generalChannel, guild } = discord;
    others(stage, 250);
    const { id } = discord.remember(BODY);
    others(stage, 20);
    expect(await posts.find(generalChannel.id, guild.id, json, stage.clock.now(), 'b')).toEqual({
      kind: 'found',
      messageId: id,
    });
    expect(stage.statuses()).toHaveLength(3);
  });

  it('is found even if the machine’s clock is off by a minute', async () => {
    await using world = await start();
    expect(await world.find(json, world.since + 60_000)).toMatchObject({ kind: 'found' });
    expect(await world.find(json, world.since + 60_001)).toEqual({ kind: 'absent' });
  });

  it.each<[string, Partial<MessageBody>]>([
    ['another game', { embeds: [{ ...BODY.embeds?.[0], title: 'EarthBound' }] }],
    ['another link', { embeds: [{ ...BODY.embeds?.[0], url: 'https://retroachievements.org/' }] }],
    ['another description', { embeds: [{ ...BODY.embeds?.[0], description: 'Mastered' }] }],
    ['another player', { embeds: [{ ...BODY.embeds?.[0], author: { name: 'Scott' } }] }],
    ['another time', { embeds: [{ ...BODY.embeds?.[0], timestamp: '2025-01-01T00:00:08.000Z' }] }],
    ['one embed less', { embeds: [] }],
    ['another ping', { content: '' }],
    ['no button', { components: [] }],
  ])('isn’t a post with %s', async (_, change) => {
    await using world = await start();
    const other = toMessage({ ...BODY, ...change });
    expect(await world.find(other.json)).toEqual({ kind: 'absent' });
  });

  it('isn’t someone else’s message', async () => {
    await using world = await start();
    if (world.message) world.message.author = world.discord.world.addUser('mimic');
    expect(await world.find()).toEqual({ kind: 'absent' });
  });

  it('is recognized by its nonce if Discord sends one', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const author = { id: discord.botUser.id };
    const page = [
      { id: '1300000000000000002', author, nonce: 'other', ...BODY },
      { id: '1300000000000000001', author, nonce: 'batch1', content: 'cut down' },
    ];
    stage.order({ status: 200, json: page });
    const { generalChannel, guild } = discord;
    expect(await posts.find(generalChannel.id, guild.id, json, 0, 'batch1')).toEqual({
      kind: 'found',
      messageId: '1300000000000000001',
    });
  });
});

describe('a channel without the post', () => {
  it('is known not to have it if the bot can read it', async () => {
    await using stage = await startPosts();
    expect(await search(stage)).toEqual({ kind: 'absent' });
  });

  it('says nothing if the bot can’t read the history', async () => {
    await using world = await start();
    allow(world.discord, world.channel, { deny: Permission.ReadMessageHistory });
    expect(await world.find()).toEqual({ kind: 'unreadable' });
  });

  it('says nothing if Discord refuses', async () => {
    await using stage = await startPosts();
    stage.discord.world.removeChannel(stage.discord.generalChannel);
    expect(await search(stage)).toEqual({ kind: 'unreadable' });
  });

  it('says nothing if there is more than can be read', async () => {
    await using stage = await startPosts();
    const author = { id: '1' };
    const page = Array.from({ length: 100 }, (_, index) => ({ id: `${index + 1}`, author }));
    stage.order({ status: 200, json: page }, SEARCHED_PAGES_LIMIT);
    expect(await search(stage)).toEqual({ kind: 'unreadable' });
    expect(stage.statuses()).toHaveLength(SEARCHED_PAGES_LIMIT);
  });

  it('is checked later if Discord sends an invalid id', async () => {
    await using stage = await startPosts();
    const page = Array.from({ length: 100 }, () => ({ id: 'x/../1', author: { id: '1' } }));
    stage.order({ status: 200, json: page });
    expect(await search(stage)).toEqual({ kind: 'later' });
  });

  it.each([/\/messages$/, /\/users\/@me$/, /\/guilds\/\d+$/])(
    'is checked later while %s fails',
    async (path) => {
      await using stage = await startPosts();
      stage.discord.faults.add({ path, effect: { status: 503 } });
      expect(await search(stage)).toEqual({ kind: 'later' });
      expect(await search(stage)).toEqual({ kind: 'absent' });
    },
  );
});
