import { ChannelType } from 'discord-api-types/v10';

import type { ChannelAccess } from './channel-permissions.ts';

/** Where the bot can post. In a forum it posts in a thread, never in the forum itself. */
export const POSTABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;
const ANNOUNCEMENTS: number = ChannelType.GuildAnnouncement;
const POSTABLE_NUMBERS: ReadonlySet<number> = new Set(POSTABLE);

export function isPostable(type: number): boolean {
  return POSTABLE_NUMBERS.has(type);
}

/** Whether nothing is known that keeps the bot from posting. */
export function canPost(access: ChannelAccess): boolean {
  return access.kind === 'ok' && access.missing.length === 0 && isPostable(access.channel.type);
}

/** Other channels can follow one of this type: posts there are published to them. */
export function isFollowable(type: number): boolean {
  return type === ANNOUNCEMENTS;
}
