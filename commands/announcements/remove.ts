import type { AnnouncementServices } from '#commands/services.ts';
import type { FeedStatus } from '#src/announcements/feed-status.ts';
import {
  encodeRemoveCustomId,
  parseRemoveCustomId,
  REMOVE_PREFIX,
} from '#src/announcements/messages/custom-ids.ts';
import type { RemoveCustomId } from '#src/announcements/messages/custom-ids.ts';
import { removedMessage, removeQuestion } from '#src/announcements/messages/remove.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { ComponentHandler, Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import {
  channelOption,
  feedGone,
  isChannelGone,
  managedFeed,
  managedGuild,
} from './managed-feed.ts';

/** `/announcements remove`: asks, then removes a channel's feed. */
export const remove = defineSubcommand({
  definition: {
    name: 'remove',
    description: 'command.announcementsRemove',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(ask(use, options.channel)),
});

/** The buttons under the question. */
export const removeComponent: ComponentHandler<AnnouncementServices> = {
  prefix: REMOVE_PREFIX,
  parse(input) {
    const id = parseRemoveCustomId(input.customId);
    if (!id) return null;
    return {
      ownerId: id.ownerId,
      aside: false,
      run: (use) =>
        use.answer.showWhenReady(id.action === 'keep' ? keep(use) : removeFeed(use, id)),
    };
  },
};

async function ask(
  use: Use<AnnouncementServices>,
  channel: { readonly id: string } | undefined,
): Promise<MessageBody> {
  const { caller, services } = use;
  const status = await currentStatus(use, channel ?? (await goneChannel(use)));
  const { channelId, createdAt } = status.feed;
  return removeQuestion(
    status,
    (action) => encodeRemoveCustomId({ action, ownerId: caller.id, channelId, createdAt }),
    services.mention('announcements pause'),
    services.translate(caller.locale),
  );
}

/**
 * A deleted channel can't be chosen as `channel`. If the server has one with a feed, leaving the option out means that
 * one.
 */
async function goneChannel({
  caller,
  services,
}: Use<AnnouncementServices>): Promise<{ readonly id: string } | undefined> {
  const feeds = await services.management.feedsIn(managedGuild(caller));
  const gone = feeds.find(isChannelGone);
  return gone && { id: gone.channelId };
}

async function keep({ caller, services }: Use<AnnouncementServices>): Promise<MessageBody> {
  return { content: services.translate(caller.locale)('remove.kept'), components: [] };
}

/** By the time the button is pressed, its owner may have lost Manage Server, or the feed may have been set up again. */
async function removeFeed(
  use: Use<AnnouncementServices>,
  { channelId, createdAt }: RemoveCustomId,
): Promise<MessageBody> {
  const { caller, services } = use;
  const status = await currentStatus(use, { id: channelId });
  if (status.feed.createdAt !== createdAt) {
    throw new Refusal('feedRefusal.setUpAnew', {
      channel: channelMention(channelId),
      remove: command('announcements remove'),
    });
  }
  await services.management.remove(status.feed);
  return removedMessage(status, services.translate(caller.locale));
}

async function currentStatus(
  use: Use<AnnouncementServices>,
  channel: { readonly id: string } | undefined,
): Promise<FeedStatus> {
  const feed = await managedFeed(use, channel);
  const status = await use.services.management.status(feed);
  if (!status) throw feedGone(feed.channelId);
  return status;
}
