import type { APIActionRowComponent, APIButtonComponent, APIEmbed } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { customId, oneOf, snowflake } from '#src/discord/interactions/custom-id.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { Library } from '#src/progress/library.ts';
import { playerField } from '#src/progress/messages/library-custom-id.ts';
import { libraryAuthor } from '#src/progress/messages/page.ts';
import type { Shortfall } from '#src/progress/messages/page.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { progressUrl } from '#src/retroachievements/site-pages.ts';
import type { Statistics } from '#src/statistics/statistics.ts';

import { altText } from './alt-text.ts';
import { statisticsText } from './statistics-text.ts';

export const PICTURE_NAME = 'stats.png';

const codec = customId('st1', {
  /** What pressing does. Only ever append. */
  action: oneOf(['library']),
  /** The Discord user whose message it is. */
  ownerId: snowflake,
  player: playerField,
});

export const STATISTICS_PREFIX = codec.prefix;

/** Reads a button under statistics: at most 46 characters. */
export const parseStatisticsCustomId = codec.parse;

type StatisticsMessageOptions = {
  readonly ownerId: string;
  readonly player: PlayerRef;
  readonly mediaUrl: string;
  readonly t: Translate;
  readonly shortfall: Shortfall;
  /** Whether the picture comes with it. */
  readonly hasPicture: boolean;
};

/** A player's statistics as text, with the picture that shows them. */
export function statisticsMessage(
  library: Library,
  statistics: Statistics,
  options: StatisticsMessageOptions,
): MessageBody {
  const { hasPicture, mediaUrl, t } = options;
  const embed: APIEmbed = {
    color: GOLD,
    author: libraryAuthor(library.player, mediaUrl),
    description: statisticsText(library, statistics, options),
    ...(hasPicture ? { image: { url: `attachment://${PICTURE_NAME}` } } : {}),
  };
  const description = altText(library.player.name, statistics, t);
  return {
    embeds: [embed],
    components: [buttons(library, options)],
    ...(hasPicture ? { attachments: [{ id: 0, filename: PICTURE_NAME, description }] } : {}),
  };
}

function buttons(
  library: Library,
  { ownerId, player, t }: StatisticsMessageOptions,
): APIActionRowComponent<APIButtonComponent> {
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: codec.encode({ action: 'library', ownerId, player }),
        label: t('stats.library'),
        emoji: { name: '📚' },
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Link,
        label: t('library.site'),
        url: progressUrl(library.player.name),
      },
    ],
  };
}
