import { ChannelType } from 'discord-api-types/v10';

import type { Channels } from '#commands/services.ts';
import { permissionNames } from '#src/announcements/messages/access-lines.ts';
import type { AccessRequest, ChannelAccess } from '#src/discord/channels/channel-permissions.ts';
import type { PermissionName } from '#src/discord/channels/permission-bits.ts';
import { isPostable } from '#src/discord/channels/postable.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

/** Discord only offers channels of these types, but a command can be used in any channel. @throws Refusal */
export function refuseUnlessPostable(channelId: string, type: number): void {
  if (isPostable(type)) return;
  const channel = channelMention(channelId);
  if (FORUMS.has(type)) throw new Refusal('feedRefusal.forumItself', { channel });
  throw new Refusal('feedRefusal.wrongChannelType', { channel });
}

/** What the bot may do in a channel where it can post. @throws Refusal that says what is missing */
export async function preflight(
  channels: Pick<Channels, 'access'>,
  request: AccessRequest,
): Promise<Extract<ChannelAccess, { kind: 'ok' }>> {
  const { channelId } = request;
  const access = await channels.access(request);
  switch (access.kind) {
    case 'unknown':
      throw new Refusal('feedRefusal.channelGone', {
        setup: command('announcements setup'),
        remove: command('announcements remove'),
      });
    case 'notInServer':
      throw new Refusal('feedRefusal.notInServerMyself');
    case 'noAccess':
      throw new Refusal('feedRefusal.channelHidden', { channel: channelMention(channelId) });
    case 'unavailable':
    case 'unreadable':
      throw new Refusal('feedRefusal.accessUnknown');
    case 'ok': {
      refuseUnlessPostable(channelId, access.channel.type);
      if (access.missing.length > 0) throw permissionsMissing(channelId, access.missing);
      return access;
    }
  }
}

/** The bot lacks permissions that it needs to post in a channel. */
export function permissionsMissing(channelId: string, missing: readonly PermissionName[]): Refusal {
  return new Refusal('feedRefusal.missingPermissions', {
    channel: channelMention(channelId),
    permissions: (t) => permissionNames(missing, t),
  });
}
