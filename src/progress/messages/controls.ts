import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { truncate } from '#src/messages/markdown.ts';
import { pagingRow } from '#src/messages/paging.ts';
import type { LibraryView } from '#src/progress/library-view.ts';
import { SORTS, STATUSES } from '#src/progress/query/query.ts';
import type { LibraryQuery, LibraryStatus } from '#src/progress/query/query.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import type { LibraryAction } from './custom-id.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The custom_id of a button that leads to a page of the same query. */
export type CustomIdFor = (action: LibraryAction, page: number) => string;

/** A menu holds 25 options, and one of them is "all". */
const SYSTEMS_IN_MENU = 24;
const LABEL_LIMIT = 100;

/** What stands under a library page: paging buttons if it has several pages, three menus, and the tools. */
export function libraryComponents(view: LibraryView, customId: CustomIdFor, t: Translate): Row[] {
  const { query } = view;
  return [
    ...(view.page.count > 1 ? [pagingRow(view.page, customId)] : []),
    menuRow(customId('status', 1), t('library.statusMenu'), statusOptions(query, t)),
    menuRow(customId('sort', 1), t('library.sortMenu'), sortOptions(query, t)),
    menuRow(customId('system', 1), t('library.systemMenu'), systemOptions(view, t)),
    toolRow(view, customId, t),
  ];
}

function toolRow(view: LibraryView, customId: CustomIdFor, t: Translate): Row {
  const tool = (action: LibraryAction, label: string, emoji: string) =>
    ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId(action, view.page.number),
      label,
      emoji: { name: emoji },
    }) as const;
  return row([
    tool('refresh', t('library.refresh'), '🔄'),
    tool('csv', t('library.csv'), '📄'),
    tool('json', t('library.json'), '🗂️'),
    {
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label: t('library.site'),
      url: progressUrl(view.player.name),
    },
  ]);
}

const STATUS_MARKS: Readonly<Record<LibraryStatus, string>> = {
  all: '🎮',
  awarded: '🎖️',
  unfinished: awardMark(null),
  beaten: awardMark('beaten-hardcore'),
  'beaten-hardcore': awardMark('beaten-hardcore'),
  'beaten-softcore': awardMark('beaten-softcore'),
  completed: awardMark('completed'),
  mastered: awardMark('mastered'),
};

function statusOptions(query: LibraryQuery, t: Translate): APISelectMenuOption[] {
  return STATUSES.map((status) => ({
    label: t(`status.${status}`),
    value: status,
    default: status === query.status,
    emoji: { name: STATUS_MARKS[status] },
  }));
}

function sortOptions(query: LibraryQuery, t: Translate): APISelectMenuOption[] {
  return SORTS.map((sort) => ({
    label: t(`sort.${sort}`),
    value: sort,
    default: sort === query.sort,
  }));
}

/** The chosen system is always in the menu, even if the player has no games or too many systems. */
function systemOptions({ systems, query }: LibraryView, t: Translate): APISelectMenuOption[] {
  const chosen = systems.find(({ id }) => id === query.systemId);
  const most = systems.slice(0, SYSTEMS_IN_MENU);
  const listed =
    chosen && !most.includes(chosen) ? [...most.slice(0, SYSTEMS_IN_MENU - 1), chosen] : most;
  return [
    { label: t('library.allSystems'), value: 'all', default: query.systemId === null },
    ...listed.map(({ id, name, count }) => ({
      label: truncate(name, LABEL_LIMIT),
      value: String(id),
      description: t('library.systemGames', { count }),
      default: id === query.systemId,
    })),
  ];
}

function menuRow(customId: string, placeholder: string, options: APISelectMenuOption[]): Row {
  return row([{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options }]);
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
