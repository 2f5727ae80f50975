import type { Management } from '#src/announcements/management.ts';
import type { PeopleInFeeds } from '#src/announcements/people-in-feeds.ts';
import type { PostSample } from '#src/announcements/posting/post-sample.ts';
import type { Comparisons } from '#src/comparison/kept-comparisons.ts';
import type { ChannelPermissions } from '#src/discord/channels/channel-permissions.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { Mention } from '#src/messages/mentions.ts';
import type { People } from '#src/people/people.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { ExportQueue } from '#src/progress/export-queue.ts';
import type { FileLimit } from '#src/progress/file-limit.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { LibraryPages } from '#src/progress/pages.ts';
import type { Players } from '#src/progress/players.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import type { RefreshLimit } from '#src/progress/refresh-limit.ts';
import type { SiteHealth } from '#src/retroachievements/site-health.ts';
import type { StatisticsPictures } from '#src/statistics/statistics-pictures.ts';

/** What the commands work with. main.ts makes it, tests make their own. */
export type Services = {
  readonly libraries: Libraries;
  readonly exports: ExportQueue;
  readonly pages: LibraryPages;
  readonly comparisons: Comparisons;
  readonly players: Pick<Players, 'atHand' | 'find'>;
  readonly recentPlayers: RecentPlayers;
  /** Once the database is open, which is a moment after the bot is ready. @throws StoreError */
  readonly people: () => Promise<People>;
  /**
   * Names of players whom a server's feeds track.
   * @param start in lower case, letters and digits alone
   * @throws StoreError
   */
  readonly trackedNamesIn: (
    guildId: string,
    start: string,
    limit: number,
  ) => Promise<readonly string[]>;
  readonly refreshes: RefreshLimit;
  readonly exportLimit: FileLimit;
  readonly pictures: StatisticsPictures;
  /** Counts pictures as `exportLimit` does files. */
  readonly pictureLimit: FileLimit;
  readonly clock: Clock;
  /** Chance: at least 0, less than 1. */
  readonly random: () => number;
  /** Where pictures are, without a slash at the end. */
  readonly mediaUrl: string;
  /** Where privacy policy and terms are; null if the operator hasn't set it. */
  readonly policyUrl: string | null;
  readonly translate: (locale: string) => Translate;
  readonly mention: Mention;
  status(): Status;
};

/** What `/announcements` works with. */
export type AnnouncementServices = Pick<
  PrivacyServices,
  | 'clock'
  | 'mediaUrl'
  | 'mention'
  | 'people'
  | 'peopleInFeeds'
  | 'players'
  | 'recentPlayers'
  | 'translate'
> & {
  readonly management: Management;
  readonly channels: Channels;
};

/** What `/privacy` works with. */
export type PrivacyServices = Services & {
  /** Once the database is open. @throws StoreError */
  peopleInFeeds(): Promise<PeopleInFeeds>;
};

/** What all commands together work with. */
export type AllServices = {
  /** Once the database is open, which is a moment after the bot is ready. */
  announcements(): Promise<Omit<AnnouncementServices, keyof PrivacyServices>>;
} & PrivacyServices;

/** A server's channels. */
export type Channels = Pick<ChannelPermissions, 'access'> & { readonly postSample: PostSample };

/** How the bot is doing. Times are ms since 1970. */
export type Status = {
  readonly version: string;
  readonly startedAt: number;
  readonly gatewayLatencyMs: number | null;
  readonly site: SiteHealth;
  readonly libraries: ReturnType<Libraries['holdings']>;
};
