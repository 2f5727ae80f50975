import { describe, expect, test } from 'vitest';

import { LOCALES } from '../../playground/discord-language.ts';
import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText, footer, PHONE } from './visitor.ts';

/** How many lines each progress bar takes. */
const LINES_OF_BARS = `Array.from(document.querySelectorAll('.subtext')).flatMap((line) => {
  const text = Array.from(line.childNodes).find((node) => /[▰▱]/.test(node.textContent ?? ''));
  if (!text) return [];
  const range = document.createRange();
  range.setStart(text, text.textContent.search(/[▰▱]/));
  range.setEnd(text, text.textContent.search(/[▰▱](?![▰▱])/) + 1);
  return [new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size];
})`;

/** The widths of full and of empty cells, in tenths of a pixel. */
const WIDTHS_OF_CELLS = `Array.from(document.querySelectorAll('.subtext')).flatMap((line) => {
  const text = Array.from(line.childNodes).find((node) => /[▰▱]/.test(node.textContent ?? ''));
  return Array.from(text?.textContent.matchAll(/[▰▱]/g) ?? [], ({ index }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    return Math.round(10 * range.getBoundingClientRect().width);
  });
})`;

/** The second lines of the newest message's games that a phone breaks. */
const BROKEN_LINES = `Array.from(Array.from(document.querySelectorAll('discord-message')).at(-1).querySelectorAll('.subtext'))
  .filter((line) => /[▰▱]/.test(line.textContent))
  .filter((line) => line.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(line).lineHeight))
  .map((line) => line.innerText)`;

/** How many lines the second line of each compared game takes: both sides stand around its dash. */
const LINES_OF_SIDES = `Array.from(document.querySelectorAll('.subtext'))
  .filter((line) => line.textContent.includes(' – '))
  .map((line) => Math.round(line.getBoundingClientRect().height / parseFloat(getComputedStyle(line).lineHeight)))`;

