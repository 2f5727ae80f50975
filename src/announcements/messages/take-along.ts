import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import type { TakenAlong } from '#src/announcements/move-feed.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';
import type { Mention } from '#src/messages/mentions.ts';

import { encodePlayersCustomId, encodeTakeAlongCustomId } from './custom-ids.ts';

/** A deleted channel whose players are still tracked. */
export type LeftBehind = { readonly feed: Feed; readonly playerCount: number };

/** A message has five rows, and one of them may be for paging. */
export const LEFT_BEHIND_LIMIT = 4;

/** Says which players deleted channels left behind. */
export function leftBehindLines(left: readonly LeftBehind[], t: Translate): string[] {
  return left.map(({ feed, playerCount }) =>
    t('takeAlong.leftBehind', { channel: channelMention(feed.channelId), count: playerCount }),
  );
}

/** Buttons that move these players to another channel, or show them. A row for each deleted channel. */
export function leftBehindRows(
  left: readonly LeftBehind[],
  to: { readonly ownerId: string; readonly channelId: string },
  t: Translate,
): NonNullable<MessageBody['components']> {
  const { ownerId, channelId } = to;
  return left.map(({ feed, playerCount }) => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        custom_id: encodeTakeAlongCustomId({
          action: 'take',
          ownerId,
          from: feed.channelId,
          to: channelId,
          createdAt: feed.createdAt,
        }),
        label: t('takeAlong.move', { count: playerCount }),
      },
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: encodePlayersCustomId({
          action: 'first',
          ownerId,
          channelId: feed.channelId,
          page: 1,
        }),
        label: t('takeAlong.see'),
      },
    ],
  }));
}

export function takenAlongMessage(
  { playerCount, awardCount, leftCount }: TakenAlong,
  channelId: string,
  mention: Mention,
  t: Translate,
): MessageBody {
  const untrack = mention('announcements untrack');
  const lines = [
    t('takeAlong.moved', { channel: channelMention(channelId), count: playerCount }),
    ...(awardCount > 0 ? [t('takeAlong.awards', { count: awardCount })] : []),
    ...(leftCount > 0
      ? [t('takeAlong.noRoom', { count: leftCount, limit: PLAYERS_LIMIT, untrack })]
      : []),
  ];
  return { content: lines.join('\n'), embeds: [], components: [] };
}
