import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import { isFollowable } from '#src/discord/channels/postable.ts';

import type { Feed } from '../feed.ts';

/** No post waits longer than this for the check. */
const PATIENCE_MS = 3_000;

/**
 * Checks a feed's channel and role before the first post of a window: the channel may have become an announcement
 * channel, or stopped being one, and the role may have been deleted.
 */
export function createChannelCheck(options: {
  readonly store: Pick<AnnouncementStore, 'feeds'>;
  readonly channels: Pick<ChannelPermissions, 'glance'>;
}) {
  const { store, channels } = options;
  /** @returns the feed, updated for this post. @throws StoreError */
  return async (feed: Feed, abandon: AbortSignal): Promise<Feed> => {
    const signal = AbortSignal.any([abandon, AbortSignal.timeout(PATIENCE_MS)]);
    const { type, isRoleGone } = await channels.glance(feed, signal);
    const crossposts = type === null ? feed.crossposts : isFollowable(type);
    if (crossposts !== feed.crossposts) await store.feeds.setCrossposts(feed.channelId, crossposts);
    return { ...feed, crossposts, roleId: isRoleGone ? null : feed.roleId };
  };
}