describe.skipIf(noBrowser)(`the playground at the width of a phone${reason}`, () => {
  const setting = useSetting();

  test('no progress bar wraps, its cells are alike, and nothing is wider than the screen', async () => {
    await using visitor = await setting.arrive(PHONE);
    const message = await visitor.send('/progress MaxMilyin');
    await expectText(footer(message), 'Games 1–10 of 1,287');
    const lines = await visitor.page.evaluate(LINES_OF_BARS);
    expect(lines).toEqual(Array.from({ length: Number(Object(lines).length) }, () => 1));
    expect(Object(lines).length).toBeGreaterThan(5);
    const cells = Array.from(Object(await visitor.page.evaluate(WIDTHS_OF_CELLS)));
    expect(cells.length).toBeGreaterThan(50);
    expect(Math.max(...cells.map(Number)) - Math.min(...cells.map(Number))).toBeLessThan(2);
    const widths = await visitor.page.evaluate(
      `[document.documentElement.scrollWidth, document.querySelector('.messages').scrollWidth]`,
    );
    expect(widths).toEqual([PHONE.width, PHONE.width]);
  });

  test('text and bars use the playground’s own fonts', async () => {
    await using visitor = await setting.arrive(PHONE);
    const message = await visitor.send('/progress MaxMilyin');
    await expectText(footer(message), 'Games 1–10 of 1,287');
    const session = await visitor.page.context().newCDPSession(visitor.page);
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const selector = 'discord-embed-description .subtext:last-of-type';
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    expect(fonts.map(({ familyName, isCustomFont }) => [familyName, isCustomFont])).toEqual(
      expect.arrayContaining([
        ['Noto Sans', true],
        ['DejaVu Sans', true],
      ]),
    );
    expect(fonts).toHaveLength(2);
  });

  test('no second line wraps, in any language', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    // English comes last, for the tests after this one.
    for (const code of LOCALES.toReversed()) {
      await page.setViewportSize({ width: 1360, height: 900 });
      await page.getByRole('combobox', { name: 'Discord’s language' }).selectOption(code);
      await page.locator(`html[lang="${code}"]`).waitFor();
      await page.setViewportSize(PHONE);
      const message = await visitor.command('/progress MaxMilyin');
      await message
        .locator('.subtext', { hasText: /[▰▱]/ })
        .nth(9)
        .waitFor();
      expect({ code, broken: await page.evaluate(BROKEN_LINES) }).toEqual({ code, broken: [] });
      // The lines of the games that were played ten months ago are the longest.
      await button(message, '1/129').click();
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('27');
      await page.keyboard.press('Enter');
      await button(message, '27/129').waitFor();
      expect({ code, broken: await page.evaluate(BROKEN_LINES) }).toEqual({ code, broken: [] });
    }
    expect(visitor.complaints).toEqual([]);
  });

  test('no comparison of a game wraps', async () => {
    await using visitor = await setting.arrive(PHONE);
    const message = await visitor.command('/compare SofterTimes other:MaxMilyin');
    await expectText(footer(message), 'Games 1–10 of 130');
    const menu = message.getByRole('combobox', { name: 'Sort by' });
    await menu.click();
    await visitor.page.getByRole('option', { name: 'Closest race first' }).click();
    await message.getByText('Closest race first · ').waitFor();
    expect(await visitor.page.evaluate(LINES_OF_SIDES)).toEqual(
      Array.from({ length: 10 }, () => 1),
    );
    const widths = await visitor.page.evaluate(
      `[document.documentElement.scrollWidth, document.querySelector('.messages').scrollWidth]`,
    );
    expect(widths).toEqual([PHONE.width, PHONE.width]);
  });

  test('no time is wider than its line, in the language with the longest', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    const language = page.getByRole('combobox', { name: 'Discord’s language' });
    await language.selectOption('pt-BR');
    await page.locator('html[lang="pt-BR"]').waitFor();
    await visitor.be('Sam');
    await page.setViewportSize(PHONE);
    const message = await visitor.command(
      '/announcements setup canal:#general frequência:weekly dia:wednesday',
    );
    await expectText(message, 'quarta-feira, ');
    const time = await message.locator('live-time').last().boundingBox();
    const fields = await message.locator('discord-embed-fields').boundingBox();
    if (!time || !fields) throw new Error('Not on the page.');
    expect(time.x + time.width).toBeLessThanOrEqual(fields.x + fields.width);
    await page.setViewportSize({ width: 1360, height: 900 });
    await language.selectOption('en-US');
    await page.locator('html[lang="en-US"]').waitFor();
    await visitor.command('/announcements remove channel:#general');
    await page.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Removed announcements from').waitFor();
    expect(visitor.complaints).toEqual([]);
  });

  test('each player of a leaderboard and of a game has the lines they need, and no more', async () => {
    await using visitor = await setting.arrive(PHONE);
    const { page } = visitor;
    /** How many lines each line of the newest message about players takes. */
    const linesOf = async (pattern: string) =>
      page.evaluate(`Array.from(document.querySelectorAll('discord-message')).at(-1)
        .querySelectorAll('.line, .subtext').values()
        .filter((line) => ${pattern}.test(line.innerText))
        .map((line) => {
          const range = document.createRange();
          range.selectNodeContents(line);
          const tops = Array.from(range.getClientRects(), ({ top }) => top).sort((a, b) => a - b);
          return 1 + tops.filter((top, index) => index > 0 && top - tops[index - 1] > 10).length;
        }).toArray()`);
    // Until the bot has loaded everyone's games.
    for (let text = ''; !text.includes('SofterTimes');) {
      const board = await visitor.command('/leaderboard casual:True');
      text = await board.innerText();
    }
    const places = Array.from(Object(await linesOf('/\\d+ games/')));
    expect(places.length).toBeGreaterThan(1);
    expect(new Set(places)).toEqual(new Set([1]));
    const has = (name: string) => visitor.playground.site.player(name).games;
    const shared = has('MaxMilyin').find(({ GameID: id, Title: title }) => {
      const casual = has('SofterTimes').find((game) => game.GameID === id);
      return casual?.HighestAwardKind === 'beaten-softcore' && /^[\w ]+$/.test(title);
    });
    const shown = await visitor.command(`/game title:${shared?.Title}`);
    await expectText(shown, 'SofterTimes');
    const facts = Array.from(Object(await linesOf('/[▰▱]/')));
    expect(facts.length).toBeGreaterThan(1);
    expect(new Set(facts)).toEqual(new Set([1]));
    expect(visitor.complaints).toEqual([]);
  });

  test('with four options filled in, the arrow stays next to them', async () => {
    await using visitor = await setting.arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.insertText(
      '/progress user:MaxMilyin system:SNES status:beaten sort:title ',
    );
    const [box, last, arrow] = await Promise.all(
      ['.box', '.box .tail', '.send'].map((part) => page.locator(part).boundingBox()),
    );
    if (!box || !last || !arrow) throw new Error('Not on the page.');
    expect(arrow.x).toBeGreaterThanOrEqual(last.x + last.width);
    expect(arrow.x + arrow.width).toBeLessThanOrEqual(box.x + box.width);
    expect(Math.abs(arrow.y + arrow.height / 2 - (last.y + last.height / 2))).toBeLessThan(6);
  });

  test('channels and panel are drawers', async () => {
    await using visitor = await setting.arrive(PHONE);
    const { page } = visitor;
    await page.getByRole('button', { name: 'Channels' }).click();
    await page.getByRole('button', { name: 'announcements' }).click();
    await page.getByRole('heading', { name: 'announcements' }).waitFor();
    await page.getByRole('button', { name: 'Playground panel' }).click();
    await page.getByRole('switch', { name: 'Slow' }).click();
    await page.getByRole('switch', { name: 'Slow', checked: true }).waitFor();
    await page.getByRole('switch', { name: 'Slow' }).click();
    await page.getByRole('button', { name: 'Close' }).click({ position: { x: 10, y: 400 } });
    await page.getByRole('switch', { name: 'Slow' }).waitFor({ state: 'hidden' });
    expect(visitor.complaints).toEqual([]);
  });
});
