import { beforeAll, expect, test } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { MessageFlag } from '#loopback/discord/entities.ts';
import type { Effect } from '#loopback/discord/faults.ts';
import { describeOnBoth } from '#test/support/store.ts';

import { Manager } from './manager.ts';
import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';

describeOnBoth('a feed in the real process', (store) => {
  const stage = useStage({ env: { POLL_SECONDS: '0.2' }, store });
  let pat: Manager;
  let lastGame = 700_000;

  /** A channel that announces a player of its own. */
  async function announce(name: string, options = {}) {
    const channel = stage().discord.channel(name);
    const player = stage().addPlayer(`P${name.replaceAll('-', '')}`, 30);
    await pat.announce(channel, [player], options);
    return {
      channel,
      player,
      win(kind: 'mastered' | 'beaten-hardcore' = 'mastered') {
        lastGame += 1;
        stage().site.award(player.name, lastGame, kind);
        return lastGame;
      },
    };
  }

  const posts = (channel: Channel) => stage().discord.messagesIn(channel);

  async function posted(channel: Channel, count: number) {
    await stage().discord.waitFor(
      () => posts(channel).length >= count,
      `${posts(channel).length} posts in ${channel.name ?? ''}`,
    );
    return posts(channel);
  }

  function order({ id }: Channel, effect: Effect, times = 1) {
    const path = new RegExp(`^/channels/${id}/messages$`);
    return stage().discord.faults.add({ method: 'POST', path, times, effect });
  }

  beforeAll(() => {
    pat = new Manager(stage(), 'Pat');
  });

  test.each([
    [400, 200_000],
    [400, 50_035],
    [400, 50_006],
    [400, 220_003],
    [403, 200_000],
  ])('a post that Discord rejects (%i, %i) comes as plain text', async (status, code) => {
    const { channel, win } = await announce(`plain-${status}-${code}`);
    order(channel, { status, code, message: 'No' });
    const game = win();
    const [post] = await posted(channel, 1);
    expect(post?.embeds).toEqual([]);
    expect(post?.content).toMatch(/^🏆 \w+ · Mastered · /);
    expect(post?.content).not.toContain('http');
    expect(await pat.use('status', channel)).toContain('✅ Everything is working.');
    expect(game).toBe(lastGame);
  });

  test('a post that Discord rejects as plain text, too, is counted in status, and retried by resume', async () => {
    const { channel, win } = await announce('blocked');
    const message = 'Message was blocked by **AutoMod**\n@everyone';
    const fault = order(channel, { status: 400, code: 200_000, message }, 2);
    win();
    await stage().discord.waitFor(() => fault.hits === 2);
    win();
    await posted(channel, 1);
    const text = await pat.use('status', channel);
    expect(text).toContain('I couldn’t post 1 announcement, not even as plain text');
    expect(text).toContain('200000: Message was blocked by \\*\\*AutoMod\\*\\* @everyone');
    expect(await pat.use('resume', channel)).toContain('Trying 1 refused announcement again');
    expect((await posted(channel, 2)).at(-1)?.embeds).toHaveLength(1);
    expect(await pat.use('status', channel)).toContain('✅ Everything is working.');
  });

  test('a deleted role is left out of posts, and named in status', async () => {
    const { discord } = stage();
    const role = discord.world.addRole(discord.guild, 'Retro');
    const { channel, win } = await announce('pinged', { role });
    win();
    expect((await posted(channel, 1))[0]?.content).toBe(`<@&${role.id}>`);
    discord.guild.roles.splice(discord.guild.roles.indexOf(role), 1);
    win();
    expect((await posted(channel, 2))[1]?.content).toBe('');
    expect(await pat.use('status', channel)).toContain('The role to ping was deleted');
  });

  test('a channel that others can now follow has its posts published, until they can’t anymore', async () => {
    const { discord } = stage();
    const { channel, win } = await announce('changing');
    win();
    await posted(channel, 1);
    channel.type = 5;
    win();
    await posted(channel, 2);
    const isPublished = (index: number) =>
      ((posts(channel)[index]?.flags ?? 0) & MessageFlag.Crossposted) !== 0;
    await discord.waitFor(() => isPublished(1));
    channel.type = 0;
    win();
    win();
    await posted(channel, 4);
    expect([0, 1, 2, 3].map(isPublished)).toEqual([false, true, false, false]);
  });

  test('a deleted channel’s players are moved by the button under setup in another channel', async () => {
    const { discord } = stage();
    const { channel, player, win } = await announce('old-place');
    win();
    await posted(channel, 1);
    discord.world.removeChannel(channel);
    const elsewhere = discord.channel('new-place');
    const shown = await pat.show('setup', elsewhere);
    expect(await pat.press(shown, 'Move 1 player here')).toContain(
      `Moved 1 player to <#${elsewhere.id}>`,
    );
    expect(await pat.use('list', elsewhere)).toContain(player.name);
    win();
    expect(await posted(elsewhere, 1)).toHaveLength(1);
  });

  test('an untracked player isn’t in the waiting digest, and the reply says what was dropped', async () => {
    const { channel, player, win } = await announce('digested', { schedule: 'weekly' });
    win('beaten-hardcore');
    await pollsAnswered(stage(), 2);
    expect(await pat.use('untrack', channel, { user: player.name })).toContain(
      'Their 1 waiting award won’t be posted.',
    );
  });
});
