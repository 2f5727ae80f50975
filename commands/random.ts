import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { parseRandomCustomId, RANDOM_PREFIX } from '#src/progress/messages/random.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import { drawGame } from '#src/progress/random-game.ts';
import { showLibrary } from '#src/progress/show-library.ts';

import {
  playerOf,
  privateOption,
  statusOption,
  suggestForLibrary,
  systemOf,
  systemOption,
  userOption,
} from './library-options.ts';
import type { Services } from './services.ts';

/** `/random`: a random game from a player's library. */
export const random = defineCommand({
  definition: {
    name: 'random',
    description: 'command.random',
    ...EVERYWHERE,
    options: [
      userOption,
      systemOption,
      { ...statusOption, description: 'option.randomStatus' },
      privateOption,
    ],
  },

  async run(use: Use<Services>, options) {
    const query = {
      ...DEFAULT_QUERY,
      status: options.status ?? 'unfinished',
      systemId: systemOf(options.system),
    };
    const player = await playerOf(use, options.user, 'random');
    await drawGame(use, { player, query, lastGameId: null });
  },

  autocomplete: suggestForLibrary,

  components: [
    {
      prefix: RANDOM_PREFIX,
      parse({ customId }) {
        const id = parseRandomCustomId(customId);
        if (!id) return null;
        return {
          ownerId: id.ownerId,
          aside: false,
          run: (use) =>
            id.action === 'another' ? drawGame(use, id) : showLibrary(use, { ...id, page: 1 }),
        };
      },
    },
  ],
});
