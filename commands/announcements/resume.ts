import type { AnnouncementServices } from '#commands/services.ts';
import type { FeedStatus } from '#src/announcements/feed-status.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { advisedLines } from '#src/announcements/messages/access-lines.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { longTime, quoted } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, feedGone, managedFeed } from './managed-feed.ts';
import { preflight } from './preflight.ts';

/** `/announcements resume`: resumes a paused feed, whether a manager or Discord paused it. */
export const resume = defineSubcommand({
  definition: {
    name: 'resume',
    description: 'command.announcementsResume',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(resumeFeed(use, options.channel)),
});

async function resumeFeed(
  use: Use<AnnouncementServices>,
  channel: ChannelOption | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const { management, channels, mention } = services;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  refuseUnlessKnown(feed);
  const before = await management.status(feed);
  if (!feed.pause && !before?.rejections) {
    throw new Refusal('feedRefusal.notPaused', {
      channel: channelMention(channelId),
      status: command('announcements status'),
    });
  }
  const access = await preflight(channels, feed);
  const retried = await management.resume(feed);
  // Read afterwards, because resuming drops what waited too long.
  const status = await management.status(feed);
  if (!status) throw feedGone(channelId);
  const lines = [
    ...(feed.pause
      ? [
          t.sentences([
            t('resume.resumed', { channel: channelMention(channelId) }),
            waiting(status, t),
          ]),
        ]
      : []),
    ...(retried > 0 ? [t('resume.retried', { count: retried })] : []),
    ...advisedLines(access, feed, mention, t),
  ];
  return { content: lines.join('\n') };
}

/** What resuming can't fix: the settings have to be changed. @throws Refusal */
function refuseUnlessKnown({ pause, schedule, channelId }: Feed): void {
  const setup = command('announcements setup');
  if (pause?.reason === 'unknownTimezone') {
    const timezone = quoted(schedule.timezone);
    throw new Refusal('feedRefusal.timezoneGone', { timezone, setup });
  }
  if (pause?.reason === 'newerVersion') {
    throw new Refusal('feedRefusal.newerVersion', { channel: channelMention(channelId), setup });
  }
}

/** What becomes of the waiting awards. */
function waiting(
  { dueCount, sendingCount, feed }: Pick<FeedStatus, 'dueCount' | 'sendingCount' | 'feed'>,
  t: Translate,
): string {
  if (dueCount === 0) return t('resume.nothing');
  const { nextDigestAt } = feed;
  if (nextDigestAt === null) return t('resume.live', { count: dueCount });
  const later = dueCount - sendingCount;
  const when = longTime(nextDigestAt);
  return t.sentences([
    ...(sendingCount > 0 ? [t('resume.now', { count: sendingCount })] : []),
    ...(later > 0 ? [t('resume.digest', { count: later, when })] : []),
  ]);
}
