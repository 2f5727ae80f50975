import { InteractionType } from 'discord-api-types/v10';
import { expect, test } from 'vitest';

import { startDiscord } from '#test/support/discord/loopback-discord.ts';

import { startScriptBot } from './script-bot.ts';

const nextButton = {
  type: 1,
  components: [{ type: 2, style: 1, label: 'Next', custom_id: 'page:2' }],
};

test('a slash command is answered and its button updates the same message', async () => {
  await using discord = await startDiscord();
  await using bot = await startScriptBot(discord);
  bot.handle = (interaction) =>
    interaction.type === InteractionType.ApplicationCommand
      ? bot.reply(interaction, { content: 'page 1', components: [nextButton] })
      : bot.update(interaction, { content: 'page 2', components: [] });
  const alice = discord.person('alice');

  const shown = await alice.command('progress', { user: 'MaxMilyin' });

  expect(shown.acknowledgement.type).toBe(4);
  expect(shown.message?.content).toBe('page 1');
  const again = await alice.click(shown.message, 'Next');
  expect(again.acknowledgement.type).toBe(7);
  expect(again.message).toBe(shown.message);
  expect(shown.message?.content).toBe('page 2');
  expect(shown.history.map(({ content }) => content)).toEqual(['page 1', 'page 2']);
  expect(discord.violations).toEqual([]);
  expect(bot.errors).toEqual([]);
});
