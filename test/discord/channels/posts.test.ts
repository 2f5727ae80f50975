import { describe, expect, it } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import { createPostSample } from '#src/announcements/posting/post-sample.ts';
import { toMessage } from '#src/discord/message.ts';

import { allow, never, startPosts } from './post-stage.ts';
import type { PostStage } from './post-stage.ts';

const EMBED = { title: 'Chrono Trigger', description: 'Beaten' };
const JSON_BODY = toMessage({ embeds: [EMBED] }).json;

const post = ({ posts, discord }: PostStage, channel: Channel = discord.generalChannel) =>
  posts.post(channel.id, JSON_BODY, 'batch1', never());

describe('a post', () => {
  it('is in the channel, with its nonce, and returns its id', async () => {
    await using stage = await startPosts();
    const outcome = await post(stage);
    const [message] = stage.discord.messagesIn(stage.discord.generalChannel);
    expect(message).toMatchObject({ embeds: [EMBED], nonce: 'batch1' });
    expect(outcome).toEqual({ kind: 'posted', messageId: message?.id });
    expect(stage.discord.violations).toEqual([]);
  });

  it('is the first one again if its response was lost', async () => {
    await using stage = await startPosts();
    stage.order({ cut: 'after' });
    expect(await post(stage)).toEqual({ kind: 'unsure' });
    expect(await post(stage)).toMatchObject({ kind: 'posted' });
    expect(stage.discord.messagesIn(stage.discord.generalChannel)).toHaveLength(1);
  });

  it('is settled if someone deletes it before it’s known to be there', async () => {
    await using stage = await startPosts();
    stage.order({ cut: 'after' });
    await post(stage);
    stage.discord.deleteMessage(
      stage.discord.messagesIn(stage.discord.generalChannel)[0]?.id ?? '',
    );
    expect(await post(stage)).toEqual({ kind: 'deleted' });
  });

  it('is in doubt if Discord’s response says nothing', async () => {
    await using stage = await startPosts();
    stage.order({ status: 200, body: 'Hotel login' });
    expect(await post(stage)).toEqual({ kind: 'unsure' });
    stage.order({ status: 200, json: { id: '../1' } });
    expect(await post(stage)).toEqual({ kind: 'unsure' });
  });

  it('pings exactly the given ids', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const { user } = discord.person('alice');
    const { user: other } = discord.person('bob');
    const role = discord.world.addRole(discord.guild, 'Retro');
    const content = `<@&${role.id}> <@${user.id}> <@${other.id}> @everyone`;
    const { json } = toMessage({ content }, undefined, { roles: [role.id], users: [user.id] });
    await posts.post(discord.generalChannel.id, json, 'batch1', never());
    expect(discord.messagesIn(discord.generalChannel)).toMatchObject([
      { mention_roles: [role.id], mentions: [{ id: user.id }], mention_everyone: false },
    ]);
  });

  it('pings nobody if no ids are given', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const { user } = discord.person('alice');
    const json = JSON.stringify({ content: `<@${user.id}> @everyone` });
    await posts.post(discord.generalChannel.id, json, 'batch1', never());
    expect(discord.messagesIn(discord.generalChannel)).toMatchObject([
      { mentions: [], mention_everyone: false },
    ]);
  });

  it('can go into a thread or a forum post', async () => {
    await using stage = await startPosts();
    const { discord } = stage;
    const thread = discord.thread('games');
    const inForum = discord.thread('games', discord.channel('forum', 15));
    expect(await post(stage, thread)).toMatchObject({ kind: 'posted' });
    expect(await post(stage, inForum)).toMatchObject({ kind: 'posted' });
  });
});

describe('a post that Discord refuses', () => {
  it.each<[string, string, (stage: PostStage) => Channel]>([
    [
      'unknownChannel',
      'the channel is deleted',
      ({ discord }) => {
        const channel = discord.channel('gone');
        discord.world.removeChannel(channel);
        return channel;
      },
    ],
    [
      'missingAccess',
      'the bot is thrown out of the server',
      ({ discord }) => {
        discord.world.throwOutBot(discord.guild);
        return discord.generalChannel;
      },
    ],
    [
      'missingAccess',
      'the bot may not see the channel',
      ({ discord }) => {
        allow(discord, discord.generalChannel, { deny: Permission.ViewChannel });
        return discord.generalChannel;
      },
    ],
    [
      'missingPermissions',
      'the bot may not send',
      ({ discord }) => {
        allow(discord, discord.generalChannel, { deny: Permission.SendMessages });
        return discord.generalChannel;
      },
    ],
    [
      'threadLocked',
      'the thread is locked',
      ({ discord }) => {
        const thread = discord.thread('closed');
        if (thread.thread_metadata) thread.thread_metadata.locked = true;
        return thread;
      },
    ],
    ['wrongChannelType', 'the channel is a forum', ({ discord }) => discord.channel('forum', 15)],
  ])('has a reason: %s, where %s', async (reason, _, arrange) => {
    await using stage = await startPosts();
    const channel = arrange(stage);
    expect(await post(stage, channel)).toMatchObject({ kind: 'refused', reason });
  });

  it.each([
    [404, 10_003, 'unknownChannel'],
    [404, 10_004, 'refused'],
    [403, 50_001, 'missingAccess'],
    [403, 40_007, 'refused'],
    [404, 0, 'refused'],
    [403, 0, 'refused'],
    [403, 999_999, 'refused'],
    [403, 50_013, 'missingPermissions'],
    [400, 50_083, 'threadLocked'],
    [403, 160_005, 'threadLocked'],
    [400, 160_006, 'threadLocked'],
    [400, 50_008, 'wrongChannelType'],
    [403, 50_024, 'wrongChannelType'],
    [400, 40_058, 'wrongChannelType'],
  ])('has a reason: %i with code %i is %s', async (status, code, reason) => {
    await using stage = await startPosts();
    stage.order({ status, code, message: 'It is\nso' });
    const detail = `${code}: It is so`;
    expect(await post(stage)).toEqual({ kind: 'refused', reason, detail });
  });

  it.each([
    [400, 0],
    [400, 200_000],
    [403, 200_000],
    [400, 200_001],
    [400, 240_000],
    [400, 50_035],
    [400, 50_006],
    [403, 50_006],
    [400, 220_003],
    [413, 40_005],
    [422, 777_777],
  ])('for its content is different: %i with code %i', async (status, code) => {
    await using stage = await startPosts();
    stage.order({ status, code, message: 'No' });
    expect(await post(stage)).toEqual({ kind: 'rejected', detail: `${code}: No` });
  });

  it('says what is wrong with the message itself', async () => {
    await using stage = await startPosts();
    const { json } = toMessage({ embeds: [{ title: 'x'.repeat(257) }] });
    const { id } = stage.discord.generalChannel;
    expect(await stage.posts.post(id, json, 'batch1', never())).toMatchObject({
      kind: 'rejected',
      detail: expect.stringMatching(/^50035: Invalid Form Body embeds\[0\]\.title/),
    });
  });
});

