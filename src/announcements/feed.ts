import { CHANNEL_PROBLEMS } from '#src/discord/channels/posts.ts';
import {
  AWARD_KINDS,
  isBeatenAward,
  isHardcoreAward,
  type AwardKind,
} from '#src/retroachievements/award-kind.ts';

/**
 * Which awards a channel wants. `all` and `hardcore` are beaten and mastered; casual awards are in `all` and `beaten`.
 */
export const AWARD_FILTERS = ['all', 'beaten', 'mastered', 'hardcore'] as const;
export type AwardFilter = (typeof AWARD_FILTERS)[number];

/** How often a feed posts: at once, or one digest a period. */
export const CADENCES = ['live', 'hourly', 'daily', 'weekly', 'monthly'] as const;
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

/** When a feed posts. `hour` matters from daily on, `weekday` for weekly; monthly is on the 1st. */
export type Schedule = {
  readonly cadence: Cadence;
  /** 0–23, in the zone. */
  readonly hour: number;
  readonly weekday: Weekday;
  /** An IANA name, for example `Europe/Paris`. */
  readonly timezone: string;
};

/** A new feed's, where `setup` says nothing else. */
export const DEFAULT_SCHEDULE: Schedule = {
  cadence: 'live',
  hour: 18,
  weekday: 'monday',
  timezone: 'UTC',
};
export const DEFAULT_AWARD_FILTER: AwardFilter = 'all';

/** The most players in one feed. */
export const PLAYERS_LIMIT = 500;

/** The most players that one command tracks. */
export const TRACKED_AT_ONCE = 25;

/**
 * Why a feed is paused: a manager asked for it, Discord refuses its posts, this Node doesn't know its time zone, or a
 * newer version set it up with settings that this one can't read.
 */
export const PAUSE_REASONS = [
  'manager',
  ...CHANNEL_PROBLEMS,
  'unknownTimezone',
  'newerVersion',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** How long a paused feed keeps what is due. */
export const KEPT_WHILE_PAUSED_MS = 7 * 24 * 60 * 60_000;

export type Pause = {
  readonly reason: PauseReason;
  readonly at: number;
  /** What Discord said, where the reason doesn't. */
  readonly detail?: string;
};

/** The announcements of one channel or thread. Times are ms since 1970. */
export type Feed = {
  /** A channel has at most one feed. */
  readonly channelId: string;
  readonly guildId: string;
  readonly kinds: AwardFilter;
  readonly schedule: Schedule;
  /** The role that the first post of each window pings. */
  readonly roleId: string | null;
  /** The language of its posts, `pt-BR`. One that this version doesn't have is English. */
  readonly language: string;
  /** The Discord user who last set it up. They are told when Discord pauses it. */
  readonly managerId: string;
  /** Whether its posts are published to channels that follow it. */
  readonly crossposts: boolean;
  readonly createdAt: number;
  /** When it got its filter: older awards are never posted. */
  readonly wantedSince: number;
  readonly pause: Pause | null;
  /** The next digest; null for a live feed. */
  readonly nextDigestAt: number | null;
  readonly lastPostedAt: number | null;
};

/** What `setup` changes; what is left out keeps its value, or gets a new feed's default. */
export type FeedSettings = {
  readonly kinds?: AwardFilter;
  readonly schedule?: Partial<Schedule>;
  /** Null for no pings. */
  readonly roleId?: string | null;
  readonly language?: string;
};

/** A player in a feed's list. */
export type TrackedPlayer = {
  readonly ulid: string;
  /** As the site last wrote it. */
  readonly name: string;
  /** ms since 1970. */
  readonly trackedAt: number;
  /** The Discord user who added themselves, unless a manager did it. */
  readonly addedBy?: string | null;
};

/** The award kinds that a filter lets through. */
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
