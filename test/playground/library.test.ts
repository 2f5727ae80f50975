import { readFile } from 'node:fs/promises';

import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { parseCsv } from '#test/e2e/parse-csv.ts';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, footer, titles, type Visitor } from './visitor.ts';

describe.skipIf(noBrowser)(`a library in the playground${reason}`, () => {
  const setting = useSetting();

  test('/progress MaxMilyin, typed, shows the first ten games; next shows the following ten', async () => {
    await using visitor = await setting.arrive();
    const message = await openLibrary(visitor);
    const first = await titles(message);
    await button(message, '▶️').click();
    await expectText(footer(message), 'Games 11–20 of 1,287 · Page 2 of 129');
    const second = await titles(message);
    expect([first.length, second.length]).toEqual([10, 10]);
    expect(second.filter((title) => first.includes(title))).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });

  test('by keyboard alone: from the message box to a button, into the modal, to page 77, and back to the buttons', async () => {
    await using visitor = await setting.arrive();
    const message = await openLibrary(visitor);
    await tabBackTo(visitor, button(message, '1/129'));
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('dialog').waitFor();
    await visitor.page.keyboard.type('77');
    await visitor.page.keyboard.press('Enter');
    await expectText(footer(message), 'Games 761–770 of 1,287 · Page 77 of 129');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    await hasFocus(button(message, '77/129'));
    await button(message, '⏭️').focus();
    await visitor.page.keyboard.press('Enter');
    await expectText(footer(message), 'Page 129 of 129');
    await hasFocus(button(message, '⏮️'));
    expect(visitor.complaints).toEqual([]);
  });

  test('the status menu, by keyboard, filters for mastered games', async () => {
    await using visitor = await setting.arrive();
    const message = await openLibrary(visitor);
    const menu = message.getByRole('combobox', { name: 'Filter by status' });
    await menu.focus();
    await visitor.page.keyboard.press('ArrowDown');
    await visitor.page.keyboard.type('mast');
    await visitor.page.keyboard.press('Enter');
    await expectText(menu, 'Mastered');
    const { games } = visitor.playground.site.player('MaxMilyin');
    const mastered = games.filter(({ HighestAwardKind }) => HighestAwardKind === 'mastered');
    await expectText(footer(message), `Games 1–10 of ${mastered.length} `);
    const marks = (await titles(message)).map((title) => title.includes('🏆'));
    expect(marks).toEqual(Array.from({ length: 10 }, () => true));
  });

  test('an option is opened by its name while typing, and searched for', async () => {
    await using visitor = await setting.arrive();
    const message = await visitor.send('/progress MaxMilyin search:zelda');
    await expectText(footer(message), 'Page 1 of');
    const found = await titles(message);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((title) => !/zelda/i.test(title))).toEqual([]);
  });

  test.each(['typed', 'pasted'])('an option by its name is %s, even the first one', async (how) => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    const text = '/progress user:MaxMilyin system:SNES status:beaten sort:title';
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    if (how === 'typed') await page.keyboard.type(text);
    else await page.keyboard.insertText(text);
    const values = page.locator('.box input');
    const filled = () => values.evaluateAll((all) => all.map((one) => Object(one).value));
    await expect.poll(filled).toEqual(['MaxMilyin', 'SNES', 'beaten', 'title', '']);
    const sending = page.getByRole('button', { name: 'Send' });
    const message = await visitor.newMessage(() => sending.click());
    await expectText(message, 'MaxMilyin');
    await expectText(message, 'Title (A–Z)');
    expect(visitor.complaints).toEqual([]);
  });

  test('choices and autocomplete come from what the bot registered', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.type('/prog');
    await page.keyboard.press('Tab');
    await page.keyboard.type('NewLeaf system:mega d');
    await page.getByRole('option', { name: 'Genesis/Mega Drive' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('sort:tit');
    await page.keyboard.press('Enter');
    const message = await visitor.newMessage(() => page.keyboard.press('Enter'));
    await expectText(message, 'NewLeaf');
    await expectText(message, /Genesis\/Mega Drive: \d+ played/);
    await expectText(message, 'Title (A–Z) · Updated');
    expect(visitor.complaints).toEqual([]);
  });

  test.each(['Enter', 'the arrow'])('/help, typed whole, is sent by %s', async (way) => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.type('/help');
    await page.getByRole('option', { name: '/help' }).waitFor();
    const message = await visitor.newMessage(() =>
      way === 'Enter'
        ? page.keyboard.press('Enter')
        : page.getByRole('button', { name: 'Send' }).click(),
    );
    await expectText(message, '/progress');
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('the arrow also sends a typed command without options, unless it needs them', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    const message = await visitor.command('/about');
    await expectText(message, 'Completionist');
    await visitor.be('Sam');
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.type('/announcements track');
    await page.getByRole('button', { name: 'Send' }).click();
    await expectText(page.locator('.problem'), 'user is required');
    expect(visitor.complaints).toEqual([]);
  });

  test('the first letter of a player’s name shows suggestions', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.type('/progress ');
    for (const name of ['MaxMilyin', 'NoGamesYet', 'Completionist10k', 'SofterTimes', 'NewLeaf']) {
      // The bot starts while the page is open, so the first answer may come too soon.
      await expect
        .poll(async () => {
          await page.keyboard.press('ControlOrMeta+a');
          await page.keyboard.type(name.slice(0, 1).toLowerCase());
          return page
            .getByRole('option', { name })
            .waitFor({ timeout: 1000 })
            .then(
              () => true,
              () => false,
            );
        })
        .toBe(true);
    }
  });

  test("somebody else's click gives that person a copy of their own, and moves nothing of the first one's", async () => {
    await using visitor = await setting.arrive();
    const message = await openLibrary(visitor);
    await visitor.be('Sam');
    const copy = await visitor.newMessage(() => button(message, '▶️').click());
    await expectText(copy, 'Only you can see this');
    await expectText(footer(copy), 'Page 2 of 129');
    await expectText(footer(message), 'Page 1 of 129');
    await visitor.be('Robin');
    await copy.waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
  });

  test('the export is a file to download, with every game', async () => {
    await using visitor = await setting.arrive();
    const message = await openLibrary(visitor);
    const answer = await visitor.newMessage(() => button(message, /CSV/).click());
    const link = answer.getByRole('link', { name: /\.csv$/ });
    const [download] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
    const rows = parseCsv(await readFile(await download.path(), 'utf8'));
    const { games } = visitor.playground.site.player('MaxMilyin');
    expect(download.suggestedFilename()).toMatch(/MaxMilyin.*\.csv$/);
    expect(rows.map((row) => Number(row['﻿game_id'] ?? row['game_id'])).toSorted(byNumber)).toEqual(
      games.map(({ GameID }) => GameID).toSorted(byNumber),
    );
  });

  test('statistics have their picture, with a description for people who can’t see it', async () => {
    await using visitor = await setting.arrive();
    const message = await visitor.send('/stats MaxMilyin');
    const picture = message.getByAltText(
      'Statistics of MaxMilyin on RetroAchievements, 1,287 games.',
    );
    await picture.waitFor();
    expect(await picture.getAttribute('src')).toMatch(/\/stats\.png$/);
  });

  test('a message that only one person sees can be dismissed for good, which moves the focus to the message box', async () => {
    await using visitor = await setting.arrive();
    // All by keyboard: after a click, a browser doesn't show where the focus is.
    await visitor.page.getByRole('combobox', { name: /^Message/ }).focus();
    await visitor.page.keyboard.type('/about ');
    const message = await visitor.newMessage(() => visitor.page.keyboard.press('Enter'));
    await button(message, 'Dismiss message').focus();
    await visitor.page.keyboard.press('Enter');
    await message.waitFor({ state: 'detached' });
    await hasFocus(visitor.page.getByRole('combobox', { name: /^Message/ }));
    await visitor.page.reload();
    await visitor.botIsReady();
    expect(await message.count()).toBe(0);
  });

  test('a reload keeps the person, the channel, and the messages', async () => {
    await using visitor = await setting.arrive();
    const library = await openLibrary(visitor);
    await visitor.be('Sam');
    await visitor.page.getByRole('button', { name: 'Completionist', exact: true }).click();
    const direct = await visitor.send('/progress NewLeaf');
    await expectText(footer(direct), 'of 240');
    await visitor.page.reload();
    await expectText(footer(direct), 'of 240');
    expect(await visitor.page.locator('.person[aria-pressed=true]').innerText()).toContain('Sam');
    await visitor.page.getByRole('button', { name: 'general' }).click();
    await expectText(footer(library), 'of 1,287');
  });
});

/** Shows MaxMilyin's library. */
async function openLibrary(visitor: Visitor): Promise<Locator> {
  const message = await visitor.send('/progress MaxMilyin');
  await expectText(footer(message), 'Games 1–10 of 1,287 · Page 1 of 129');
  return message;
}

function hasFocus(wanted: Locator): Promise<void> {
  return expect.poll(() => wanted.evaluate((element) => element.matches(':focus'))).toBe(true);
}

const byNumber = (a: number, b: number): number => a - b;

async function tabBackTo({ page }: Visitor, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 30; presses += 1) {
    if (await wanted.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Shift+Tab');
  }
  throw new Error('Shift+Tab never gets there');
}
