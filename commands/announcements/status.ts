import type { AnnouncementServices } from '#commands/services.ts';
import { feedStatusMessage } from '#src/announcements/messages/status.ts';
import { isSeen } from '#src/announcements/posting/trouble.ts';
import { canPost } from '#src/discord/channels/postable.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';

import { channelOption, feedGone, managedFeed } from './managed-feed.ts';

/** `/announcements status`: how a feed is doing. */
export const status = defineSubcommand({
  definition: {
    name: 'status',
    description: 'command.announcementsStatus',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(feedHealth(use, options.channel)),
});

async function feedHealth(
  use: Use<AnnouncementServices>,
  channel: ChannelOption | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const feed = await managedFeed(use, channel);
  const access = await services.channels.access(feed);
  // This check shows that the problem is gone, so nobody has to wait for the bot's own next check.
  const isBack = feed.pause !== null && isSeen(feed.pause.reason) && canPost(access);
  if (isBack) await services.management.resume(feed);
  const current = await services.management.status(feed);
  if (!current) throw feedGone(feed.channelId);
  return feedStatusMessage(
    { ...current, access, isBack },
    services.mention,
    services.translate(caller.locale),
  );
}
