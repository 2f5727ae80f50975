import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { pauseReason } from '#src/announcements/messages/pause-notice.ts';
import { samplePostMessage } from '#src/announcements/messages/sample-post.ts';
import type { ChannelProblem } from '#src/discord/channels/posts.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { channelOption, managedFeed } from './managed-feed.ts';
import { permissionsMissing } from './preflight.ts';

const TEST = command('announcements test');

/** `/announcements test`: posts a sample. Not named test.ts, which would look like a test. */
export const sample = defineSubcommand({
  definition: {
    name: 'test',
    description: 'command.announcementsTest',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(postSample(use, options.channel)),
});

async function postSample(
  use: Use<AnnouncementServices>,
  channel: ChannelOption | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const { channels, clock, mediaUrl } = services;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  const outcome = await channels.postSample(
    feed,
    samplePostMessage({ t: services.translate(feed.language), mediaUrl, at: clock.now() }).body,
  );
  if (outcome === 'unavailable') {
    throw new Refusal('feedRefusal.testUnsent', { channel: channelMention(channelId), test: TEST });
  }
  if (outcome !== 'posted') throw await refusalOf(services, feed, outcome);
  const lines = [
    t('sample.posted', { channel: channelMention(channelId) }),
    ...(feed.pause
      ? [t('feed.stillPaused', { resume: services.mention('announcements resume') })]
      : []),
  ];
  return { content: lines.join('\n') };
}

/** Discord only says that a permission is missing; this says which. */
async function refusalOf(
  { channels }: AnnouncementServices,
  feed: Feed,
  { refused: reason, detail }: { readonly refused: ChannelProblem; readonly detail: string },
): Promise<Refusal> {
  const { channelId } = feed;
  const access = await channels.access(feed);
  if (access.kind === 'ok' && access.missing.length > 0) {
    return permissionsMissing(channelId, access.missing);
  }
  const key = reason === 'refused' ? 'feedRefusal.testRefusedInWords' : 'feedRefusal.testRefused';
  return new Refusal(key, {
    channel: channelMention(channelId),
    reason: (t) => pauseReason({ reason, detail, at: 0 }, feed, t),
    test: TEST,
  });
}
