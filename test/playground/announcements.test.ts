import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import type { RequestLogEntry } from '#loopback/discord/world.ts';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, type Visitor } from './visitor.ts';

const POSTS = '.messages discord-message:has(discord-embed)';

describe.skipIf(noBrowser)(`announcements in the playground${reason}`, () => {
  const setting = useSetting({ botEnvironment: { POLL_SECONDS: '0.2' } });

  async function arrive(): Promise<Visitor> {
    const visitor = await setting.arrive();
    await visitor.managerIsDone();
    return visitor;
  }

  test('a game mastered in the panel is posted, and the channel is unread, with the ping, until it’s opened', async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await visitor.channel('general').click();
    await visitor.play('MaxMilyin', 'Master');
    const channel = page.getByRole('button', { name: 'announcements, unread' });
    await expectText(channel.locator('.badge'), '1');
    await channel.click();
    const post = newest(visitor);
    await expectText(post, 'MaxMilyin');
    await expectText(post, await titleOf(visitor, 'MaxMilyin'));
    await expectText(post, /(\d+) of \1 achievements/);
    await expectText(post, 'Completionists');
    await expectText(post, 'Published');
    expect(await post.getAttribute('highlight')).not.toBeNull();
    await visitor.channel('general').click();
    expect(await channel.count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
  });

  test('six games at once are one list, and an untracked player isn’t announced', async () => {
    await using visitor = await arrive();
    await visitor.play('Completionist10k', 'Master');
    await visitor.play('NewLeaf', 'Beat six');
    const post = visitor.page.locator(POSTS, { hasText: 'NewLeaf finished 6 games' });
    await post.waitFor();
    expect(await post.locator('a.link').count()).toBe(6);
    await visitor.play('SofterTimes', 'Beat');
    await visitor.page.locator(POSTS, { hasText: 'Beaten (casual)' }).waitFor();
    expect(await visitor.page.locator(POSTS, { hasText: 'Completionist10k' }).count()).toBe(0);
  });

  test('a renamed player is still announced, under the new name', async () => {
    await using visitor = await arrive();
    await visitor.page.getByRole('button', { name: 'Rename NewLeaf' }).click();
    await visitor.play('NewLeafII', 'Beat');
    await expectText(newest(visitor), 'NewLeafII');
    await visitor.page.getByRole('button', { name: 'Rename NewLeafII' }).click();
    await visitor.page.getByRole('group', { name: 'NewLeaf', exact: true }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test.each(['5xx on posts', 'Lost responses'])(
    '%s: awards earned meanwhile are posted once',
    async (fault) => {
      await using visitor = await arrive();
      const { discord } = visitor.playground;
      await visitor.toggle(fault);
      const before = discord.requests.length;
      await visitor.play('MaxMilyin', 'Master');
      await discord.waitFor(() => discord.requests.slice(before).some(isFailedPost));
      await visitor.toggle(fault);
      expect(await timesPosted(visitor)).toBe(1);
    },
  );

  test('the site goes down and comes back: awards earned meanwhile are posted once', async () => {
    await using visitor = await arrive();
    const { requests } = visitor.playground.site;
    const before = requests.length;
    await visitor.toggle('Site down');
    await visitor.play('MaxMilyin', 'Master');
    const refused = () => requests.slice(before).some(({ status }) => status === 503);
    await expect.poll(refused).toBe(true);
    await visitor.toggle('Site down');
    expect(await timesPosted(visitor)).toBe(1);
  });

  test('if the bot can’t see the channel, its manager is told, and posting resumes once it can', async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await visitor.toggle('#announcements hidden');
    await visitor.play('MaxMilyin', 'Master');
    const title = await titleOf(visitor, 'MaxMilyin');
    const sam = page.locator('.person', { hasText: 'Sam' });
    await expectText(sam.locator('.badge'), '1');
    await visitor.be('Sam');
    await page.getByRole('button', { name: 'Completionist, unread' }).click();
    await expectText(newest(visitor), 'Announcements paused');
    await newest(visitor).getByText('open channel').click();
    await page.getByRole('heading', { name: 'announcements' }).waitFor();
    expect(await sam.locator('.badge').count()).toBe(0);

    await expectText(await asManager(visitor, '/announcements status '), 'Paused');
    await expectText(await visitor.command('/announcements resume '), 'I can’t see');
    await visitor.toggle('#announcements hidden');
    await visitor.channel('announcements').click();
    await visitor.page.locator(POSTS, { hasText: title }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('while the gateway is down, the bot is shown as offline, and then comes back by itself', async () => {
    await using visitor = await arrive();
    await visitor.toggle('Gateway down');
    await visitor.page.locator('.channel .dot.offline').waitFor();
    await visitor.toggle('Gateway down');
    await visitor.page.locator('.channel .dot.ready').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('a day later, there is a digest with its full list', async () => {
    await using visitor = await arrive();
    const { page } = visitor;
    await visitor.be('Sam');
    await visitor.channel('digest').click();
    // As far from now as can be, so that the day has one however long this takes.
    const hour = (new Date().getUTCHours() + 12) % 24;
    await visitor.command(`/announcements setup channel:#digest schedule:daily hour:${hour}`);
    await visitor.command('/announcements track channel:#digest user:MaxMilyin');
    await visitor.play('MaxMilyin', 'Beat six');
    await visitor.play('MaxMilyin', 'Master');
    await page.getByRole('button', { name: 'A day later' }).click();
    await page.getByText('Daily digest: 1 player finished 7 games').waitFor();
    await visitor.botIsReady();
    const digest = newest(visitor);
    const list = await visitor.newMessage(() => button(digest, 'Full list').click());
    await expectText(list, 'Games 1–7 of 7');
    await expectText(list, '1 day ago');
    const question = await visitor.command('/announcements remove channel:#digest');
    await button(question, 'Remove').click();
    await expectText(question, 'Removed announcements');
    expect(visitor.complaints).toEqual([]);
  });
});

function isFailedPost({ path, status }: RequestLogEntry): boolean {
  return path.endsWith('/messages') && (status === 0 || status === 502);
}

/** The newest message of the channel that is open. */
function newest({ page }: Visitor): Locator {
  return page.locator('.messages discord-message').last();
}

/** The game of which the panel says that a player mastered it. */
async function titleOf({ page }: Visitor, player: string): Promise<string> {
  const news = page.locator('.player', { hasText: player }).first().locator('.news');
  await expectText(news, /^Mastered /);
  // Tags stand apart in posts, and so do other names.
  return (await news.innerText()).replace(/^Mastered (?:~[^~]*~ )*/, '').replace(/ \[.*/, '');
}

async function asManager(visitor: Visitor, command: string): Promise<Locator> {
  await visitor.be('Sam');
  await visitor.channel('general').click();
  return visitor.command(command);
}

/** How often the game that MaxMilyin has just mastered is there. The channel's next post shows that the bot has done with it. */
async function timesPosted(visitor: Visitor): Promise<number> {
  await visitor.channel('announcements').click();
  const title = await titleOf(visitor, 'MaxMilyin');
  const posts = visitor.page.locator(POSTS, { hasText: title });
  await posts.first().waitFor();
  await visitor.play('NewLeaf', 'Beat');
  await expectText(newest(visitor), 'NewLeaf');
  return posts.count();
}
