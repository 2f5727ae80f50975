import type { Generated } from 'kysely';

/** Times are ms since 1970, flags 0 or 1. */
export type PeopleSchema = {
  known_players: KnownPlayerRow;
  games: GameRow;
  player_games: PlayerGameRow;
  award_counts: AwardCountRow;
  leaderboard_members: LeaderboardMemberRow;
  links: LinkRow;
  denied_players: DenialRow;
};

/** A player whom a feed tracks or someone has linked. */
export type KnownPlayerRow = {
  ulid: string;
  /** As last seen on the site. */
  name: string;
  /** Whether the site leaves them out of its rankings. */
  untracked: Generated<number>;
  /** When the whole library was last requested; null until it was loaded once. */
  loaded_at: Generated<number | null>;
  /** When the first load may be tried. */
  load_after: Generated<number>;
};

export type GameRow = {
  id: number;
  /** With tags and alternative names. */
  title: string;
  system_id: number;
  system_name: string;
};

/** A game in a known player's library. */
export type PlayerGameRow = {
  ulid: string;
  game_id: number;
  /** The highest one, in the wire's word. */
  award: string | null;
  awarded_at: number | null;
  awarded: number;
  awarded_hardcore: number;
  possible: number;
  last_unlock_at: number | null;
};

/** How many of a known player's games got an award in a year, as `player_games` has them. */
export type AwardCountRow = {
  ulid: string;
  /** In the wire's word. */
  award: string;
  /** In UTC; 0 for awards without a date. */
  year: number;
  games: number;
};

/** What a Discord user decided about a server's leaderboard. */
export type LeaderboardMemberRow = {
  guild_id: string;
  user_id: string;
  /** Null for someone who left: they aren't shown there even if a feed tracks them. */
  joined_at: number | null;
};

/** Who a Discord user is on RetroAchievements. */
type LinkRow = {
  user_id: string;
  ulid: string;
  /** As last seen on the site. */
  name: string;
  linked_at: number;
  /** Null until the user has proved that the account is theirs. */
  verified_at: number | null;
  /** The code that proves it in the account's motto; null once it's proved. */
  code: Generated<string | null>;
  code_expires_at: Generated<number | null>;
};

/**
 * A player who asked never to be announced. It isn't stored who asked: whoever verifies the account can allow it again.
 */
type DenialRow = {
  ulid: string;
  denied_at: number;
};

/** What `src/people/` needs of the announcements' tables, which belong to a layer above. */
export type TrackedSchema = {
  feeds: { channel_id: string; guild_id: string };
  tracked_players: { channel_id: string; ulid: string; added_by: string | null };
};
