/**
 * The tables, the same on SQLite and Postgres. Times are ms since 1970, flags 0 or 1 (SQLite knows no booleans),
 * Discord's ids are text.
 */
export type Schema = {
  feeds: FeedRow;
  players: PlayerRow;
  tracked_players: TrackedPlayerRow;
  outbox: OutboxRow;
  batches: BatchRow;
  attempts: AttemptRow;
  award_feed: AwardFeedRow;
  links: LinkRow;
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
  /** Whether the manager is still to be told of the pause. */
  notice_due: number;
  next_digest_at: number | null;
  last_posted_at: number | null;
};

/** Who is tracked anywhere. */
export type PlayerRow = {
  ulid: string;
  /** As the site wrote it last. */
  name: string;
  /** In lower case: names match in any case. */
  name_key: string;
  avatar_path: string | null;
  swept_at: number | null;
  next_sweep_at: number;
};

export type TrackedPlayerRow = {
  channel_id: string;
  ulid: string;
  tracked_at: number;
};

/** Every award that was ever due to a feed: what stands here is never posted again. */
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
  /** `due` until it is in a batch, `batched` from then on; `dropped` is never posted. */
  status: string;
  batch_id: string | null;
};

/** What is one message: `due`, then `posted`; `dropped` when it waited for too long, `failed` when Discord can't take it. */
export type BatchRow = {
  id: string;
  channel_id: string;
  kind: string;
  created_at: number;
  pings: number;
  status: string;
  retry_at: number | null;
  message_id: string | null;
  posted_at: number | null;
  /** `due` while it is still to be cross-posted. */
  crosspost: string | null;
};

/** Posts that were sent and of which no answer was written down: in doubt until then. */
export type AttemptRow = {
  batch_id: string;
  /** What was sent; it is sent again as it was. */
  body: string;
  first_at: number;
  last_at: number;
};

/** How far the site-wide award feed was read; one row. */
export type AwardFeedRow = {
  id: number;
  newest_at: number;
  /** JSON: the keys of the newest awards seen. */
  recent: string;
  polled_at: number;
  failing_since: number | null;
};

/** Who a Discord user is on RetroAchievements. */
export type LinkRow = {
  user_id: string;
  ulid: string;
  name: string;
  linked_at: number;
  verified_at: number | null;
};
