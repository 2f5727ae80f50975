import { describe, expect, test } from 'vitest';

import { noBrowser, reason } from './browser.ts';
import { useSetting } from './setting.ts';
import { button, expectText } from './visitor.ts';

describe.skipIf(noBrowser)(`people in the playground${reason}`, () => {
  const setting = useSetting();

  test('Noa has an account from the start, and a place on the leaderboard', async () => {
    await using visitor = await setting.arrive();
    await visitor.be('Noa');
    const ask = async (command: string, text: string) => {
      for (;;) {
        const answer = await visitor.command(command);
        if ((await answer.innerText()).includes(text)) return answer;
      }
    };
    await ask('/progress', '10,000');
    const board = await ask('/leaderboard', 'Your place');
    await expectText(board, 'MaxMilyin');
    const motto = visitor.page.getByRole('textbox', { name: 'Motto of Completionist10k' });
    expect(await motto.inputValue()).not.toContain('CPL-');
    expect(visitor.complaints).toEqual([]);
  });

  test('Robin links an account, verifies it in the motto, and others see it in Robin’s menu', async () => {
    await using visitor = await setting.arrive();
    const { page } = visitor;
    const linked = await visitor.command('/link user:NewLeaf');
    await expectText(linked, 'You’re linked to NewLeaf');
    await button(linked, 'Check').click();
    await expectText(linked, 'I can’t find the code');
    const code = /CPL-[0-9A-Z]{8}/.exec(await linked.innerText())?.[0] ?? '';
    const motto = page.getByRole('textbox', { name: 'Motto of NewLeaf' });
    await motto.fill(`${code} rules`);
    await motto.press('Enter');
    await button(linked, 'Check').click();
    await expectText(linked, 'NewLeaf is your account, and it’s verified');
    const own = await visitor.command('/progress');
    await expectText(own, 'NewLeaf');

    await visitor.be('Noa');
    const none = await visitor.newMessage(() =>
      page.getByRole('button', { name: 'Show progress of Sam' }).click(),
    );
    await expectText(none, 'hasn’t linked and verified a RetroAchievements account');
    const shown = await visitor.newMessage(() =>
      page.getByRole('button', { name: 'Show progress of Robin' }).click(),
    );
    await expectText(shown, 'NewLeaf');
    await expectText(shown, 'Only you can see this');

    await visitor.be('Robin');
    const told = await visitor.command('/privacy');
    await expectText(told, 'verified as yours');
    await button(told, 'Delete my data').click();
    await expectText(told, 'You can’t undo this');
    await button(told, /^Delete$/).click();
    await expectText(told, 'I no longer store anything about you');
    expect(visitor.complaints).toEqual([]);
  });
});
