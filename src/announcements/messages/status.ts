import type { FeedStatus } from '#src/announcements/feed-status.ts';
import type { Feed, Pause } from '#src/announcements/feed.ts';
import type { ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { GOLD } from '#src/messages/awards.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, quoted, relativeTime } from '#src/messages/markdown.ts';
import type { Mention } from '#src/messages/mentions.ts';

import { accessLines } from './access-lines.ts';
import { feedFields, field } from './feed-fields.ts';
import { pauseReason } from './pause-notice.ts';

export type FeedHealth = FeedStatus & {
  readonly access: ChannelAccess;
  /** Whether checking the channel just now ended a pause. */
  readonly isBack: boolean;
};

/** What is wrong with a feed and what to do about it, then the facts. */
export function feedStatusMessage(health: FeedHealth, mention: Mention, t: Translate): MessageBody {
  const { feed, playerCount } = health;
  const problems = problemLines(health, mention, t);
  return {
    embeds: [
      {
        color: GOLD,
        title: t('feedStatus.title'),
        description: (problems.length > 0 ? problems : [t('feedStatus.fine')]).join('\n'),
        fields: [...feedFields(feed, playerCount, t), ...timeFields(health, mention, t)],
      },
    ],
  };
}

function problemLines(health: FeedHealth, mention: Mention, t: Translate): string[] {
  const { feed, playerCount, access } = health;
  return [
    ...(health.isBack ? [t('feedStatus.backAgain')] : []),
    ...(feed.pause ? [pauseLine(feed.pause, feed, mention, t)] : []),
    ...pollLines(health, t),
    ...postLines(health, mention, t),
    // The pause already says that the channel is gone.
    ...(feed.pause?.reason === 'unknownChannel' && access.kind === 'unknown'
      ? []
      : accessLines(access, feed, mention, t)),
    ...(playerCount === 0
      ? [t('feedStatus.nobody', { track: mention('announcements track') })]
      : []),
  ];
}

/** Whether the award feed is read, and what comes of it is saved. */
function pollLines(
  { failingSince, unreadSince, unsavedSince }: FeedHealth,
  t: Translate,
): string[] {
  if (unsavedSince !== null) return [t('feedStatus.unsaved', sinceTime(unsavedSince))];
  if (failingSince !== null) return [t('feedStatus.failing', sinceTime(failingSince))];
  return unreadSince === null ? [] : [t('feedStatus.unread', sinceTime(unreadSince))];
}

function sinceTime(time: number) {
  return { since: relativeTime(time) };
}

/** What became of posts. */
function postLines(health: FeedHealth, mention: Mention, t: Translate): string[] {
  const { refusingSince, postsFailingSince, unpostedSince, rejections } = health;
  const lines: string[] = [];
  if (refusingSince !== null) {
    lines.push(t('feedStatus.refusing', sinceTime(refusingSince)));
  } else if (postsFailingSince !== null) {
    lines.push(t('feedStatus.postsFailing', sinceTime(postsFailingSince)));
  } else if (unpostedSince !== null) {
    lines.push(t('feedStatus.late', sinceTime(unpostedSince)));
  }
  if (rejections) {
    const resume = mention('announcements resume');
    const words = escapeMarkdown(rejections.words);
    lines.push(t('feedStatus.refusals', { count: rejections.count, words, resume }));
  }
  return lines;
}

function pauseLine(pause: Pause, feed: Feed, mention: Mention, t: Translate): string {
  const since = relativeTime(pause.at);
  const [resume, setup] = [mention('announcements resume'), mention('announcements setup')];
  switch (pause.reason) {
    case 'manager':
      return t('feedStatus.pausedByManager', { since, resume });
    case 'unknownChannel':
      return t('feedStatus.channelDeleted', { since, setup });
    case 'unknownTimezone':
      return t('feedStatus.pausedByZone', {
        since,
        setup,
        timezone: quoted(feed.schedule.timezone),
      });
    case 'newerVersion':
      return t('feedStatus.pausedByVersion', { since, setup });
    default:
      return t('feedStatus.pausedByDiscord', {
        since,
        resume,
        reason: pauseReason(pause, feed, t),
      });
  }
}

function timeFields({ feed, lastPollAt, dueCount }: FeedHealth, mention: Mention, t: Translate) {
  const { lastPostedAt, createdAt, managerId } = feed;
  return [
    field(
      t('feedStatus.lastPoll'),
      lastPollAt === null ? t('feedStatus.notYet') : relativeTime(lastPollAt),
    ),
    field(
      t('feedStatus.lastPost'),
      lastPostedAt === null ? t('feedStatus.noPost') : relativeTime(lastPostedAt),
    ),
    field(
      t('feedStatus.waiting'),
      dueCount === 0
        ? t('feedStatus.waitingNone')
        : t('feedStatus.waitingCount', { count: dueCount }),
    ),
    field(
      t('feedStatus.setUpAt'),
      managerId === ''
        ? t('feedStatus.setUpByNobody', {
            when: relativeTime(createdAt),
            setup: mention('announcements setup'),
          })
        : t('feedStatus.setUpBy', { when: relativeTime(createdAt), manager: `<@${managerId}>` }),
    ),
  ];
}
