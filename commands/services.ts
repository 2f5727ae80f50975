import type { Feed } from '#src/announcements/feed.ts';
import type { Announcements } from '#src/announcements/management.ts';
import type { AccessRequest, ChannelAccess } from '#src/discord/channels/access.ts';
import type { ChannelProblem } from '#src/discord/channels/posts.ts';
import type { MessageBody } from '#src/discord/message.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { LibraryPages } from '#src/progress/pages.ts';
import type { Players } from '#src/progress/players.ts';
import type { RecentPlayers } from '#src/progress/recent-players.ts';
import type { RefreshLimit } from '#src/progress/show.ts';
import type { SiteHealth } from '#src/retroachievements/site-health.ts';

/** What the commands work with. main.ts makes it, tests make their own. */
export type Services = {
  readonly libraries: Libraries;
  readonly pages: LibraryPages;
  readonly players: Pick<Players, 'find'>;
  readonly recentPlayers: RecentPlayers;
  readonly refreshes: RefreshLimit;
  readonly clock: Clock;
  readonly translate: (locale: string) => Translate;
  /** `</progress:123>` to tap on, or `/progress` until Discord has told the id; `announcements setup` for a subcommand. */
  readonly mention: (commandName: string) => string;
  status(): Status;
};

/** What `/announcements` works with. */
export type AnnouncementServices = Pick<
  Services,
  'clock' | 'mention' | 'players' | 'recentPlayers' | 'translate'
> & {
  readonly announcements: Announcements;
  readonly channels: Channels;
  /** Where pictures are, without a slash at the end. */
  readonly mediaUrl: string;
};

/** What all commands together work with. */
export type AllServices = Services & AnnouncementServices;

/** The channels of servers, as far as a command has to do with them. */
export type Channels = {
  /** What the bot may do there, asked of Discord: an interaction tells it of its own channel alone. */
  access(request: AccessRequest): Promise<ChannelAccess>;
  /** Posts a message that pings nobody in the feed's channel. */
  postSample(feed: Feed, body: MessageBody): Promise<SampleOutcome>;
};

/** What became of a sample; `unavailable` where Discord did not answer. */
export type SampleOutcome = 'posted' | { readonly refused: ChannelProblem } | 'unavailable';

/** How the bot is doing, for `/about`. Times are ms since 1970. */
export type Status = {
  readonly version: string;
  readonly startedAt: number;
  readonly gatewayLatencyMs: number | null;
  readonly site: SiteHealth;
  readonly libraries: { readonly count: number; readonly newestAt: number | null };
};
