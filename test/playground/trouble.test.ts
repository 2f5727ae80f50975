import { describe, expect, test } from 'vitest';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, footer } from './visitor.ts';

describe.skipIf(noBrowser)(`trouble in the playground${reason}`, () => {
  const setting = useSetting();

  test('more open pages than a browser’s connections per host can all be used', async () => {
    await using visitor = await setting.arrive();
    const others = await Promise.all(Array.from({ length: 6 }, () => setting.arrive()));
    try {
      await expectText(await visitor.send('/about '), 'Completionist');
      expect(others.flatMap(({ complaints }) => complaints)).toEqual([]);
    } finally {
      await Promise.all(others.map(({ page }) => page.close()));
    }
  });

  test('the site goes down and comes back: a sentence, then the library', async () => {
    await using visitor = await setting.arrive();
    // Nobody has looked at this player yet, so there is no saved copy.
    const { site } = visitor.playground;
    site.addPlayer({ name: 'Newcomer', games: site.player('SofterTimes').games, history: false });
    const fault = visitor.page.getByRole('switch', { name: 'Site down' });
    await fault.click();
    await visitor.page.getByRole('switch', { name: 'Site down', checked: true }).waitFor();
    const refused = await visitor.send('/progress Newcomer');
    await expectText(refused, /RetroAchievements is having problems.*503/);
    await fault.click();
    await visitor.page.getByRole('switch', { name: 'Site down', checked: false }).waitFor();
    const message = await visitor.send('/progress Newcomer');
    await expectText(footer(message), 'Games 1–10 of 130');
    expect(visitor.complaints).toEqual([]);
  });

  test('the bot is restarted between two clicks, and the second one works', async () => {
    await using visitor = await setting.arrive();
    const message = await visitor.send('/progress NewLeaf');
    await button(message, '▶️').click();
    await expectText(footer(message), 'Page 2 of 24');
    await visitor.page.getByRole('button', { name: 'Restart' }).click();
    await visitor.page.locator('.banner').waitFor();
    await visitor.botIsReady();
    await button(message, '▶️').click();
    await expectText(footer(message), 'Page 3 of 24');
    expect(visitor.complaints).toEqual([]);
  });

  test('a dead bot is shown, commands fail as on Discord, and it can be started again', async () => {
    await using visitor = await setting.arrive();
    const message = await visitor.send('/progress NewLeaf');
    await expectText(footer(message), 'Page 1 of 24');
    await visitor.page.getByRole('button', { name: 'Kill' }).click();
    await expectText(visitor.page.locator('.banner'), 'The bot is not running');
    await button(message, '▶️').click();
    await expectText(message, 'This interaction failed');
    await visitor.page.getByRole('button', { name: 'Start it again' }).click();
    await visitor.botIsReady();
    await button(message, '▶️').click();
    await expectText(footer(message), 'Page 2 of 24');
    expect(await message.getByText('This interaction failed').count()).toBe(0);
  });

  test('while Discord refuses callbacks, a command gets no response', async () => {
    await using visitor = await setting.arrive();
    const fault = visitor.page.getByRole('switch', { name: '5xx on callbacks' });
    await fault.click();
    await visitor.page.getByRole('combobox', { name: /^Message/ }).focus();
    await visitor.page.keyboard.type('/progress NewLeaf');
    await visitor.page.getByRole('button', { name: 'Send' }).click();
    const failure = visitor.page.locator('discord-message', {
      hasText: 'The application did not respond',
    });
    await expectText(failure, /Robin\s+used\s+progress/);
    await expectText(failure, 'Only you can see this');
    await fault.click();
    await button(failure, 'Dismiss message').click();
    await failure.waitFor({ state: 'detached' });
    const message = await visitor.send('/progress NewLeaf');
    await expectText(footer(message), 'Page 1 of 24');
    expect(visitor.complaints).toEqual([]);
  });

  test('a game mastered in the panel is at the top of the library', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    await page.getByRole('group', { name: 'NewLeaf' }).getByText('Master').click();
    const news = await page.locator('.player', { hasText: 'NewLeaf' }).locator('.news').innerText();
    const title = news.replace('Mastered ', '');
    const [top] = visitor.playground.site.player('NewLeaf').games;
    expect(top).toMatchObject({ Title: title, HighestAwardKind: 'mastered' });
  });

  test('the panel shows the bot’s requests to both services, and never the key', async () => {
    await using visitor = await setting.arrive();
    await expectText(await visitor.send('/progress NoGamesYet'), 'NoGamesYet');
    const { page } = visitor;
    await page.getByText('Requests to the site').click();
    await page.getByText('Requests to Discord').click();
    await page.getByText('200 GET /API/API_GetUserProfile.php?u=NoGamesYet&y=…').first().waitFor();
    await page.getByText('/:token/callback').first().waitFor();
    expect(await page.content()).not.toContain(visitor.playground.site.apiKey);
  });
});
