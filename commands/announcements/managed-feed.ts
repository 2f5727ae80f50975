import type { APIApplicationCommandChannelOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord-api-types/v10';

import { guildOf } from '#commands/guild-of.ts';
import type { AnnouncementServices } from '#commands/services.ts';
import { PLAYERS_LIMIT } from '#src/announcements/feed.ts';
import type { Feed } from '#src/announcements/feed.ts';
import { POSTABLE } from '#src/discord/channels/postable.ts';
import type { Use } from '#src/discord/interactions/command.ts';
import type { Caller } from '#src/discord/interactions/interaction.ts';
import type { ChannelOption } from '#src/discord/interactions/options.ts';
import { channelMention, channelMentions } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

const SETUP = command('announcements setup');
const MANAGERS = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** The option that says which channel's feed is meant. */
export const channelOption: APIApplicationCommandChannelOption & { readonly name: 'channel' } = {
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  description: 'option.channel',
  channel_types: [...POSTABLE],
};

/** Discord hides the command from other members, but a server can change that. */
export function isManager({ permissions }: Caller): boolean {
  return (permissions & MANAGERS) !== 0n;
}

/** The server that the caller manages. @throws Refusal */
export function managedGuild(caller: Caller): string {
  const guildId = guildOf(caller, 'feedRefusal.notInServer');
  if (!isManager(caller)) throw new Refusal('feedRefusal.notManager');
  return guildId;
}

/** The feed that a manager means, in the server where they use the command. @throws Refusal */
export async function managedFeed(
  { caller, services }: Pick<Use<AnnouncementServices>, 'caller' | 'services'>,
  channel: Pick<ChannelOption, 'id'> | undefined,
): Promise<Feed> {
  const feeds = await services.management.feedsIn(managedGuild(caller));
  const feed = channel ? feeds.find(({ channelId }) => channelId === channel.id) : onlyFeed(feeds);
  if (feed) return feed;
  if (!channel || feeds.length === 0) throw new Refusal('feedRefusal.noFeeds', { setup: SETUP });
  throw feedGone(channel.id, feeds);
}

/** Without the option, the server's only feed is meant; feeds of deleted channels don't count. @throws Refusal */
export function onlyFeed(feeds: readonly Feed[]): Feed | undefined {
  const there = feeds.filter((feed) => !isChannelGone(feed));
  const [feed, ...others] = there.length > 0 ? there : feeds;
  if (!feed || others.length === 0) return feed;
  const channelIds = [feed, ...others].map(({ channelId }) => channelId);
  throw new Refusal('feedRefusal.severalFeeds', {
    channels: (t) => channelMentions(channelIds, t),
  });
}

/** Whether Discord said so. Such a channel can no longer be chosen. */
export function isChannelGone({ pause }: Feed): boolean {
  return pause?.reason === 'unknownChannel';
}

/** The feed takes no more players. */
export function feedFull(channelId: string): Refusal {
  return new Refusal('feedRefusal.feedFull', {
    channel: channelMention(channelId),
    limit: PLAYERS_LIMIT,
    untrack: command('announcements untrack'),
  });
}

/** The channel has no feed, or no longer has one. @param feeds the server's other ones */
export function feedGone(channelId: string, feeds: readonly Feed[] = []): Refusal {
  const there = { channel: channelMention(channelId), setup: SETUP };
  if (feeds.length === 0) return new Refusal('feedRefusal.noFeedThere', there);
  const channelIds = feeds.map((feed) => feed.channelId);
  return new Refusal('feedRefusal.feedsElsewhere', {
    ...there,
    channels: (t) => channelMentions(channelIds, t),
  });
}
