import type { AnnouncementServices } from '#commands/services.ts';
import { KEPT_WHILE_PAUSED_MS } from '#src/announcements/feed.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { relativeTime } from '#src/messages/markdown.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, managedFeed } from './managed-feed.ts';

const DAY_MS = 24 * 60 * 60_000;

/** `/announcements pause`: posts nothing until `resume`. */
export const pause = defineSubcommand({
  definition: {
    name: 'pause',
    description: 'command.announcementsPause',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(pauseFeed(use, options.channel)),
});

async function pauseFeed(
  use: Use<AnnouncementServices>,
  channel: ChannelOption | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  // A feed that Discord paused can still be paused by a manager: then `setup` doesn't resume it.
  if (feed.pause?.reason === 'manager') {
    throw new Refusal('feedRefusal.alreadyPaused', {
      channel: channelMention(channelId),
      since: relativeTime(feed.pause.at),
      resume: command('announcements resume'),
    });
  }
  await services.management.pause(feed, 'manager');
  const content = services.translate(caller.locale)('pause.paused', {
    channel: channelMention(channelId),
    count: KEPT_WHILE_PAUSED_MS / DAY_MS,
    resume: services.mention('announcements resume'),
  });
  return { content };
}
