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
import type { LibraryPage } from '#src/progress/library-page.ts';
import type { LibraryQuery, Sort, Status } from '#src/progress/query/query.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import type { LibraryAction } from './custom-id.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Writes the custom_id of a button that leads to a page of a query. */
export type CustomIdFor = (action: LibraryAction, page: number) => string;

/** What the menus offer, in the order of the contract. */
export type LibraryChoices = {
  readonly statuses: readonly Status[];
  readonly sorts: readonly Sort[];
};

/** Discord shows 25 options in a menu; one of them is "all". */
const SYSTEMS_IN_MENU = 24;
const LABEL_LIMIT = 100;

/** The controls under a library page: paging where there is more than one page, three menus, and the tools. */
export function libraryComponents(
  model: LibraryPage,
  choices: LibraryChoices,
  customId: CustomIdFor,
  t: Translate,
): Row[] {
  const { query } = model;
  return [
    ...(model.page.count > 1 ? [pagingRow(model.page, customId)] : []),
    menuRow(customId('status', 1), t('library.statusMenu'), statusOptions(choices, query, t)),
    menuRow(customId('sort', 1), t('library.sortMenu'), sortOptions(choices, query, t)),
    menuRow(customId('system', 1), t('library.systemMenu'), systemOptions(model, t)),
    toolRow(model, customId, t),
  ];
}

function toolRow(model: LibraryPage, customId: CustomIdFor, t: Translate): Row {
  const tool = (action: LibraryAction, label: string, emoji: string) =>
    ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId(action, model.page.number),
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
      url: progressUrl(model.player.name),
    },
  ]);
}

const STATUS_MARKS: Record<Status, string> = {
  all: '🎮',
  awarded: '🎖️',
  unfinished: awardMark(null),
  beaten: awardMark('beaten-hardcore'),
  'beaten-hardcore': awardMark('beaten-hardcore'),
  'beaten-softcore': awardMark('beaten-softcore'),
  completed: awardMark('completed'),
  mastered: awardMark('mastered'),
};

function statusOptions(
  choices: LibraryChoices,
  query: LibraryQuery,
  t: Translate,
): APISelectMenuOption[] {
  return choices.statuses.map((status) => {
    return {
      label: t(`status.${status}`),
      value: status,
      default: status === query.status,
      emoji: { name: STATUS_MARKS[status] },
    };
  });
}

function sortOptions(
  choices: LibraryChoices,
  query: LibraryQuery,
  t: Translate,
): APISelectMenuOption[] {
  return choices.sorts.map((sort) => ({
    label: t(`sort.${sort}`),
    value: sort,
    default: sort === query.sort,
  }));
}

/** The chosen system stays in the menu, also where the player has many others or no game of it. */
function systemOptions({ systems, query }: LibraryPage, t: Translate): APISelectMenuOption[] {
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
