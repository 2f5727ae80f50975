import type { AnnouncementServices } from '#commands/services.ts';
import type { Feed } from '#src/announcements/feed.ts';
import {
  encodePlayersCustomId,
  parsePlayersCustomId,
  PLAYERS_PREFIX,
} from '#src/announcements/messages/custom-ids.ts';
import { leftBehindRows } from '#src/announcements/messages/take-along.ts';
import type { LeftBehind } from '#src/announcements/messages/take-along.ts';
import { trackedPlayersMessage } from '#src/announcements/messages/tracked-players.ts';
import { defineSubcommand } from '#src/discord/interactions/command.ts';
import type { ComponentHandler, Use } from '#src/discord/interactions/command.ts';
import type { MessageBody } from '#src/discord/message.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { Page, turnPage } from '#src/messages/paging.ts';

import { channelOption, isChannelGone, managedFeed, managedGuild } from './managed-feed.ts';
import { leftBehind } from './take-along.ts';

const PAGE_SIZE = 25;

/** `/announcements list`: a feed's players. */
export const list = defineSubcommand({
  definition: {
    name: 'list',
    description: 'command.announcementsList',
    options: [channelOption],
  },

  run: (use: Use<AnnouncementServices>, options) =>
    use.answer.showWhenReady(playersPage(use, options.channel, 1)),
});

/** Its buttons, for those who can still manage the server. */
export const listComponent: ComponentHandler<AnnouncementServices> = {
  prefix: PLAYERS_PREFIX,
  parse(input) {
    const id = parsePlayersCustomId(input.customId);
    if (!id) return null;
    const show = (use: Use<AnnouncementServices>, page: number) =>
      use.answer.showWhenReady(playersPage(use, { id: id.channelId }, page));
    return { ownerId: id.ownerId, ...turnPage(id, input, show) };
  },
};

async function playersPage(
  use: Use<AnnouncementServices>,
  channel: { readonly id: string } | undefined,
  number: number,
): Promise<MessageBody> {
  const { caller, services } = use;
  const { management, mention } = services;
  const t = services.translate(caller.locale);
  const feed = await managedFeed(use, channel);
  const { channelId } = feed;
  const players = await management.playersOf(feed);
  if (players.length === 0) {
    const track = mention('announcements track');
    const content = t('list.empty', { channel: channelMention(channelId), track });
    return { content, embeds: [], components: [] };
  }
  const page = Page.of({ number, itemCount: players.length, size: PAGE_SIZE });
  const isGone = isChannelGone(feed);
  const left = isGone ? [] : await knownLeftBehind(use, feed);
  const message = trackedPlayersMessage(
    { channelId, players, page, isGone },
    (action, target) =>
      encodePlayersCustomId({ action, ownerId: caller.id, channelId, page: target }),
    mention,
    t,
  );
  const rows = leftBehindRows(left, { ownerId: caller.id, channelId }, t);
  return { ...message, components: [...(message.components ?? []), ...rows] };
}

/** Without asking Discord: only what the bot already knows. */
async function knownLeftBehind(
  { caller, services }: Use<AnnouncementServices>,
  feed: Feed,
): Promise<readonly LeftBehind[]> {
  const feeds = await services.management.feedsIn(managedGuild(caller));
  const gone = feeds.filter((other) => other.channelId !== feed.channelId && isChannelGone(other));
  return leftBehind(services, gone);
}
