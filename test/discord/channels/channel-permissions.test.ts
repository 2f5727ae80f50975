import { describe, expect, it } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { Permission } from '#loopback/discord/permissions.ts';

import { allow, never, startPosts } from './post-stage.ts';
import type { PostStage } from './post-stage.ts';

const access = (
  { permissions, discord }: PostStage,
  channel: Channel = discord.generalChannel,
  roleId: string | null = null,
) => permissions.access({ guildId: discord.guild.id, channelId: channel.id, roleId });

describe('in a channel', () => {
  it('the bot can do what members can', async () => {
    await using stage = await startPosts();
    const { generalChannel } = stage.discord;
    expect(await access(stage)).toEqual({
      kind: 'ok',
      channel: { id: generalChannel.id, type: 0, name: 'general', parentId: null },
      missing: [],
      advised: [],
      isRoleGone: false,
    });
    expect(stage.discord.requests.map(({ path }) => path).toSorted()).toEqual([
      `/channels/${generalChannel.id}`,
      `/guilds/${stage.discord.guild.id}`,
      `/guilds/${stage.discord.guild.id}/members/${stage.discord.botUser.id}`,
      '/users/@me',
    ]);
    await access(stage);
    expect(stage.discord.requests).toHaveLength(7);
  });

  it.each([
    ['sendMessages', Permission.SendMessages],
    ['embedLinks', Permission.EmbedLinks],
  ])('%s is named if it’s denied, and nothing else', async (name, deny) => {
    await using stage = await startPosts();
    allow(stage.discord, stage.discord.generalChannel, { deny });
    expect(await access(stage)).toMatchObject({ missing: [name], advised: [] });
  });

  it('everything denied is named', async () => {
    await using stage = await startPosts();
    allow(stage.discord, stage.discord.generalChannel, {
      deny: Permission.SendMessages | Permission.EmbedLinks | Permission.ReadMessageHistory,
    });
    expect(await access(stage)).toMatchObject({
      missing: ['sendMessages', 'embedLinks'],
      advised: ['readMessageHistory'],
    });
  });

  it('a role that not everyone can mention needs a permission', async () => {
    await using stage = await startPosts();
    const { world, guild, generalChannel } = stage.discord;
    const role = world.addRole(guild, 'Retro');
    expect(await access(stage, generalChannel, role.id)).toMatchObject({
      missing: [],
      advised: ['mentionEveryone'],
    });
    allow(stage.discord, generalChannel, { allow: Permission.MentionEveryone });
    expect(await access(stage, generalChannel, role.id)).toMatchObject({ advised: [] });
    generalChannel.permission_overwrites = [];
    role.mentionable = true;
    expect(await access(stage, generalChannel, role.id)).toMatchObject({ advised: [] });
  });

  it('overwrites apply to everyone, then to roles, then to the bot', async () => {
    await using stage = await startPosts();
    const { world, guild, generalChannel, botUser } = stage.discord;
    const role = world.addRole(guild, 'Bots');
    world.join(guild, botUser, [role.id]);
    const bits = String(Permission.SendMessages);
    const everyone = { id: guild.id, type: 0 as const, allow: '0', deny: bits };
    const ofRole = { id: role.id, type: 0 as const, allow: bits, deny: '0' };
    const own = { id: botUser.id, type: 1 as const, allow: '0', deny: bits };

    generalChannel.permission_overwrites = [everyone];
    expect(await access(stage)).toMatchObject({ missing: ['sendMessages'] });
    generalChannel.permission_overwrites = [ofRole, everyone];
    expect(await access(stage)).toMatchObject({ missing: [] });
    generalChannel.permission_overwrites = [own, ofRole, everyone];
    expect(await access(stage)).toMatchObject({ missing: ['sendMessages'] });
  });

  it('of two roles, the one that allows wins, and others’ overwrites don’t affect the bot', async () => {
    await using stage = await startPosts();
    const { world, guild, generalChannel, botUser } = stage.discord;
    const [one, two, other] = ['1', '2', '3'].map((name) => world.addRole(guild, name));
    world.join(guild, botUser, [one?.id ?? '', two?.id ?? '']);
    const bits = String(Permission.SendMessages);
    const deny = (id = '') => ({ id, type: 0 as const, allow: '0', deny: bits });
    generalChannel.permission_overwrites = [
      { ...deny(two?.id), allow: bits, deny: '0' },
      deny(one?.id),
      deny(other?.id),
      { ...deny('1234'), type: 1 },
    ];
    expect(await access(stage)).toMatchObject({ missing: [] });
  });

  it('a role grants what the server doesn’t', async () => {
    await using stage = await startPosts();
    const { world, guild, botUser } = stage.discord;
    const [everyone] = guild.roles;
    if (everyone) everyone.permissions = String(Permission.ViewChannel);
    const role = world.addRole(guild, 'Bots', Permission.SendMessages | Permission.EmbedLinks);
    expect(await access(stage)).toMatchObject({ missing: ['sendMessages', 'embedLinks'] });
    world.join(guild, botUser, [role.id]);
    expect(await access(stage)).toMatchObject({ missing: [], advised: ['readMessageHistory'] });
  });

  it('administrators and owners can do everything', async () => {
    await using stage = await startPosts();
    const { world, guild, generalChannel, botUser } = stage.discord;
    allow(stage.discord, generalChannel, { deny: Permission.SendMessages });
    const role = world.addRole(guild, 'Admins', Permission.Administrator);
    world.join(guild, botUser, [role.id]);
    expect(await access(stage)).toMatchObject({ missing: [] });
    world.join(guild, botUser);
    expect(await access(stage)).toMatchObject({ missing: ['sendMessages'] });
    guild.owner_id = botUser.id;
    expect(await access(stage)).toMatchObject({ missing: [] });
  });

  it('a bot in timeout can’t post until that ends', async () => {
    await using stage = await startPosts();
    const { guild, botUser } = stage.discord;
    const member = guild.members.get(botUser.id);
    const until = new Date(stage.clock.now() + 60_000).toISOString();
    if (member) member.communication_disabled_until = until;
    expect(await access(stage)).toMatchObject({
      missing: ['sendMessages', 'embedLinks'],
      advised: [],
    });
    await stage.clock.advance(60_000);
    expect(await access(stage)).toMatchObject({ missing: [] });
  });
});

