/** The floor: the same discord.js, the same commands, and one constant page for everyone. */
import { Client } from 'discord.js';
import type { ApplicationCommandDataResolvable, InteractionReplyOptions } from 'discord.js';

type Page = Required<Pick<InteractionReplyOptions, 'embeds' | 'components' | 'allowedMentions'>>;
const page: Page = JSON.parse(process.env['FLOOR_PAGE'] ?? '');
const commands: ApplicationCommandDataResolvable[] = JSON.parse(
  process.env['FLOOR_COMMANDS'] ?? '',
);

const client = new Client({ intents: [], rest: { api: process.env['DISCORD_API_URL'] ?? '' } });
client.once('clientReady', (ready) => void ready.application.commands.set(commands));
client.on('interactionCreate', (interaction) => {
  if (interaction.isChatInputCommand()) void interaction.reply(page);
  else if (interaction.isMessageComponent()) void interaction.update(page);
});
await client.login(process.env['DISCORD_TOKEN']);
