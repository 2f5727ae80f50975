import type { Channels } from '#commands/services.ts';
import type { AccessRequest, ChannelAccess } from '#src/discord/channels/access.ts';
import { Refusal } from '#src/messages/refusal.ts';

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
      throw new Refusal({ kind: 'channelGone', channelId });
    case 'noAccess':
      throw new Refusal({ kind: 'channelHidden', channelId });
    case 'unavailable':
      throw new Refusal({ kind: 'accessUnknown' });
    case 'ok': {
      const { channel, missing } = access;
      refuseUnlessPostable(channelId, channel.type);
      if (missing.length > 0) {
        throw new Refusal({ kind: 'missingPermissions', channelId, missing });
      }
      return access;
    }
  }
}