describe('in a thread', () => {
  it('the channel’s overwrites apply, and sending has its own permission', async () => {
    await using stage = await startPosts();
    const { discord } = stage;
    const thread = discord.thread('games');
    allow(discord, discord.generalChannel, { deny: Permission.SendMessages });
    expect(await access(stage, thread)).toMatchObject({
      channel: { type: 11, name: 'games', parentId: discord.generalChannel.id },
      missing: [],
    });
    allow(discord, discord.generalChannel, {
      deny: Permission.SendMessagesInThreads | Permission.EmbedLinks,
    });
    expect(await access(stage, thread)).toMatchObject({
      missing: ['sendMessagesInThreads', 'embedLinks'],
    });
  });

  it('the bot needs Manage Threads if it’s locked, but not if it’s archived', async () => {
    await using stage = await startPosts();
    const thread = stage.discord.thread('old');
    if (thread.thread_metadata) thread.thread_metadata.archived = true;
    expect(await access(stage, thread)).toMatchObject({ missing: [] });
    if (thread.thread_metadata) thread.thread_metadata.locked = true;
    expect(await access(stage, thread)).toMatchObject({ missing: ['manageThreads'] });
    allow(stage.discord, stage.discord.generalChannel, { allow: Permission.ManageThreads });
    expect(await access(stage, thread)).toMatchObject({ missing: [] });
  });
});

