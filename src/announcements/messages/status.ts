import type { Feed } from '#src/announcements/feed.ts';
import type { FeedStatus } from '#src/announcements/feed.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { relativeTime } from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';

import { accessLines } from './access-lines.ts';
import { feedFields, field } from './feed-fields.ts';

export type FeedHealth = FeedStatus & { readonly access: ChannelAccess };

/** What is wrong with a feed and what to do about it, then the facts. */
export function feedStatusMessage(health: FeedHealth, mention: Mention, t: Translate): MessageBody {
  const { feed, playerCount } = health;
  const problems = problemLines(health, mention, t);
  return {
    embeds: [
      {
        color: GOLD,
        title: t('feed.statusTitle'),
        description: (problems.length > 0 ? problems : [t('feed.fine')]).join('\n'),
        fields: [...feedFields(feed, playerCount, t), ...timeFields(health, t)],
      },
    ],
  };
}

function problemLines(health: FeedHealth, mention: Mention, t: Translate): string[] {
  const { feed, failingSince, postsFailingSince, playerCount, access } = health;
  return [
    ...(feed.pause ? [pauseLine(feed.pause, mention, t)] : []),
    ...(failingSince === null ? [] : [t('feed.failing', { since: relativeTime(failingSince) })]),
    ...(postsFailingSince === null
      ? []
      : [t('feed.postsFailing', { since: relativeTime(postsFailingSince) })]),
    // The pause already says that the channel is gone.
    ...(feed.pause?.reason === 'unknownChannel' && access.kind === 'unknown'
      ? []
      : accessLines(access, feed, t)),
    ...(playerCount === 0 ? [t('feed.nobody', { track: mention('announcements track') })] : []),
  ];
}

function pauseLine(
  { reason, at }: NonNullable<Feed['pause']>,
  mention: Mention,
  t: Translate,
): string {
  const since = relativeTime(at);
  const resume = mention('announcements resume');
  if (reason === 'manager') return t('feed.pausedByManager', { since, resume });
  if (reason === 'unknownChannel') {
    return t('feed.channelDeleted', { since, setup: mention('announcements setup') });
  }
  return t('feed.pausedByDiscord', { since, resume, reason: t(`pauseNotice.${reason}`) });
}

function timeFields({ feed, lastPollAt, dueCount }: FeedHealth, t: Translate) {
  const { lastPostedAt, createdAt, managerId } = feed;
  return [
    field(t('feed.lastPoll'), lastPollAt === null ? t('feed.notYet') : relativeTime(lastPollAt)),
    field(
      t('feed.lastPost'),
      lastPostedAt === null ? t('feed.noPost') : relativeTime(lastPostedAt),
    ),
    field(
      t('feed.waiting'),
      dueCount === 0 ? t('feed.waitingNone') : t('feed.waitingCount', { count: dueCount }),
    ),
    field(
      t('feed.setUpAt'),
      t('feed.setUpBy', { when: relativeTime(createdAt), manager: `<@${managerId}>` }),
    ),
  ];
}
