import { describe, expect, test } from 'vitest';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, footer, PHONE, type Visitor } from './visitor.ts';

const SUBCOMMANDS =
  'setup, track, untrack, invite, list, status, test, pause, resume, remove'.split(', ');

describe.skipIf(noBrowser)(`a manager in the playground${reason}`, () => {
  const setting = useSetting();

  async function arriveAsSam(): Promise<Visitor> {
    const visitor = await setting.arrive();
    await visitor.managerIsDone();
    await visitor.be('Sam');
    await visitor.channel('general').click();
    return visitor;
  }

  test('the subcommands are offered to a manager while typing, even by their own names, and to nobody else', async () => {
    await using visitor = await arriveAsSam();
    const { page } = visitor;
    await type(visitor, '/announcements ');
    expect(await offered(visitor)).toEqual(SUBCOMMANDS.map((name) => `/announcements ${name}`));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.type('/track');
    expect(await offered(visitor)).toEqual(['/announcements track']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await visitor.be('Robin');
    await type(visitor, '/');
    const names = await offered(visitor);
    expect(names).toContain('/progress');
    expect(names.filter((name) => name.startsWith('/announcements'))).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  test('status is sent with one more Enter, and its reply is for the manager alone', async () => {
    await using visitor = await arriveAsSam();
    const status = await visitor.send('/announcements status ');
    await expectText(status, 'Everything is working');
    await expectText(status, '4 of 500');
    await expectText(status, 'Only you can see this');
    await visitor.be('Robin');
    expect(await status.count()).toBe(0);
  });

  test('setup: channels, roles, and choices come from lists, the time zone from the bot, and the hour has its limits', async () => {
    await using visitor = await arriveAsSam();
    const { page } = visitor;
    const { keyboard } = page;
    await type(visitor, '/announcements setup channel:');
    expect(await offered(visitor)).toEqual(['#general', '#announcements', '#digest']);
    await keyboard.type('dig');
    await keyboard.press('Enter');
    await keyboard.type('role:');
    expect(await offered(visitor)).toEqual(['@everyone', '@Managers', '@Completionists']);
    await keyboard.type('comp');
    await keyboard.press('Enter');
    await keyboard.type('schedule:');
    expect(await offered(visitor)).toHaveLength(5);
    await keyboard.type('daily');
    await keyboard.press('Enter');
    await keyboard.type('hour:25 timezone:paris');
    await page.getByRole('option', { name: /^Europe\/Paris/ }).waitFor();
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await expectText(page.locator('.problem'), 'hour takes a whole number from 0 to 23');
    await keyboard.press('Backspace');
    await keyboard.type('1');
    const answer = await visitor.newMessage(() => keyboard.press('Enter'));
    await expectText(answer, 'Announcements set up');
    await expectText(answer, '#digest');
    await expectText(answer, 'Daily digest at 21:00 (Europe/Paris)');
    expect(visitor.complaints).toEqual([]);
  });

  test('required options are asked for, a list has pages, and removing asks first', async () => {
    await using visitor = await arriveAsSam();
    const { page } = visitor;
    await visitor.command('/announcements setup channel:#digest schedule:weekly');
    await type(visitor, '/announcements track ');
    await page.keyboard.press('Enter');
    await expectText(page.locator('.problem'), 'user is required');
    await page.keyboard.press('Escape');
    await trackMany(visitor, 26);
    const list = await visitor.command('/announcements list channel:#digest');
    await expectText(footer(list), 'Players 1–25 of 26 · Page 1 of 2');
    await button(list, '▶️').click();
    await expectText(footer(list), 'Player 26 of 26 · Page 2 of 2');
    const question = await visitor.command('/announcements remove channel:#digest');
    await expectText(question, '26 tracked players');
    await button(question, 'Cancel').click();
    await expectText(question, 'Nothing was removed');
    const again = await visitor.command('/announcements remove channel:#digest');
    await button(again, 'Remove').click();
    await expectText(again, 'Removed announcements');
    expect(visitor.complaints).toEqual([]);
  });

  test('at a phone’s width, you can become the manager in the drawer and set up by tapping', async () => {
    await using visitor = await setting.arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Channels' }).click();
    await visitor.be('Sam');
    await type(visitor, '/announcements ');
    await page.getByRole('option', { name: '/announcements setup' }).click();
    await page.getByRole('option', { name: /^kinds/ }).click();
    await page.getByRole('option', { name: 'Mastered', exact: true }).click();
    const sending = page.getByRole('button', { name: 'Send' });
    await expectText(await visitor.newMessage(() => sending.click()), 'Announcements updated');
    const width = 'document.querySelector(".messages").scrollWidth';
    expect(await page.evaluate(width)).toBe(PHONE.width);
    expect(visitor.complaints).toEqual([]);
  });
});

async function type({ page }: Visitor, text: string): Promise<void> {
  await page.getByRole('combobox', { name: /^Message/ }).focus();
  await page.keyboard.type(text);
}

/** What stands in the list above the message box, without the hints. */
function offered({ page }: Visitor): Promise<string[]> {
  return page.locator('.suggestion b').allInnerTexts();
}

/** Makes players and tracks them in #digest, as the manager in #general does, without the keyboard. */
async function trackMany({ page, playground }: Visitor, count: number): Promise<void> {
  const { discord, site, url } = playground;
  const sam = [...discord.world.users.values()].find(({ username }) => username === 'Sam');
  const digest = [...discord.world.channels.values()].find(({ name }) => name === 'digest');
  for (let number = 1; number <= count; number += 1) {
    const user = `Player${number}`;
    site.addPlayer({ name: user, games: [] });
    const action = {
      kind: 'command',
      as: sam?.id,
      channelId: discord.generalChannel.id,
      name: 'announcements track',
      values: { user, channel: digest?.id },
    };
    await fetch(`${url}/act`, { method: 'POST', body: JSON.stringify(action) });
  }
  await page.getByText(`Now tracking Player${count} in`).waitFor({ state: 'attached' });
}
