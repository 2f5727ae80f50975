import { ApplicationCommandType } from 'discord-api-types/v10';

import { EVERYWHERE, StrangeOptions } from '#src/discord/interactions/command.ts';
import type { MenuCommand, Use } from '#src/discord/interactions/command.ts';
import { Refusal } from '#src/messages/refusal.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import { showLibrary } from '#src/progress/show-library.ts';

import { playerOf } from './library-options.ts';
import type { Services } from './services.ts';

/** *Show progress*, in a member's menu: that member's library, for the caller alone. */
export const showProgress: MenuCommand<Services> = {
  definition: { type: ApplicationCommandType.User, name: 'Show progress', ...EVERYWHERE },
  isPrivate: true,

  async run(use: Use<Services>, { user, bot }) {
    if (typeof user !== 'string') throw new StrangeOptions(this.definition.name);
    if (bot === true) throw new Refusal('failure.memberIsBot', { member: user });
    const player = await playerOf(use, user, 'progress');
    await showLibrary(use, { player, query: DEFAULT_QUERY, page: 1 });
  },
};
