import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { advisedLines } from '#src/announcements/messages/access-lines.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { longTime } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, feedGone, managedFeed } from './managed-feed.ts';
import { preflight } from './preflight.ts';

/** `/announcements resume`: goes on with a paused feed, whether a manager or Discord paused it. */
export const resume = defineSubcommand({
  definition: {
    name: 'resume',
    description: 'Resume announcements and post what was missed',
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
  const { management, channels } = services;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  if (!feed.pause) {
    throw new Refusal('feedRefusal.notPaused', {
      channel: channelMention(channelId),
      status: command('announcements status'),
    });
  }
  const { advised } = await preflight(channels, feed);
  await management.resume(feed);
  // Read afterwards: resuming drops what waited too long.
  const status = await management.status(feed);
  if (!status) throw feedGone(channelId);
  const lines = [
    `${t('feed.resumed', { channel: channelMention(channelId) })} ${waiting(status, t)}`,
    ...advisedLines(advised, feed, t),
  ];
  return { content: lines.join('\n') };
}

function waiting(
  { dueCount, feed }: { readonly dueCount: number; readonly feed: Feed },
  t: Translate,
): string {
  if (dueCount === 0) return t('feed.resumedNothing');
  return feed.nextDigestAt === null
    ? t('feed.resumedLive', { count: dueCount })
    : t('feed.resumedDigest', { count: dueCount, when: longTime(feed.nextDigestAt) });
}
