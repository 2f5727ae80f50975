import type { AnnouncementServices } from '#commands/services.ts';
import { feedStatusMessage } from '#src/announcements/messages/status.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';

import { channelOption, feedGone, managedFeed } from './managed-feed.ts';

/** `/announcements status`: how a feed is doing. */
export const status = defineSubcommand({
  definition: {
    name: 'status',
    description: 'See the last check, last post, next digest, and any problems',
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
  const [current, access] = await Promise.all([
    services.management.status(feed),
    services.channels.access(feed),
  ]);
  if (!current) throw feedGone(feed.channelId);
  return feedStatusMessage(
    { ...current, access },
    services.mention,
    services.translate(caller.locale),
  );
}
