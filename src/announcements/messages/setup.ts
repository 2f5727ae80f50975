import type { FeedStatus } from '#src/announcements/management.ts';
import type { PermissionName } from '#src/discord/channels/access.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { channelMention } from '#src/messages/mentions.ts';

import { advisedLines } from './access-lines.ts';
import { feedFields } from './feed-fields.ts';

export type SetupResult = Pick<FeedStatus, 'feed' | 'playerCount'> & {
  readonly isNew: boolean;
  /** Whether it was taken for the one that is meant, and not the channel in which somebody wrote. */
  readonly isElsewhere: boolean;
  readonly advised: readonly PermissionName[];
  readonly playersLimit: number;
};

/** All that is set now, and what to do next. @param mention writes a command to tap on. */
export function setupMessage(
  result: SetupResult,
  mention: (commandName: string) => string,
  t: Translate,
): MessageBody {
  const { feed, playerCount, isNew, isElsewhere, advised, playersLimit } = result;
  const [track, test] = [mention('announcements track'), mention('announcements test')];
  const lines = [
    ...advisedLines(advised, feed, t),
    ...(feed.pause ? [t('feed.stillPaused', { resume: mention('announcements resume') })] : []),
    playerCount === 0 ? t('feed.trackNext', { track }) : t('feed.testNext', { test, track }),
    ...(isElsewhere ? [otherChannel(feed.channelId, mention, t)] : []),
  ];
  return {
    embeds: [
      {
        color: GOLD,
        title: t(isNew ? 'feed.isSetUp' : 'feed.isChanged'),
        description: lines.join('\n'),
        fields: feedFields(feed, { count: playerCount, limit: playersLimit }, t),
      },
    ],
  };
}

function otherChannel(
  channelId: string,
  mention: (commandName: string) => string,
  t: Translate,
): string {
  return t('feed.otherChannel', {
    channel: channelMention(channelId),
    setup: mention('announcements setup'),
  });
}
