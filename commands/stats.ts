import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import { DEFAULT_QUERY } from '#src/progress/query/query.ts';
import { showLibrary } from '#src/progress/show-library.ts';
import { parseStatisticsCustomId, STATISTICS_PREFIX } from '#src/statistics/messages/statistics.ts';
import { showStatistics } from '#src/statistics/show-statistics.ts';

import { playerOf, privateOption, suggestForLibrary, userOption } from './library-options.ts';
import type { Services } from './services.ts';

/** `/stats`: a player's awards over time, by system, and this year, as a picture. */
export const stats = defineCommand({
  definition: {
    name: 'stats',
    description: 'command.stats',
    ...EVERYWHERE,
    options: [userOption, privateOption],
  },

  async run(use: Use<Services>, options) {
    await showStatistics(use, await playerOf(use, options.user, 'stats'));
  },

  autocomplete: suggestForLibrary,

  components: [
    {
      prefix: STATISTICS_PREFIX,
      parse({ customId }) {
        const id = parseStatisticsCustomId(customId);
        if (!id) return null;
        return {
          ownerId: id.ownerId,
          // A library page has no picture, and an edit would leave this one under it.
          aside: true,
          isShared: true,
          run: (use) => showLibrary(use, { player: id.player, query: DEFAULT_QUERY, page: 1 }),
        };
      },
    },
  ],
});
