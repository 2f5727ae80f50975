import { describe, expect, test } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import type { OptionValues } from '#loopback/discord/people/command-data.ts';
import type { CommandUse, Person } from '#loopback/discord/people/person.ts';
import type { Shown } from '#loopback/discord/people/shown.ts';
import { Permission } from '#loopback/discord/permissions.ts';

import { useStage } from './stage.ts';
import { textOf } from './text-of.ts';

const stage = useStage();

/** A server of its own for each test, with a channel and a manager who is there. */
function server(type = 0) {
  const { discord } = stage();
  const guild = discord.world.addGuild('A server');
  const channel = discord.channel('beaten', type, guild);
  const sam = discord.person('Sam', { permissions: Permission.ManageGuild });
  const use = { where: channel };
  return {
    guild,
    channel,
    sam,
    use,
    ask: (name: string, values: OptionValues = {}) =>
      sam.command(`announcements ${name}`, values, use),
    say: (name: string, values: OptionValues = {}) => said(sam, name, values, use),
  };
}

/** The text of a reply, which must be for the caller alone. */
async function read(shown: Shown): Promise<string> {
  const message = await shown.answer();
  expect(shown.ephemeral).toBe(true);
  return textOf(message);
}

async function said(person: Person, name: string, values: OptionValues = {}, use?: CommandUse) {
  return read(await person.command(`announcements ${name}`, values, use));
}

/** Discord's settings of a channel: what the bot may not do there. */
function deny(channel: Channel, bits: bigint): void {
  const everyone = channel.guild_id ?? '';
  channel.permission_overwrites = [{ id: everyone, type: 0, allow: '0', deny: String(bits) }];
}