const startNews = async () => {
  const stage = await startPosts();
  const news = stage.discord.channel('news', 5);
  const { id } = stage.discord.remember({ content: 'x' }, { channel: news });
  const crosspost = (messageId = id) => stage.posts.crosspost(news.id, messageId, never());
  return { ...stage, stage, news, id, crosspost };
};

describe('a cross-post', () => {
  it.each(['', 'm1', '../../users/@me'])('%j is nothing to ask Discord for', async (messageId) => {
    await using world = await startNews();
    const before = world.discord.requests.length;
    expect(await world.crosspost(messageId)).toBe('done');
    expect(world.discord.requests.slice(before)).toEqual([]);
  });

  it('can be repeated once it’s done', async () => {
    await using world = await startNews();
    expect(await world.crosspost()).toBe('done');
    expect(world.discord.message(world.id)?.flags).toBe(1);
    expect(await world.crosspost()).toBe('done');
    expect(world.lines.join()).not.toContain('refuses');
  });

  it('waits after ten in an hour, and holds up no post', async () => {
    await using world = await startNews();
    // Now discord.js knows the bucket, which the loopback Discord names for both.
    await world.posts.post(world.news.id, JSON_BODY, 'batch0', never());
    for (let count = 1; count <= 10; count += 1) {
      const { id } = world.discord.remember({ content: 'x' }, { channel: world.news });
      expect(await world.crosspost(id)).toBe('done');
    }
    expect(await world.crosspost()).toBe('later');
    expect(await post(world.stage, world.news)).toMatchObject({ kind: 'posted' });
  });

  it('is given up if Discord refuses it, and the log says so', async () => {
    await using world = await startNews();
    world.discord.world.removeChannel(world.news);
    expect(await world.crosspost()).toBe('done');
    expect(world.lines.join()).toContain('Discord refuses to cross-post');
  });

  it.each([{ status: 500 }, { cut: 'after' }, { rateLimit: { retryAfter: 3000 } }] as const)(
    'is left for later after %j',
    async (effect) => {
      await using world = await startNews();
      world.discord.faults.add({ path: /crosspost$/, effect });
      expect(await world.crosspost()).toBe('later');
    },
  );
});

const startTelling = async () => {
  const stage = await startPosts();
  const { user } = stage.discord.person('alice');
  const tell = () => stage.posts.tell(user.id, JSON_BODY, 'notice1');
  const told = () => stage.discord.messagesIn(stage.discord.world.directChannel(user));
  return { ...stage, user, tell, told };
};

describe('a direct message', () => {
  it('is sent, and only once if it’s repeated', async () => {
    await using world = await startTelling();
    expect(await world.tell()).toBe('told');
    expect(await world.tell()).toBe('told');
    expect(world.told()).toMatchObject([{ embeds: [EMBED] }]);
  });

  it('is impossible if the person accepts none', async () => {
    await using world = await startTelling();
    world.discord.world.closedToBot.add(world.user.id);
    expect(await world.tell()).toBe('impossible');
  });

  it('is impossible if there is no such person', async () => {
    await using stage = await startPosts();
    expect(await stage.posts.tell('1', JSON_BODY, 'notice1')).toBe('impossible');
  });

  it.each([/^\/users\/@me\/channels$/, /messages$/])(
    'is left for later while %s fails',
    async (path) => {
      await using world = await startTelling();
      world.discord.faults.add({ path, effect: { status: 503 } });
      expect(await world.tell()).toBe('later');
      expect(await world.tell()).toBe('told');
    },
  );
});

describe('a sample post', () => {
  it('is posted', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const feed = { channelId: discord.generalChannel.id };
    expect(await createPostSample(posts)(feed, { embeds: [EMBED] })).toBe('posted');
    expect(await createPostSample(posts)(feed, { embeds: [EMBED] })).toBe('posted');
    expect(discord.messagesIn(discord.generalChannel)).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });

  it('says why it isn’t posted', async () => {
    await using stage = await startPosts();
    const { discord, posts } = stage;
    const feed = { channelId: discord.channel('forum', 15).id };
    expect(await createPostSample(posts)(feed, {})).toMatchObject({ refused: 'wrongChannelType' });
    stage.order({ status: 500 });
    expect(await createPostSample(posts)(feed, {})).toBe('unavailable');
  });
});
