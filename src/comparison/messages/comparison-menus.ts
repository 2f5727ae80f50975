import type {
  APIActionRowComponent,
  APISelectMenuOption,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import { ComponentType } from 'discord-api-types/v10';

import { GAME_LISTS, sortsOf } from '#src/comparison/comparison.ts';
import type { Comparison, ComparisonSort, GameList } from '#src/comparison/comparison.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { shownName } from '#src/messages/player-name.ts';
import type { Library } from '#src/progress/library.ts';

/** Who is ahead in a game. They differ in shape as well as in color. */
export const SIDES = { one: '🅰️', other: '🅱️', tied: '🟰' } as const;

/** Which of two players' games are listed, and how. */
export type Listing = { readonly list: GameList; readonly sort: ComparisonSort };

/** The player's name, short enough for a message. */
export function nameOf({ player }: Library): string {
  return shownName(player.name);
}

/** Plain text. */
export function listLabel(comparison: Comparison, list: GameList, t: Translate): string {
  if (list === 'both') return t('comparison.both');
  return t('comparison.only', { player: nameOf(comparison[list]) });
}

/** Plain text. */
export function sortLabel(comparison: Comparison, { list, sort }: Listing, t: Translate): string {
  switch (sort) {
    case 'one':
    case 'other':
      return list === 'both'
        ? t('comparison.sortLead', { player: nameOf(comparison[sort]) })
        : t('sort.award');
    case 'closest':
      return t('comparison.sortClosest');
    case 'title':
      return t('sort.title');
    case 'newest':
      return t('sort.recent');
  }
}

export function listOptions(
  comparison: Comparison,
  chosen: GameList,
  t: Translate,
): APISelectMenuOption[] {
  return GAME_LISTS.map((list) => ({
    label: listLabel(comparison, list, t),
    value: list,
    description: t('library.systemGames', { count: comparison.lists[list].length }),
    default: list === chosen,
    emoji: { name: list === 'both' ? '🎮' : SIDES[list] },
  }));
}

export function sortOptions(
  comparison: Comparison,
  { list, sort: chosen }: Listing,
  t: Translate,
): APISelectMenuOption[] {
  return sortsOf(list).map((sort) => ({
    label: sortLabel(comparison, { list, sort }, t),
    value: sort,
    default: sort === chosen,
  }));
}

export function menuRow(
  id: string,
  placeholder: string,
  options: APISelectMenuOption[],
): APIActionRowComponent<APIStringSelectComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder, options }],
  };
}