describe('a manager in the real process', () => {
  test('can use all of /announcements', async () => {
    const { world } = stage().discord;
    stage().addPlayer('MaxMilyin', 12);
    const { guild, channel, sam, use, ask, say } = server(5);
    const role = world.addRole(guild, 'Retro');

    expect(await say('status')).toMatch(/^This server doesn’t have announcements yet/);
    const typed = { timezone: 'kathm' };
    const [zone] = await sam.autocomplete('announcements setup', typed, 'timezone', use);
    const settings = { schedule: 'weekly', hour: 7, weekday: 'friday', timezone: zone?.value };
    const setUp = await say('setup', { channel, kinds: 'hardcore', role, ...settings });
    expect(setUp).toMatch(/^Announcements set up\n/);
    expect(setUp).toContain(`Channel: <#${channel.id}>`);
    expect(setUp).toContain(`⚠️ I can’t ping <@&${role.id}>`);
    expect(setUp).toMatch(/Friday at 07:00 \(Asia\/Kathmandu\)\nNext: <t:\d+:F>/);
    expect(setUp).toMatch(/<\/announcements track:\d+>/);

    expect(await say('track', { user: 'maxmilyin' })).toMatch(/^Now tracking \*\*MaxMilyin\*\*/);
    expect(await say('track', { user: 'MaxMilyin' })).toMatch(/is already tracked in .*\.$/);
    expect(await say('track', { user: 'Nobody' })).toMatch(/has no player called/);
    expect(await say('list')).toContain('[MaxMilyin](https://retroachievements.org/user/');
    expect(await say('status')).toContain('Tracked players: 1 of 500');

    expect(await say('pause')).toMatch(/^⏸️ Paused announcements/);
    expect(await say('status')).toMatch(/⏸️ Paused <t:\d+:R> by a manager/);
    expect(await say('resume')).toMatch(/^▶️ Resumed .*\. No awards were waiting\./);

    const name = { user: 'max' };
    const [choice] = await sam.autocomplete('announcements untrack', name, 'user', use);
    expect(choice?.name).toBe('MaxMilyin');
    expect(await say('untrack', { user: choice?.value })).toMatch(/^Stopped tracking /);

    const asked = await ask('remove');
    await sam.click(await asked.answer(), 'Cancel');
    expect(asked.message?.content).toBe('Nothing was removed.');
    const again = await ask('remove');
    await sam.click(await again.answer(), 'Remove');
    expect(again.message?.content).toMatch(/^🗑️ Removed announcements from <#\d+>\./);
    expect(await say('list')).toMatch(/^This server doesn’t have announcements yet/);
  });

  test('tracks several players at once, and is told about each', async () => {
    for (const name of ['Hedy', 'Grace', 'Joan']) stage().addPlayer(name, 3);
    const { channel, say } = server();
    await say('setup', { schedule: 'monthly' });
    const user = 'hedy, [Grace H.](https://retroachievements.org/user/Grace); Joan Nobody77\nHedy';
    const answer = await say('track', { user });
    expect(answer).toContain(
      `Now tracking **Hedy**, **Grace**, and **Joan** in <#${channel.id}> (3 of 500 players). New awards`,
    );
    expect(answer).toMatch(
      /next digest on <t:\d+:F>\.\n⚠️ Not found on RetroAchievements: \*\*Nobody77\*\*\./,
    );
    const list = await say('list');
    for (const name of ['Hedy', 'Grace', 'Joan']) expect(list).toContain(`[${name}]`);
    expect(await say('status')).toMatch(
      /Monthly digest on the 1st at 18:00 \(UTC\)\nNext: <t:\d+:F>/,
    );
  });

  test('posts a sample that pings nobody', async () => {
    const { discord } = stage();
    const { guild, channel, say } = server();
    await say('setup', { role: discord.world.addRole(guild, 'Loud') });
    expect(await say('test')).toBe(`I posted a sample in <#${channel.id}>. It didn’t ping anyone.`);
    const [post] = discord.messagesIn(channel);
    expect(post?.embeds[0]?.footer?.text).toMatch(/^This is a sample announcement/);
    expect([post?.mention_roles, post?.mentions, post?.mention_everyone]).toEqual([[], [], false]);
  });

  test('is told which permissions the bot lacks in a channel, and nothing is saved', async () => {
    const { channel, say } = server();
    deny(channel, Permission.SendMessages);
    expect(await say('setup')).toMatch(/^I can’t post in <#\d+>\. Give me \*\*Send Messages\*\*/);
    deny(channel, Permission.ViewChannel);
    expect(await say('setup')).toMatch(/\*\*View Channel\*\*/);
    expect(await say('status')).toMatch(/^This server doesn’t have announcements/);
    deny(channel, Permission.ReadMessageHistory);
    expect(await say('setup')).toContain('**Read Message History**');
    deny(channel, Permission.EmbedLinks);
    expect(await say('status')).toContain('Give me **Embed Links**');
    expect(await say('test')).toContain('Give me **Embed Links**');
  });

  test('can’t reach another server’s announcements', async () => {
    const [ours, theirs] = [server(), server()];
    await theirs.say('setup');
    expect(await ours.say('list')).toMatch(/^This server doesn’t have announcements/);
    const question = await theirs.ask('remove');
    const message = await question.answer();
    const customId = message.components[0]?.components?.[0]?.custom_id ?? '';
    const inOurs = await ours.sam.command('help', {}, ours.use);
    const pressed = { customId, message: await inOurs.answer() };
    expect(await read(await ours.sam.rawComponent(pressed))).toMatch(
      /^This server doesn’t have announcements/,
    );
    await theirs.sam.click(message, 'Remove');
    expect(question.message?.content).toMatch(/^🗑️ Removed announcements/);
  });
});

describe('someone who can’t manage the server', () => {
  test('can’t do anything, whatever their client sends', async () => {
    const bob = stage().discord.person('Bob');
    await expect(bob.command('announcements setup')).rejects.toThrow('hidden');
    const anyway = { anyway: true };
    for (const name of ['setup', 'list', 'status', 'test', 'pause', 'resume', 'remove']) {
      expect(await said(bob, name, {}, anyway)).toMatch(
        /^You need the \*\*Manage Server\*\* permission/,
      );
    }
    const typed = { user: '' };
    expect(await bob.autocomplete('announcements untrack', typed, 'user', anyway)).toEqual([]);
    expect(await said(bob, 'status', {}, { ...anyway, where: 'dm' })).toMatch(
      /^Announcements only work in servers/,
    );
  });

  test('can’t use buttons from when they could', async () => {
    const { sam, ask, say } = server();
    await say('setup');
    const shown = await ask('remove');
    const question = await shown.answer();
    sam.permissions = 0n;
    const refused = await sam.click(question, 'Remove');
    expect(await read(refused)).toMatch(/^You need the \*\*Manage Server\*\* permission/);
    sam.permissions = Permission.ManageGuild;
    await sam.click(question, 'Remove');
    expect(shown.message?.content).toMatch(/^🗑️ Removed announcements/);
  });
});

describe('after a restart', () => {
  test('the list continues where it was', async () => {
    const { sam, ask, say } = server();
    await say('setup');
    for (let number = 0; number < 30; number += 1) {
      const user = `Player${String(number).padStart(2, '0')}`;
      stage().addPlayer(user, 1);
      await say('track', { user });
    }
    const shown = await ask('list');
    const first = await shown.answer();
    expect(first.embeds[0]?.footer?.text).toBe('Players 1–25 of 30 · Page 1 of 2');
    await stage().bot.stop();
    await stage().startBot();
    await sam.click(first, '▶️');
    const second = shown.message;
    expect(second?.embeds[0]?.footer?.text).toBe('Players 26–30 of 30 · Page 2 of 2');
    expect(second?.embeds[0]?.description).toContain('[Player29]');
    const opened = await sam.click(second, '2/2');
    await sam.submit(opened.modal, { page: '1' });
    expect(shown.message?.embeds[0]?.footer?.text).toMatch(/Page 1 of 2$/);
  });
});
