import type { Services } from '#commands/services.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type {
  ComponentHandler,
  ComponentInput,
  ComponentUse,
} from '#src/discord/interactions/component.ts';
import { toMessage } from '#src/discord/message.ts';
import { relativeTime } from '#src/messages/markdown.ts';
import { turnPage } from '#src/messages/paging.ts';
import { LIBRARY_PREFIX, parseLibraryCustomId } from '#src/progress/messages/custom-id.ts';
import type { LibraryCustomId } from '#src/progress/messages/custom-id.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import { playerRefText } from '#src/retroachievements/player.ts';

import { exportLibrary } from './export.ts';
import { showLibrary } from './show.ts';

/** Everything that can be pressed on a library page. */
export const libraryComponent: ComponentHandler<Services> = {
  prefix: LIBRARY_PREFIX,
  parse(input) {
    const id = parseLibraryCustomId(input.customId);
    return id && { ownerId: id.ownerId, ...useOf(id, input) };
  },
};

function useOf(
  id: LibraryCustomId,
  input: ComponentInput,
): Pick<ComponentUse<Services>, 'aside' | 'run'> {
  switch (id.action) {
    case 'csv':
    case 'json': {
      const format = id.action;
      return { aside: true, run: (use) => exportLibrary(use, id, format) };
    }
    case 'jump':
      return turnPage<Services>(
        id,
        input,
        (use, page) => showLibrary(use, { ...id, page }),
        (services) => pagesAtHand(services, id),
      );
    case 'refresh':
      return { aside: false, run: (use) => refresh(use, id) };
    default: {
      const query = { ...id.query, ...chosen(id, input.values) };
      return { aside: false, run: (use) => showLibrary(use, { ...id, query }) };
    }
  }
}

/** What a menu changes; nothing for a button. */
function chosen({ action }: LibraryCustomId, [value]: readonly string[]): Partial<LibraryQuery> {
  const status = STATUSES.find((known) => known === value);
  const sort = SORTS.find((known) => known === value);
  if (action === 'status' && status) return { status };
  if (action === 'sort' && sort) return { sort };
  if (action === 'system' && value === 'all') return { systemId: null };
  // Any id: the site may have systems that this version does not know.
  if (action === 'system' && /^\d{1,6}$/.test(value ?? '')) return { systemId: Number(value) };
  return {};
}

function pagesAtHand(
  { libraries, pages }: Services,
  { player, query }: LibraryCustomId,
): number | null {
  const library = libraries.peek(player);
  return library ? pages.count(library, query) : null;
}

async function refresh(use: Use<Services>, id: LibraryCustomId): Promise<void> {
  const { answer, caller, services } = use;
  const againAt = services.refreshes.tryRefresh(playerRefText(id.player));
  if (againAt === null) return showLibrary(use, { ...id, refresh: true });
  const when = relativeTime(againAt);
  const content = services.translate(caller.locale)('library.refreshedRecently', { when });
  return answer.notice(toMessage({ content }));
}
