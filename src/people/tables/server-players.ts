import { sql } from 'kysely';

import { nameInRow } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import type { Database } from '#src/store/database.ts';

import type { PeopleSchema, TrackedSchema } from './schema.ts';

/** A player who is shown in a server. */
export type ServerPlayer = {
  readonly ulid: string;
  readonly name: string;
  /** Whether the site leaves them out of its rankings. */
  readonly isUnranked: boolean;
  /** Whether their library was ever loaded completely. */
  readonly isLoaded: boolean;
};

/** Who is shown in which server. Rejects with StoreError. */
export function createServerPlayers(database: Database) {
  const db = database.$extendTables<PeopleSchema & TrackedSchema>();
  return {
    /**
     * Names of members on the leaderboard there, in alphabetical order.
     * @param start in lower case, letters and digits alone
     */
    async membersNamed(guildId: string, start: string, limit: number): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('leaderboard_members')
        .innerJoin('links', 'links.user_id', 'leaderboard_members.user_id')
        .innerJoin('known_players', 'known_players.ulid', 'links.ulid')
        .select('known_players.name')
        .distinct()
        .where('leaderboard_members.guild_id', '=', guildId)
        .where('leaderboard_members.joined_at', 'is not', null)
        .where('links.verified_at', 'is not', null)
        .where(sql`lower(known_players.name)`, 'like', `${start}%`)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('denied_players')
                .select('denied_players.ulid')
                .whereRef('denied_players.ulid', '=', 'links.ulid'),
            ),
          ),
        )
        .orderBy('known_players.name')
        .limit(limit)
        .execute();
      return rows.map(({ name }) => name);
    },
    /** The channels whose feeds track a player, and who of Discord's users added themselves there. */
    channelsOf: (ulid: Ulid) =>
      db
        .selectFrom('tracked_players')
        .innerJoin('feeds', 'feeds.channel_id', 'tracked_players.channel_id')
        .select([
          'feeds.channel_id as channelId',
          'feeds.guild_id as guildId',
          'tracked_players.added_by as addedBy',
        ])
        .where('tracked_players.ulid', '=', ulid)
        .orderBy('feeds.channel_id')
        .execute(),
    /** Those whom a feed there tracks and members who joined, but not those who left or don't want to be shown. */
    async in(guildId: string): Promise<readonly ServerPlayer[]> {
      const tracked = db
        .selectFrom('feeds')
        .innerJoin('tracked_players', 'tracked_players.channel_id', 'feeds.channel_id')
        .select('tracked_players.ulid')
        .where('feeds.guild_id', '=', guildId);
      const decided = (what: 'is' | 'is not') =>
        db
          .selectFrom('leaderboard_members')
          .innerJoin('links', 'links.user_id', 'leaderboard_members.user_id')
          .select('links.ulid')
          .where('leaderboard_members.guild_id', '=', guildId)
          .where('leaderboard_members.joined_at', what, null)
          // Whoever only claims an account can't show or hide it.
          .where('links.verified_at', 'is not', null);
      const rows = await db
        .selectFrom(tracked.union(decided('is not')).as('shown'))
        .select(({ selectFrom }) => {
          // One by one: otherwise Postgres reads all known players, however few of them are here.
          const known = selectFrom('known_players').whereRef(
            'known_players.ulid',
            '=',
            'shown.ulid',
          );
          return [
            'shown.ulid',
            known.select('name').as('name'),
            known.select('untracked').as('untracked'),
            known.select('loaded_at').as('loaded_at'),
          ];
        })
        .where('shown.ulid', 'not in', decided('is'))
        .where(
          'shown.ulid',
          'not in',
          db.selectFrom('denied_players').select('denied_players.ulid'),
        )
        .execute();
      return rows.flatMap(({ ulid, name, untracked, loaded_at: loadedAt }) =>
        name === null
          ? []
          : [
              {
                ulid,
                name: nameInRow(name, ulid),
                isUnranked: untracked === 1,
                isLoaded: loadedAt !== null,
              },
            ],
      );
    },
  };
}
