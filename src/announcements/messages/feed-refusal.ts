import { channelMention, channelMentions } from '#src/messages/channel-mention.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { escapeMarkdown, relativeTime, truncate } from '#src/messages/markdown.ts';

import type { FeedRefusal } from './feed-refusal-reasons.ts';
import { permissionNames } from './permission-names.ts';

const TYPED_LIMIT = 100;

/** What can't be done with announcements as asked, and what to do instead. @param mention writes a command to tap on. */
export function feedRefusalSentence(
  reason: FeedRefusal,
  mention: (commandName: string) => string,
  t: Translate,
): string {
  const channel = 'channelId' in reason ? channelMention(reason.channelId) : '';
  const setup = mention('announcements setup');
  switch (reason.kind) {
    case 'notInServer':
    case 'notManager':
    case 'accessUnknown':
      return t(`feedRefusal.${reason.kind}`);
    case 'noFeeds':
      return t('feedRefusal.noFeeds', { setup });
    case 'noFeedThere':
      return [
        t('feedRefusal.noFeedThere', { channel, setup }),
        ...(reason.others.length > 0
          ? [t('feedRefusal.feedsElsewhere', { channels: channelMentions(reason.others) })]
          : []),
      ].join(' ');
    case 'severalFeeds':
      return t('feedRefusal.severalFeeds', { channels: channelMentions(reason.channelIds) });
    case 'forumItself':
    case 'wrongChannelType':
    case 'channelHidden':
      return t(`feedRefusal.${reason.kind}`, { channel });
    case 'channelGone':
      return t('feedRefusal.channelGone', { setup, remove: mention('announcements remove') });
    case 'missingPermissions':
      return t('feedRefusal.missingPermissions', {
        channel,
        permissions: permissionNames(reason.missing, t),
      });
    case 'unknownTimezone':
      return t('feedRefusal.unknownTimezone', { typed: quoted(reason.typed) });
    case 'noIdentity':
      return t('feedRefusal.noIdentity', { player: escapeMarkdown(reason.player) });
    case 'alreadyTracked': {
      const player = escapeMarkdown(reason.player);
      return reason.formerName === null
        ? t('feedRefusal.alreadyTracked', { player, channel })
        : t('feedRefusal.alreadyTrackedRenamed', {
            player,
            channel,
            former: escapeMarkdown(reason.formerName),
          });
    }
    case 'feedFull':
      return t('feedRefusal.feedFull', {
        channel,
        limit: reason.limit,
        untrack: mention('announcements untrack'),
      });
    case 'notTracked':
      return t('feedRefusal.notTracked', {
        typed: quoted(reason.typed),
        channel,
        list: mention('announcements list'),
      });
    case 'alreadyPaused':
      return t('feedRefusal.alreadyPaused', {
        channel,
        since: relativeTime(reason.since),
        resume: mention('announcements resume'),
      });
    case 'notPaused':
      return t('feedRefusal.notPaused', { channel, status: mention('announcements status') });
    case 'setUpAnew':
      return t('feedRefusal.setUpAnew', { channel, remove: mention('announcements remove') });
    case 'testRefused':
      return t('feedRefusal.testRefused', {
        channel,
        reason: t(`pauseNotice.${reason.reason}`),
        test: mention('announcements test'),
      });
    case 'testUnsent':
      return t('feedRefusal.testUnsent', { channel, test: mention('announcements test') });
  }
}

/** What somebody typed, safe and short. */
function quoted(typed: string): string {
  return escapeMarkdown(truncate(typed, TYPED_LIMIT));
}
