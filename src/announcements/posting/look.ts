import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import { isFollowable } from '#src/discord/channels/postable.ts';

import type { Feed } from '../feed.ts';

/** No post waits longer for it. */
const PATIENCE_MS = 3_000;

/**
 * Looks at a feed's channel and role before the first post of a window: the channel may have become one that others
 * follow, or none any more, and the role may be deleted.
 */
export function createLook(options: {
  readonly store: Pick<AnnouncementStore, 'feeds'>;
  readonly channels: Pick<ChannelPermissions, 'glance'>;
}) {
  const { store, channels } = options;
  /** @returns the feed as it is to be posted. @throws StoreError */
  return async (feed: Feed, abandon: AbortSignal): Promise<Feed> => {
    const signal = AbortSignal.any([abandon, AbortSignal.timeout(PATIENCE_MS)]);
    const { type, isRoleGone } = await channels.glance(feed, signal);
    const crossposts = type === null ? feed.crossposts : isFollowable(type);
    if (crossposts !== feed.crossposts) await store.feeds.setCrossposts(feed.channelId, crossposts);
    return { ...feed, crossposts, roleId: isRoleGone ? null : feed.roleId };
  };
}
