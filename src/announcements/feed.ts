import { CHANNEL_PROBLEMS } from '#src/discord/channels/posts.ts';
import {
  AWARD_KINDS,
  isBeatenAward,
  isHardcoreAward,
  type AwardKind,
} from '#src/retroachievements/award-kind.ts';

/** Which awards a channel wants. `all` and `hardcore` say which of beaten and mastered; softcore is in `all` and `beaten`. */
export const AWARD_FILTERS = ['all', 'beaten', 'mastered', 'hardcore'] as const;
export type AwardFilter = (typeof AWARD_FILTERS)[number];

/** How often a channel is posted in: at once, or one digest a period. */
export const CADENCES = ['live', 'hourly', 'daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When a feed posts. `hour` matters from daily on, `weekday` for weekly. */
export type Schedule = {
  readonly cadence: Cadence;
  /** 0–23, in the zone. */
  readonly hour: number;
  readonly weekday: Weekday;
  /** An IANA name, for example `Europe/Paris`. */
  readonly timezone: string;
};

/** What a feed has where `setup` leaves it out. */
export const DEFAULT_SCHEDULE: Schedule = {
  cadence: 'live',
  hour: 18,
  weekday: 'monday',
  timezone: 'UTC',
};
export const DEFAULT_AWARD_FILTER: AwardFilter = 'all';

/** Players that one feed takes. */
export const PLAYERS_LIMIT = 500;

/** Why nothing is posted in a channel: a manager asked for it, or Discord refuses. */
export const PAUSE_REASONS = ['manager', ...CHANNEL_PROBLEMS] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** What is due to a paused feed is kept for so long, ms. */
export const KEPT_WHILE_PAUSED_MS = 7 * 24 * 60 * 60_000;

/** The announcements of one channel (or thread). Times are ms since 1970. */
export type Feed = {
  /** Discord's id; a channel has one feed. */
  readonly channelId: string;
  readonly guildId: string;
  readonly kinds: AwardFilter;
  readonly schedule: Schedule;
  /** The role that each window's first post pings. */
  readonly roleId: string | null;
  /** The Discord user who set it up, told when something pauses it. */
  readonly managerId: string;
  /** Whether posts are cross-posted: it is an announcement channel. */
  readonly crossposts: boolean;
  readonly createdAt: number;
  /** Awards from before the feed wanted what it wants now are the past. */
  readonly wantedSince: number;
  readonly pause: { readonly reason: PauseReason; readonly at: number } | null;
  /** The next digest; null for a live feed. */
  readonly nextDigestAt: number | null;
  readonly lastPostedAt: number | null;
};

/** The award kinds on RetroAchievements that a feed wants. */
export function awardKindsOf(kinds: AwardFilter): readonly AwardKind[] {
  switch (kinds) {
    case 'all':
      return AWARD_KINDS;
    case 'beaten':
      return AWARD_KINDS.filter(isBeatenAward);
    case 'mastered':
      return ['mastered'];
    case 'hardcore':
      return AWARD_KINDS.filter(isHardcoreAward);
  }
}

export function isAwardFilter(word: string): word is AwardFilter {
  return AWARD_FILTERS.some((kinds) => kinds === word);
}
