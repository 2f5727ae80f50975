import { beforeAll, describe, expect, test } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { Permission } from '#loopback/discord/permissions.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';
import { describeOnBoth } from '#test/support/store.ts';

import { Manager } from './manager.ts';
import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';
import { toldIn } from './told.ts';

describeOnBoth('channels in the real process', (store) => {
  const stage = useStage({ env: { POLL_SECONDS: '0.2' }, store });
  /** A channel that always works, with its own manager. */
  let steady: Channel;
  let pat: Manager;
  let lastGame = 600_000;

  function gamesIn(channel: Channel): readonly number[] {
    return stage()
      .discord.messagesIn(channel)
      .flatMap(toldIn)
      .map(({ gameId }) => gameId);
  }

  /** A manager has a channel with a player, who is in the steady channel, too. */
  async function announce(channel: Channel) {
    const manager = new Manager(stage(), `${channel.name}-manager`);
    const player = stage().addPlayer(`Player${channel.name}`, 30);
    await pat.use('track', steady, { user: player.name });
    await manager.announce(channel, [player]);
    return { manager, beatGame: () => beat(player) };
  }

  /** Resolves when the steady channel tells of it. */
  async function beat(player: SitePlayer): Promise<number> {
    lastGame += 1;
    const gameId = lastGame;
    stage().site.award(player.name, gameId, 'beaten-hardcore');
    await told(steady, [gameId]);
    return gameId;
  }

  /** Resolves when these games are told in a channel. */
  async function told(channel: Channel, gameIds: readonly number[]): Promise<void> {
    await stage().discord.waitFor(
      () => {
        const games = gamesIn(channel);
        return gameIds.every((gameId) => games.includes(gameId));
      },
      `In ${channel.name ?? ''} are ${gamesIn(channel).join()}`,
    );
  }

  /** Statuses of all tries to post in a channel. */
  function triesIn({ id }: Channel): readonly number[] {
    return stage()
      .discord.requests.filter(
        ({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`,
      )
      .map(({ status }) => status);
  }

  beforeAll(async () => {
    steady = stage().discord.channel('steady');
    pat = new Manager(stage(), 'Pat');
    await pat.announce(steady, []);
  });

  describe('a channel that accepts no posts is paused, and others continue', () => {
    test('if the bot lost a permission, with the reason in status, one message to the manager, and kept awards posted once it’s back', async () => {
      const { discord } = stage();
      const channel = discord.channel('forbidden');
      const { manager, beatGame } = await announce(channel);
      const deny = String(Permission.SendMessages);
      channel.permission_overwrites = [{ id: discord.botUser.id, type: 1, allow: '0', deny }];

      const games = [await beatGame()];
      await discord.waitFor(() => manager.notices.length > 0);
      games.push(await beatGame(), await beatGame());
      expect(await manager.use('status', channel)).toMatch(
        /Paused .+ Discord won’t let me post\. I’m missing a permission/,
      );
      expect(await manager.use('resume', channel)).toContain('Send Messages');
      expect(new Set(triesIn(channel))).toEqual(new Set([403]));
      expect(triesIn(channel).length).toBeGreaterThan(3);
      expect(triesIn(channel).length).toBeLessThan(8);
      expect(gamesIn(channel)).toEqual([]);

      channel.permission_overwrites = [];
      await told(channel, games);
      const next = await beatGame();
      await told(channel, [next]);
      expect(gamesIn(channel)).toEqual([...games, next]);
      expect(await manager.use('status', channel)).toContain('✅ Everything is working.');
      expect(manager.notices).toEqual([
        expect.stringContaining('I’m missing a permission. Give me'),
      ]);
    });

    test('if it was deleted', async () => {
      const { discord } = stage();
      const channel = discord.channel('deleted');
      const { manager, beatGame } = await announce(channel);
      discord.world.removeChannel(channel);
      await beatGame();
      await discord.waitFor(() => manager.notices.length > 0);
      await beatGame();
      await pollsAnswered(stage(), 2);
      expect(manager.notices).toEqual([expect.stringContaining('The channel no longer exists')]);
      expect(new Set(triesIn(channel))).toEqual(new Set([404]));
    });

    test('if the bot was removed from the server, until it’s back', async () => {
      const { discord } = stage();
      const guild = discord.world.addGuild('Elsewhere');
      const channel = discord.channel('elsewhere', 0, guild);
      const { manager, beatGame } = await announce(channel);
      discord.world.throwOutBot(guild);
      const games = [await beatGame()];
      await discord.waitFor(() => manager.notices.length > 0);
      games.push(await beatGame());
      expect(manager.notices).toEqual([expect.stringContaining('I’m not in the server anymore')]);
      expect(new Set(triesIn(channel))).toEqual(new Set([403]));

      discord.world.join(guild, discord.botUser);
      await told(channel, games);
      const next = await beatGame();
      await told(channel, [next]);
      expect(gamesIn(channel)).toEqual([...games, next]);
    });
  });

  test('one refusal in each of eight channels pauses none and tells nobody', async () => {
    const { discord } = stage();
    const channels = Array.from({ length: 8 }, (_, n) => discord.channel(`once-${n}`));
    const player = stage().addPlayer('Once', 30);
    const manager = new Manager(stage(), 'once-manager');
    await pat.use('track', steady, { user: player.name });
    for (const channel of channels) await manager.announce(channel, [player]);
    const faults = channels.map(({ id }) =>
      discord.faults.add({
        method: 'POST',
        path: new RegExp(`^/channels/${id}/messages$`),
        effect: { status: 403, code: 50_001 },
      }),
    );
    const game = await beat(player);
    for (const channel of channels) await told(channel, [game]);
    expect(faults.map(({ hits }) => hits)).toEqual(Array(8).fill(1));
    for (const channel of channels) {
      expect(await manager.use('status', channel)).toContain('✅ Everything is working.');
    }
    expect(manager.notices).toEqual([]);
  });

  test('awards earned while a manager has paused a channel are posted once after resume', async () => {
    const { discord } = stage();
    const channel = discord.channel('paused');
    const { manager, beatGame } = await announce(channel);
    const before = await beatGame();
    await told(channel, [before]);
    await manager.use('pause', channel);
    const games = [await beatGame(), await beatGame()];
    expect(await manager.use('status', channel)).toContain('by a manager');
    expect(gamesIn(channel)).toEqual([before]);

    await manager.use('resume', channel);
    await told(channel, games);
    const next = await beatGame();
    await told(channel, [next]);
    expect(gamesIn(channel)).toEqual([before, ...games, next]);
    expect(manager.notices).toEqual([]);
  });
});