describe('what the bot can do in a channel', () => {
  it('is unknown if the channel doesn’t exist, or is in another server', async () => {
    await using stage = await startPosts();
    const { discord } = stage;
    const elsewhere = discord.channel('other', 0, discord.world.addGuild('Other'));
    expect(await access(stage, elsewhere)).toEqual({ kind: 'unknown' });
    discord.world.removeChannel(discord.generalChannel);
    expect(await access(stage)).toEqual({ kind: 'unknown' });
  });

  it('is nothing if the bot can’t see the channel', async () => {
    await using stage = await startPosts();
    allow(stage.discord, stage.discord.generalChannel, { deny: Permission.ViewChannel });
    expect(await access(stage)).toEqual({ kind: 'noAccess' });
  });

  it('is nothing if the bot isn’t in the server', async () => {
    await using stage = await startPosts();
    stage.discord.world.throwOutBot(stage.discord.guild);
    expect(await access(stage)).toEqual({ kind: 'notInServer' });
  });

  it.each([/^\/guilds\/\d+(?:\/roles)?$/, /\/members\//])(
    'is unreadable if %s is unknown',
    async (path) => {
      await using stage = await startPosts();
      stage.discord.faults.add({ path, times: 2, effect: { status: 404, code: 10_004 } });
      expect(await access(stage)).toEqual({ kind: 'unreadable' });
    },
  );

  it.each([
    [404, 10_003, 'unknown'],
    [403, 50_001, 'noAccess'],
    [404, 10_004, 'unreadable'],
    [403, 0, 'unreadable'],
    [404, 0, 'unreadable'],
    [403, 40_007, 'unreadable'],
    [400, 777_777, 'unreadable'],
  ])('isn’t guessed from a refusal (%i, %i): %s', async (status, code, kind) => {
    await using stage = await startPosts();
    stage.discord.faults.add({ path: /^\/channels\/\d+$/, effect: { status, code } });
    expect(await access(stage)).toEqual({ kind });
  });

  it('is unavailable if Discord sends permissions that aren’t a number', async () => {
    await using stage = await startPosts();
    const { discord } = stage;
    const json = { owner_id: '1', roles: [{ id: discord.guild.id, permissions: 'all' }] };
    discord.faults.add({ path: /^\/guilds\/\d+$/, effect: { status: 200, json } });
    expect(await access(stage)).toEqual({ kind: 'unavailable' });
  });

  it('includes whether the role to ping still exists', async () => {
    await using stage = await startPosts();
    const { discord, permissions } = stage;
    const role = discord.world.addRole(discord.guild, 'Retro');
    const [guildId, channelId] = [discord.guild.id, discord.generalChannel.id];
    const look = async (roleId: string | null) => {
      const request = { guildId, channelId, roleId };
      const found = await permissions.access(request);
      const { isRoleGone, type } = await permissions.glance(request, never());
      expect(found).toMatchObject({ isRoleGone });
      expect(type).toBe(0);
      return isRoleGone;
    };
    expect([await look(role.id), await look('42'), await look(null)]).toEqual([false, true, false]);
  });

  it.each([403, 404, 500])(
    'doesn’t include a deleted role if nothing can be read (%i)',
    async (status) => {
      await using stage = await startPosts();
      const { discord, permissions } = stage;
      discord.faults.add({ path: /^\/(?:guilds|channels)/, times: 9, effect: { status, code: 0 } });
      const [guildId, channelId] = [discord.guild.id, discord.generalChannel.id];
      const request = { guildId, channelId, roleId: '42' };
      expect(await permissions.glance(request, never())).toEqual({ type: null, isRoleGone: false });
    },
  );

  it.each([
    ['the roles alone', /^\/guilds\/\d+$/],
    ['its id from the token', /^\/users/],
  ])('is found with %s if Discord says no more', async (_what, path) => {
    await using stage = await startPosts();
    allow(stage.discord, stage.discord.generalChannel, { deny: Permission.EmbedLinks });
    stage.discord.faults.add({ path, effect: { status: 404 } });
    expect(await access(stage)).toMatchObject({ kind: 'ok', missing: ['embedLinks'] });
  });

  it.each([/^\/users/, /^\/guilds\/\d+$/, /\/members\//, /^\/channels/])(
    'is unavailable while %s fails',
    async (path) => {
      await using stage = await startPosts();
      stage.discord.faults.add({ path, effect: { status: 502 } });
      expect(await access(stage)).toEqual({ kind: 'unavailable' });
      expect(await access(stage)).toMatchObject({ kind: 'ok' });
    },
  );
});
