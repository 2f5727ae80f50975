import type { PauseReason } from '#src/announcements/feed.ts';
import type { PermissionName } from '#src/discord/channels/access.ts';

/** What can't be done with announcements as asked. Channels are Discord's ids. */
export type FeedRefusal =
  | { readonly kind: 'notInServer' }
  | { readonly kind: 'notManager' }
  /** Which one is meant? */
  | { readonly kind: 'noFeeds' }
  | { readonly kind: 'noFeedThere'; readonly channelId: string; readonly others: readonly string[] }
  | { readonly kind: 'severalFeeds'; readonly channelIds: readonly string[] }
  /** The channel can't be posted in. */
  | { readonly kind: 'forumItself'; readonly channelId: string }
  | { readonly kind: 'wrongChannelType'; readonly channelId: string }
  | { readonly kind: 'channelGone'; readonly channelId: string }
  | { readonly kind: 'channelHidden'; readonly channelId: string }
  | {
      readonly kind: 'missingPermissions';
      readonly channelId: string;
      readonly missing: readonly PermissionName[];
    }
  /** Discord does not tell whether it can. */
  | { readonly kind: 'accessUnknown' }
  /** An option can't be what it is. */
  | { readonly kind: 'unknownTimezone'; readonly typed: string }
  /** Players. */
  | { readonly kind: 'noIdentity'; readonly player: string }
  | {
      readonly kind: 'alreadyTracked';
      readonly channelId: string;
      readonly player: string;
      readonly formerName: string | null;
    }
  | { readonly kind: 'feedFull'; readonly channelId: string; readonly limit: number }
  | { readonly kind: 'notTracked'; readonly channelId: string; readonly typed: string }
  /** There is nothing to do. */
  | { readonly kind: 'alreadyPaused'; readonly channelId: string; readonly since: number }
  | { readonly kind: 'notPaused'; readonly channelId: string }
  /** What the button was about is not there any more. */
  | { readonly kind: 'setUpAnew'; readonly channelId: string }
  /** Discord took no test post. */
  | {
      readonly kind: 'testRefused';
      readonly channelId: string;
      readonly reason: Exclude<PauseReason, 'manager'>;
    }
  | { readonly kind: 'testUnsent'; readonly channelId: string };
