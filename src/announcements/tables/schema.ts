import type { Generated } from 'kysely';

/**
 * The announcements' tables, the same on SQLite and Postgres. Times are ms since 1970, flags 0 or 1 (SQLite has no
 * booleans), Discord's ids are text.
 */
export type Schema = {
  feeds: FeedRow;
  players: PlayerRow;
  tracked_players: TrackedPlayerRow;
  outbox: OutboxRow;
  batches: BatchRow;
  attempts: AttemptRow;
  award_feed: AwardFeedRow;
};

/** One channel's announcements. */
export type FeedRow = {
  channel_id: string;
  guild_id: string;
  kinds: string;
  cadence: string;
  hour: number;
  weekday: string;
  timezone: string;
  role_id: string | null;
  manager_id: string;
  crossposts: number;
  created_at: number;
  wanted_since: number;
  pause_reason: string | null;
  paused_at: number | null;
  language: Generated<string>;
  /** Whether the manager still has to be told about the pause. */
  notice_due: number;
  /** What Discord said when it refused the posts; null if the reason already says it. */
  pause_detail: Generated<string | null>;
  /** Since when Discord has refused every post; null once it accepts one. */
  trouble_since: Generated<number | null>;
  /** Whether the manager was told about this problem. */
  told: Generated<number>;
  /** When to check a paused channel next. */
  look_at: Generated<number | null>;
  next_digest_at: number | null;
  last_posted_at: number | null;
};

/** A player whom at least one feed tracks. */
export type PlayerRow = {
  ulid: string;
  /** As last seen on the site. */
  name: string;
  /** The name in lower case: names match in any case. */
  name_key: string;
  avatar_path: string | null;
  swept_at: number | null;
  next_sweep_at: number;
};

export type TrackedPlayerRow = {
  channel_id: string;
  ulid: string;
  tracked_at: number;
  /** The Discord user who added themselves; null where a manager did it. */
  added_by: Generated<string | null>;
};

/** An award that is or was due to a feed. An award that has a row is never posted again. */
export type OutboxRow = {
  channel_id: string;
  ulid: string;
  game_id: number;
  kind: string;
  player_name: string;
  game_title: string | null;
  system_id: number | null;
  system_name: string | null;
  awarded_at: number;
  seen_at: number;
  /** `due`, then `batched`; `dropped` is never posted. */
  status: string;
  batch_id: string | null;
};

/** Awards that become one message. */
export type BatchRow = {
  id: string;
  channel_id: string;
  kind: string;
  created_at: number;
  pings: number;
  /** `due`, then `posted`; `dropped` if it waited too long, `failed` if Discord rejected it. */
  status: string;
  retry_at: number | null;
  /** Whether `retry_at` is the end of a rate limit, which is no failure. */
  limited: Generated<number>;
  message_id: string | null;
  posted_at: number | null;
  /** `due`, then `done`, in an announcement channel; null elsewhere. */
  crosspost: string | null;
  /** Whether Discord rejected the first form, so that the plain one is sent. */
  plain: Generated<number>;
  /** Discord's words, once it rejected the plain form, too. */
  refusal: Generated<string | null>;
};

/** A post that was sent but whose outcome is not yet recorded. */
export type AttemptRow = {
  batch_id: string;
  /** What was sent. A retry sends exactly the same. */
  body: string;
  first_at: number;
  last_at: number;
};

/** How far the site's award feed has been read; one row. */
export type AwardFeedRow = {
  id: number;
  newest_at: number;
  /** JSON array: the keys of the newest awards seen. */
  recent: string;
  polled_at: number;
  failing_since: number | null;
  /** When the last two days were read again; null for never. */
  read_again_at: Generated<number | null>;
};
