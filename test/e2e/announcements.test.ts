import { describe, expect, it } from 'vitest';

import { Permission } from '#test/support/discord/permissions.ts';

import { useStage } from './stage.ts';

const stage = useStage({ env: { POLL_SECONDS: '0.2' } });

describe('announcements', () => {
  it('post an award of a tracked player with its icon and counts, and nothing else', async () => {
    const { discord, site } = stage();
    stage().addPlayer('MaxMilyin', 40);
    const manager = discord.person('Sam', { permissions: Permission.ManageGuild });
    const channel = discord.channel('beaten');
    await manager.command('announcements setup', { channel });
    await manager.command('announcements track', { user: 'MaxMilyin', channel });
    stage().addPlayer('Stranger', 3);
    site.award('Stranger', 1, 'mastered');
    site.award('MaxMilyin', 2, 'mastered');
    const [message] = await discord.waitFor(() => {
      const posts = discord.messagesIn(channel);
      return posts.length > 0 && posts;
    });
    expect(message?.embeds[0]).toMatchObject({
      author: { name: 'MaxMilyin', icon_url: `${site.url}/UserPic/MaxMilyin.png` },
      url: 'https://retroachievements.org/game/2',
      thumbnail: { url: `${site.url}/Images/000002.png` },
      description: expect.stringContaining('20 of 20 achievements'),
    });
    await discord.waitFor(() => site.count('API_GetRecentGameAwards') > 5);
    expect(discord.messagesIn(channel)).toHaveLength(1);
  });
});
