import { defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { EVERYWHERE } from '#src/discord/interactions/everywhere.ts';
import { toMessage } from '#src/discord/message.ts';
import { aboutMessage } from '#src/messages/about.ts';

import type { Services } from './services.ts';

/** `/about`: version, health, and how old the data is. */
export const about = defineCommand({
  definition: {
    name: 'about',
    description: 'My version and health, and how old my data is',
    ...EVERYWHERE,
  },

  async run({ answer, caller, services }: Use<Services>) {
    const t = services.translate(caller.locale);
    await answer.notice(toMessage(aboutMessage(services.status(), t)));
  },
});
