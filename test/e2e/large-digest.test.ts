import { describe, expect, test } from 'vitest';

import type { Channel } from '#loopback/discord/entities.ts';
import { openAnnouncementStore } from '#test/support/announcement-store.ts';

import { Manager } from './manager.ts';
import { pollsAnswered } from './moments.ts';
import { useStage } from './stage.ts';
import type { Stage } from './stage.ts';

const PLAYERS = 60;
const GAMES = 200;
const KINDS = ['mastered', 'beaten-hardcore', 'beaten-softcore', 'completed'] as const;

/** The bot was off when the digest's hour came. */
async function passHour(stage: Stage, { id }: Channel): Promise<void> {
  await stage.bot.stop();
  {
    await using store = await openAnnouncementStore(stage.databaseUrl);
    const next = (await store.feeds.get(id))?.nextDigestAt ?? 0;
    expect(await store.feeds.moveDigest(id, next, Date.now() - 1)).toBe(true);
  }
  await stage.startBot();
}

describe('a large digest in the real process', () => {
  const stage = useStage({ env: { POLL_SECONDS: '0.2' } });

  test('names all players and some games, and has the rest behind its button', async () => {
    const { discord, site } = stage();
    const channel = discord.channel('crowd');
    const pat = new Manager(stage(), 'Pat');
    const names = Array.from({ length: PLAYERS }, (_, n) => `PersonInTheCrowd${n + 10}`);
    for (const name of names) stage().addPlayer(name, 1);
    await pat.use('setup', channel, { schedule: 'monthly' });
    for (let start = 0; start < PLAYERS; start += 25) {
      const user = names.slice(start, start + 25).join(', ');
      expect(await pat.use('track', channel, { user })).toMatch(/^Now tracking [^\n]+$/);
    }
    for (let n = 0; n < GAMES; n += 1) {
      site.award(names[n % PLAYERS] ?? '', 800_000 + n, KINDS[n % KINDS.length] ?? 'mastered');
    }
    await pollsAnswered(stage(), 4);
    await passHour(stage(), channel);
    await discord.waitFor(() => discord.messagesIn(channel).length > 0);

    const [post] = discord.messagesIn(channel);
    if (!post) throw new Error('There is no post');
    const [{ title, description = '' } = {}] = post.embeds;
    expect(title).toBe('Monthly digest: 60 players finished 200 games');
    expect(description).toMatch(
      /^\*\*Top players in hardcore\*\*\n\*\*1\.\*\* Person\w+ · \d games?\b/,
    );
    expect(names.filter((name) => !description.includes(`**${name}**`))).toEqual([]);
    expect(description.match(/\/game\/\d+\)/g)?.length).toBeGreaterThan(10);
    expect(description).toMatch(/-# …and \d+ more$/);

    const reader = stage().person('Reader');
    const list = await (await reader.click(post, 'Full list')).answer();
    expect(list.embeds[0]?.footer?.text).toBe('Games 1–20 of 200 · Page 1 of 10');
  });
});
