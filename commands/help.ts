import { defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { EVERYWHERE } from '#src/discord/interactions/everywhere.ts';
import { toMessage } from '#src/discord/message.ts';
import { helpMessage } from '#src/messages/help.ts';

import type { Services } from './services.ts';

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
