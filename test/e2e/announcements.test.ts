import { describe, expect, it } from 'vitest';

import { Permission } from '#loopback/discord/permissions.ts';

import { useStage } from './stage.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.2' } });

describe('announcements', () => {
  it('post a tracked player’s award with its icon and counts, and nothing else', async () => {
    const { discord, site } = stage();
    stage().addPlayer('MaxMilyin', 40);
    const manager = discord.person('Sam', { permissions: Permission.ManageGuild });
    const channel = discord.channel('beaten');
    await manager.command('announcements setup', { channel });
    await manager.command('announcements track', { user: 'MaxMilyin', channel });
    stage().addPlayer('Stranger', 3);
    site.award('Stranger', 1, 'mastered');
    site.award('MaxMilyin', 2, 'mastered');
    const post = (count: number) =>
      discord.waitFor(() => {
        const posts = discord.messagesIn(channel);
        return posts.length >= count && posts.map(({ embeds }) => embeds[0]);
      });
    expect(await post(1)).toMatchObject([
      {
        author: { name: 'MaxMilyin', icon_url: `${site.url}/UserPic/MaxMilyin.png` },
        url: 'https://retroachievements.org/game/2',
        thumbnail: { url: `${site.url}/Images/000002.png` },
        description: expect.stringContaining('20 of 20 achievements'),
      },
    ]);
    site.award('MaxMilyin', 3, 'beaten-softcore');
    const urls = (await post(2)).map((embed) => embed?.url);
    expect(urls).toEqual([2, 3].map((id) => `https://retroachievements.org/game/${id}`));
    for (let game = 10; game < 16; game += 1) site.award('MaxMilyin', game, 'beaten-hardcore');
    // Of a list of games only the player's picture is shown, and that was kept when tracking began.
    expect((await post(3)).at(-1)?.author).toMatchObject({
      icon_url: `${site.url}/UserPic/MaxMilyin.png`,
    });
  });
});
