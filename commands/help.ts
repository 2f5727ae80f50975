import { defineCommand } from '#src/discord/command.ts';
import type { Use } from '#src/discord/command.ts';
import { EVERYWHERE } from '#src/discord/everywhere.ts';
import { toMessage } from '#src/discord/message.ts';
import type { Services } from '#src/services.ts';
import { helpMessage } from '#src/views/help-message.ts';

/** `/help`: what the bot can do, with commands to tap on. */
export const help = defineCommand({
  definition: {
    name: 'help',
    description: 'What I can do, and how',
    ...EVERYWHERE,
  },

  async run({ answer, caller, services }: Use<Services>) {
    const t = services.translate(caller.locale);
    await answer.notice(toMessage(helpMessage(services.mention, t)));
  },
});
