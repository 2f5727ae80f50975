import type { Player } from '#src/retroachievements/player.ts';

import type { Feed, AwardFilter, PauseReason, Schedule } from './feed.ts';
import type { DigestPost } from './post.ts';

/** A tracked player as a feed's list shows it. */
export type TrackedPlayer = {
  readonly ulid: string;
  /** The name as the site wrote it last. */
  readonly name: string;
  /** ms since 1970. */
  readonly trackedAt: number;
};

/** What `setup` asks for; what it leaves out stays as it is, or becomes the default of a new feed. */
export type FeedSettings = {
  readonly kinds?: AwardFilter;
  readonly schedule?: Partial<Schedule>;
  /** Null for nobody. */
  readonly roleId?: string | null;
};

export type SetUp = {
  readonly channelId: string;
  readonly guildId: string;
  readonly managerId: string;
  readonly crossposts: boolean;
  readonly settings: FeedSettings;
};

/** How one feed is doing. Times are ms since 1970. */
export type FeedStatus = {
  readonly feed: Feed;
  readonly playerCount: number;
  /** Awards that wait for their message: for the next digest, or for the channel to work again. */
  readonly dueCount: number;
  /** The last time that the award feed was read to its end; null before the first. */
  readonly lastPollAt: number | null;
  /** Since when it can't be read; null while it can. */
  readonly failingSince: number | null;
  /** Since when Discord has not taken the channel's posts; null where none failed. */
  readonly postsFailingSince: number | null;
};

/** What managers do with announcements: everything behind `/announcements` but Discord itself. */
export type Announcements = {
  feedsIn(guildId: string): Promise<readonly Feed[]>;
  /** Makes the channel's feed, or changes it. A feed that Discord had paused goes on; one that a manager paused stays so. */
  setUp(request: SetUp): Promise<{ readonly feed: Feed; readonly isNew: boolean }>;
  /** From now on: what the player has won before is never posted. */
  track(
    feed: Feed,
    player: Player,
  ): Promise<
    | { readonly kind: 'tracked'; readonly playerCount: number }
    /** `formerName` where the feed knew the player under another name. */
    | { readonly kind: 'already'; readonly formerName: string | null }
    /** The feed has PLAYERS_LIMIT players. */
    | { readonly kind: 'full' }
    /** The feed was removed meanwhile. */
    | { readonly kind: 'gone' }
  >;
  /** By ULID, or by the name it is tracked under, in any case. Null where the feed does not track it. */
  untrack(feed: Feed, nameOrUlid: string): Promise<TrackedPlayer | null>;
  /** By name. */
  playersOf(feed: Feed): Promise<readonly TrackedPlayer[]>;
  status(feed: Feed): Promise<FeedStatus | null>;
  pause(feed: Feed, reason: PauseReason): Promise<void>;
  /** What was kept is posted, but for what is older than KEPT_WHILE_PAUSED_MS. */
  resume(feed: Feed): Promise<void>;
  /** With its players and all that was due. */
  remove(feed: Feed): Promise<void>;
  /** What a digest said, for the full list behind its button; null where it is not kept any more. */
  digest(batchId: string): Promise<DigestPost | null>;
};
