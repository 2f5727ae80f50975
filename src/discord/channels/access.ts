/** What the bot needs a permission for in a channel that it posts in. */
export const CHANNEL_PERMISSIONS = [
  'viewChannel',
  'sendMessages',
  'sendMessagesInThreads',
  'embedLinks',
  'readMessageHistory',
  'mentionEveryone',
  'manageThreads',
] as const;
export type PermissionName = (typeof CHANNEL_PERMISSIONS)[number];

/** A channel or thread as it is at the moment. */
export type AccessedChannel = {
  readonly id: string;
  /** Discord's number of its type. */
  readonly type: number;
  readonly name: string;
  readonly parentId: string | null;
};

/** What the bot may do in a channel. */
export type ChannelAccess =
  | {
      readonly kind: 'ok';
      readonly channel: AccessedChannel;
      /** Without these nothing can be posted. */
      readonly missing: readonly PermissionName[];
      /** Without these it is posted, but something is lost. */
      readonly advised: readonly PermissionName[];
    }
  /** There is no such channel in this server. */
  | { readonly kind: 'unknown' }
  /** Discord does not even show it to the bot. */
  | { readonly kind: 'noAccess' }
  /** Discord does not tell now: it is down, or limits us. */
  | { readonly kind: 'unavailable' };

/** The place that is asked about; the role is one that posts there ping. */
export type AccessRequest = {
  readonly guildId: string;
  readonly channelId: string;
  readonly roleId: string | null;
};
