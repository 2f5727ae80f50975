import { describe, expect, test } from 'vitest';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { expectText, footer } from './visitor.ts';

describe.skipIf(noBrowser)(`the playground’s language${reason}`, () => {
  const setting = useSetting();

  test('applies to the commands, the answers, and the times', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    await page.getByRole('combobox', { name: 'Discord’s language' }).selectOption('ja');
    await page.locator('html[lang="ja"]').waitFor();
    await page.getByRole('combobox', { name: /^Message/ }).focus();
    await page.keyboard.insertText('/progress ');
    await page.getByRole('combobox', { name: 'ユーザー' }).waitFor();
    await page.keyboard.insertText('MaxMilyin');
    const message = await visitor.newMessage(() =>
      page.getByRole('button', { name: 'Send' }).click(),
    );
    await expectText(footer(message), '1,287本中1–10本目');
    await expectText(message.locator('live-time').first(), /前$/);
    expect(visitor.complaints).toEqual([]);
  });

  test('is English if the bot doesn’t have the language', async () => {
    await using visitor = await setting.arrive();
    await visitor.page.getByRole('combobox', { name: 'Discord’s language' }).selectOption('nl');
    await visitor.page.locator('html[lang="nl"]').waitFor();
    await expectText(footer(await visitor.command('/progress user:NewLeaf')), 'Games 1–10 of 240');
    expect(visitor.complaints).toEqual([]);
  });
});
