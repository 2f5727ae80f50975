import type { APIApplicationCommandChannelOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';

import { channelMention } from '#src/messages/mentions.ts';
import { Refusal } from '#src/messages/refusal.ts';

/** Where the bot can post. A forum's posts are threads. */
const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;
const POSTABLE_NUMBERS: ReadonlySet<number> = new Set(POSTABLE);
const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/** The option that says whose announcements are meant. */
export const channelOption: APIApplicationCommandChannelOption & { readonly name: 'channel' } = {
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  description: 'Which channel’s or thread’s; may be left out where only one has announcements',
  channel_types: [...POSTABLE],
};

/** Discord's clients offer only what can be posted in; the channel in which somebody writes can be any. @throws Refusal */
export function refuseUnlessPostable(channelId: string, type: number): void {
  if (POSTABLE_NUMBERS.has(type)) return;
  const channel = channelMention(channelId);
  if (FORUMS.has(type)) throw new Refusal('feedRefusal.forumItself', { channel });
  throw new Refusal('feedRefusal.wrongChannelType', { channel });
}
