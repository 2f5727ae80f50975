import type { APISelectMenuOption } from 'discord-api-types/v10';

import type { Translate } from '#src/messages/languages/translate.ts';
import { truncate } from '#src/messages/markdown.ts';
import type { LibraryView } from '#src/progress/library-view.ts';

/** What choosing an option does. */
export type SystemChoice =
  | { readonly kind: 'system'; readonly systemId: number | null }
  | { readonly kind: 'more'; readonly menuPage: number };

/** Discord shows 25 options in a menu; one of them is "all". */
const SYSTEMS_IN_MENU = 24;
/** If there are more, "more" takes a place, and so does the chosen system. */
const SYSTEMS_A_PAGE = 22;
const LABEL_LIMIT = 100;

const ALL = 'all';
const MORE = 'more';

/**
 * The menu of a player's systems. If there are more than a menu holds, its last option leads to the others. The chosen
 * system is always in it, even if the player has no game on it.
 * @param menuPage from 0; out of range is the first.
 */
export function systemOptions(
  { systems, query }: LibraryView,
  menuPage: number,
  t: Translate,
): APISelectMenuOption[] {
  const pages = systems.length <= SYSTEMS_IN_MENU ? 1 : Math.ceil(systems.length / SYSTEMS_A_PAGE);
  const page = menuPage < pages ? menuPage : 0;
  const start = page * SYSTEMS_A_PAGE;
  const listed = pages === 1 ? systems : systems.slice(start, start + SYSTEMS_A_PAGE);
  const chosen = systems.find(({ id }) => id === query.systemId);
  const shown = chosen && !listed.includes(chosen) ? [chosen, ...listed] : listed;
  return [
    { label: t('library.allSystems'), value: ALL, default: query.systemId === null },
    ...shown.map(({ id, name, count }) => ({
      label: truncate(name, LABEL_LIMIT),
      value: String(id),
      description: t('library.systemGames', { count }),
      default: id === query.systemId,
    })),
    ...(pages === 1 ? [] : [moreOption((page + 1) % pages, t)]),
  ];
}

function moreOption(menuPage: number, t: Translate): APISelectMenuOption {
  const label = t(menuPage === 0 ? 'library.firstSystems' : 'library.moreSystems');
  return { label, value: `${MORE}${menuPage}` };
}

/** Reads the value of an option, old ones included; null if it isn't one. */
export function parseSystemChoice(value: string): SystemChoice | null {
  if (value === ALL) return { kind: 'system', systemId: null };
  // Any id: the site may have systems that this version does not know.
  if (/^\d{1,6}$/.test(value)) return { kind: 'system', systemId: Number(value) };
  const [, menuPage] = /^more(\d{1,2})$/.exec(value) ?? [];
  return menuPage === undefined ? null : { kind: 'more', menuPage: Number(menuPage) };
}
