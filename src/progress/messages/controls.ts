import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APISelectMenuOption,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { awardMark } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { LibraryView } from '#src/progress/library-view.ts';
import { SORT_CHOICES, STATUS_CHOICES } from '#src/progress/query/query.ts';
import type { LibraryQuery, LibraryStatus } from '#src/progress/query/query.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';

import type { LibraryAction } from './library-custom-id.ts';
import { systemOptions } from './system-menu.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** The custom_id of a button that leads to a page of the same query; null stands for the page that is shown. */
export type CustomIdFor = (action: LibraryAction, page: number | null) => string;

export type Controls = {
  readonly customId: CustomIdFor;
  readonly t: Translate;
  /** Of the system menu, from 0: some players have more systems than a menu holds. */
  readonly systemMenuPage: number;
};

/** What stands under each page of a query, below its paging buttons: three menus and the tools. */
export function libraryControls(view: LibraryView, controls: Controls): Row[] {
  const { customId, t } = controls;
  const { query } = view;
  return [
    ...(view.found === 0 && query.search !== '' ? [clearRow(controls)] : []),
    menuRow(customId('status', 1), t('library.statusMenu'), statusOptions(query, t)),
    menuRow(customId('sort', 1), t('library.sortMenu'), sortOptions(query, t)),
    systemRow(view, controls),
    toolRow(view, customId, t),
  ];
}

/** Then there is no paging row. */
function clearRow({ customId, t }: Controls): Row {
  return row([
    {
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      custom_id: customId('clear-search', 1),
      label: t('library.clearSearch'),
    },
  ]);
}

/** Its custom_id has the page that is shown: looking for more systems stays there. */
function systemRow(view: LibraryView, { customId, t, systemMenuPage }: Controls): Row {
  const options = systemOptions(view, systemMenuPage, t);
  return menuRow(customId('system', null), t('library.systemMenu'), options);
}

function toolRow(view: LibraryView, customId: CustomIdFor, t: Translate): Row {
  const tool = (action: 'refresh' | 'stats' | 'csv' | 'json', emoji: string) =>
    ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId(action, null),
      label: t(`library.${action}`),
      emoji: { name: emoji },
    }) as const;
  return row([
    tool('refresh', '🔄'),
    tool('stats', '📊'),
    tool('csv', '📄'),
    tool('json', '🗂️'),
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
  'completed-or-mastered': awardMark('mastered'),
  'not-100': '⏳',
  revised: '🔁',
  'hardcore-awards': '🎖️',
  'casual-awards': '🎖️',
  'hardcore-progress': '📈',
  'casual-progress': '📈',
};

function statusOptions(query: LibraryQuery, t: Translate): APISelectMenuOption[] {
  return STATUS_CHOICES.map((status) => ({
    label: t(`status.${status}`),
    value: status,
    default: status === query.status,
    emoji: { name: STATUS_MARKS[status] },
  }));
}

function sortOptions(query: LibraryQuery, t: Translate): APISelectMenuOption[] {
  return SORT_CHOICES.map((sort) => ({
    label: t(`sort.${sort}`),
    value: sort,
    default: sort === query.sort,
  }));
}

function menuRow(customId: string, placeholder: string, options: APISelectMenuOption[]): Row {
  return row([{ type: ComponentType.StringSelect, custom_id: customId, placeholder, options }]);
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}
