import type {
  APIActionRowComponent,
  APIComponentInMessageActionRow,
  APIEmbed,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import {
  customId,
  oneOf,
  optional,
  snowflake,
  wholeNumber,
} from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { awardMark, GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime, tagLabels, truncate } from '#src/messages/markdown.ts';
import { toRow } from '#src/progress/library-view.ts';
import type { GameRow } from '#src/progress/library-view.ts';
import type { Library, LibraryEntry } from '#src/progress/library.ts';
import { DEFAULT_QUERY, STATUSES } from '#src/progress/query/query.ts';
import type { LibraryQuery } from '#src/progress/query/query.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { gameUrl } from '#src/retroachievements/site-pages.ts';

import { awardName, wholeProgress, shortName, SYSTEM_LIMIT, systemLabel } from './game-facts.ts';
import { playerField } from './library-custom-id.ts';
import { libraryAuthor } from './page.ts';
import type { Shortfall } from './page.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What pressing does. Only ever append. */
const RANDOM_ACTIONS = ['another', 'library'] as const;

/** The state of a random game. */
export type RandomCustomId = {
  readonly action: (typeof RANDOM_ACTIONS)[number];
  /** The Discord user whose message it is. */
  readonly ownerId: string;
  readonly player: PlayerRef;
  /** Its status and system; the rest is the default. */
  readonly query: LibraryQuery;
  /** The game that is shown. */
  readonly lastGameId: number;
};

const codec = customId('rg1', {
  action: oneOf(RANDOM_ACTIONS),
  ownerId: snowflake,
  player: playerField,
  status: oneOf(STATUSES),
  systemId: optional(wholeNumber(0, 6)),
  lastGameId: wholeNumber(0, 11),
});

export const RANDOM_PREFIX = codec.prefix;

/** Writes a custom_id: at most 67 of the 100 characters that Discord takes. */
export function encodeRandomCustomId({ query, ...id }: RandomCustomId): string {
  return codec.encode({ ...id, status: query.status, systemId: query.systemId });
}

/** Null for a custom_id of another kind or version, and for one that is damaged. */
export function parseRandomCustomId(text: string): RandomCustomId | null {
  const id = codec.parse(text);
  if (!id) return null;
  const { status, systemId, ...rest } = id;
  return { ...rest, query: { ...DEFAULT_QUERY, status, systemId } };
}

type RandomMessageOptions = {
  /** How many games it was drawn from. */
  readonly count: number;
  readonly id: Pick<RandomCustomId, 'ownerId' | 'player' | 'query'>;
  readonly mediaUrl: string;
  readonly t: Translate;
  readonly shortfall: Shortfall;
};

/** A random game from a library, as a message. */
export function randomMessage(
  library: Library,
  entry: LibraryEntry,
  options: RandomMessageOptions,
): MessageBody {
  const { mediaUrl, t } = options;
  const row = toRow(entry);
  const embed: APIEmbed = {
    color: GOLD,
    author: libraryAuthor(library.player, mediaUrl),
    // Titles are Markdown, too.
    title: escapeMarkdown(shortName(row)),
    url: gameUrl(row.gameId),
    thumbnail: { url: mediaUrl + entry.game.iconPath },
    description: [...facts(row, t), ...age(library, options)].join('\n'),
    footer: { text: drawnFrom(row, options) },
  };
  return { embeds: [embed], components: [buttons(row, options)] };
}

/** Award, system and tags; progress; the last unlock. */
function facts(row: GameRow, t: Translate): string[] {
  const award = row.award === null ? '' : `**${awardName(row.award, t)}** · `;
  return [
    `${awardMark(row.award)} ${award}${systemLabel(row)}${tagLabels(row.tags)}`,
    row.percent === null ? t('library.noAchievements') : wholeProgress(row, t),
    ...(row.lastUnlockAt === null
      ? []
      : [`-# ${t('random.lastUnlock', { when: relativeTime(row.lastUnlockAt) })}`]),
  ];
}

/** How old the library is, if the site couldn't be asked. */
function age({ fetchedAt }: Library, { shortfall, t }: RandomMessageOptions): string[] {
  if (shortfall === null) return [];
  const { reason } = shortfall;
  return [`-# ${t('library.outdated', { age: relativeTime(fetchedAt), reason })}`];
}

/** `1 of 621 unfinished games · SNES`. */
function drawnFrom({ system }: GameRow, { id, count, t }: RandomMessageOptions): string {
  const games = t(`random.${id.query.status}`, { count });
  return id.query.systemId === null ? games : `${games} · ${truncate(system, SYSTEM_LIMIT)}`;
}

function buttons({ gameId }: GameRow, { count, id, t }: RandomMessageOptions): Row {
  const customIdFor = (action: RandomCustomId['action']) =>
    encodeRandomCustomId({ ...id, action, lastGameId: gameId });
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        custom_id: customIdFor('another'),
        label: t('random.another'),
        emoji: { name: '🎲' },
        disabled: count === 1,
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: customIdFor('library'),
        label: t('random.library'),
        emoji: { name: '📚' },
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: t('library.site'),
        url: gameUrl(gameId),
      },
    ],
  };
}
