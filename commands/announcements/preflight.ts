import type { Channels } from '#commands/services.ts';
import { permissionNames } from '#src/announcements/messages/permission-names.ts';
import type { AccessRequest, ChannelAccess, PermissionName } from '#src/discord/channels/access.ts';
import { channelMention } from '#src/messages/mentions.ts';
import { command, Refusal } from '#src/messages/refusal.ts';

import { refuseUnlessPostable } from './channel-option.ts';

/** What the bot may do in a channel where it can post. @throws Refusal that names what is in the way */
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
    case 'noAccess':
      throw new Refusal('feedRefusal.channelHidden', { channel: channelMention(channelId) });
    case 'unavailable':
      throw new Refusal('feedRefusal.accessUnknown');
    case 'ok': {
      refuseUnlessPostable(channelId, access.channel.type);
      if (access.missing.length > 0) throw permissionsMissing(channelId, access.missing);
      return access;
    }
  }
}

/** What the bot lacks to post in a channel. */
export function permissionsMissing(channelId: string, missing: readonly PermissionName[]): Refusal {
  return new Refusal('feedRefusal.missingPermissions', {
    channel: channelMention(channelId),
    permissions: (t) => permissionNames(missing, t),
  });
}
