import { ApplicationCommandOptionType } from 'discord-api-types/v10';

import { EVERYWHERE, defineCommand } from '#src/discord/interactions/command.ts';
import type { ComponentUse, Use } from '#src/discord/interactions/command.ts';
import type { ComponentInput } from '#src/discord/interactions/interaction.ts';
import { turnPage } from '#src/messages/paging.ts';
import { LIBRARY_PREFIX, parseLibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import type { LibraryCustomId } from '#src/progress/messages/library-custom-id.ts';
import { parseSystemChoice } from '#src/progress/messages/system-menu.ts';
import {
  DEFAULT_QUERY,
  SEARCH_LIMIT,
  searchFrom,
  SORT_CHOICES,
  SORTS,
  STATUSES,
} from '#src/progress/query/query.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { sendExport } from '#src/progress/send-export.ts';
import { refreshLibrary, showLibrary } from '#src/progress/show-library.ts';
import type { LibraryTarget } from '#src/progress/show-library.ts';
import { showStatistics } from '#src/statistics/show-statistics.ts';

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

/** `/progress`: a player's whole library, page by page. */
export const progress = defineCommand({
  definition: {
    name: 'progress',
    description: 'command.progress',
    ...EVERYWHERE,
    options: [
      userOption,
      systemOption,
      statusOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'sort',
        description: 'option.sort',
        choices: SORT_CHOICES.map((value) => ({ name: `sort.${value}`, value })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'search',
        description: 'option.search',
        max_length: SEARCH_LIMIT,
      },
      privateOption,
    ],
  },

  async run(use: Use<Services>, options) {
    const query = {
      status: options.status ?? DEFAULT_QUERY.status,
      sort: options.sort ?? DEFAULT_QUERY.sort,
      systemId: systemOf(options.system),
      search: searchFrom(options.search ?? ''),
    };
    await showLibrary(use, {
      player: await playerOf(use, options.user, 'progress'),
      query,
      page: 1,
    });
  },

  autocomplete: suggestForLibrary,

  components: [
    {
      prefix: LIBRARY_PREFIX,
      parse(input) {
        const id = parseLibraryCustomId(input.customId);
        if (!id || !isChoice(id, input.values)) return null;
        return { ownerId: id.ownerId, ...pressed(id, input) };
      },
    },
  ],
});

/** What a button or menu under the page does. */
function pressed(
  id: LibraryCustomId,
  input: ComponentInput,
): Pick<ComponentUse<Services>, 'aside' | 'isShared' | 'run'> {
  switch (id.action) {
    case 'csv':
    case 'json': {
      const format = id.action;
      return { aside: true, run: (use) => sendExport(use, id, format) };
    }
    case 'stats':
      return { aside: true, isShared: true, run: (use) => showStatistics(use, id.player) };
    case 'refresh':
      return { aside: false, run: (use) => refreshLibrary(use, id, input.shown) };
    case 'status':
    case 'sort':
    case 'system':
    case 'clear-search': {
      const change = changeOf(id, input.values[0] ?? '');
      return { aside: false, run: (use) => showLibrary(use, { ...id, ...change }) };
    }
    case 'first':
    case 'previous':
    case 'jump':
    case 'next':
    case 'last':
      return turnPage<Services>(
        id,
        input,
        (use, page) => showLibrary(use, { ...id, page }),
        (services) => pagesAtHand(services, id),
      );
  }
}

/** What a menu changes; nothing if the value isn't one of ours. */
function changeOf({ action, query }: LibraryCustomId, value: string): Partial<LibraryTarget> {
  const to = (changed: Partial<LibraryQuery>) => ({ query: { ...query, ...changed }, page: 1 });
  switch (action) {
    case 'status': {
      const status = STATUSES.find((known) => known === value);
      return status ? to({ status }) : {};
    }
    case 'sort': {
      const sort = SORTS.find((known) => known === value);
      return sort ? to({ sort }) : {};
    }
    case 'system': {
      const choice = parseSystemChoice(value);
      if (choice?.kind === 'more') return { systemMenuPage: choice.menuPage };
      return choice ? to({ systemId: choice.systemId }) : {};
    }
    default:
      return to({ search: '' });
  }
}

/** Whether the menu still has this choice. */
function isChoice(id: LibraryCustomId, [value = '']: readonly string[]): boolean {
  const isMenu = id.action === 'status' || id.action === 'sort' || id.action === 'system';
  return !isMenu || Object.keys(changeOf(id, value)).length > 0;
}

function pagesAtHand(
  { libraries, pages }: Services,
  { player, query }: LibraryCustomId,
): number | null {
  const library = libraries.fresh(player);
  return library ? pages.count(library, query) : null;
}
