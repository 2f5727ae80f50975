import type { Database } from '#src/store/database.ts';

import type { PeopleSchema } from './schema.ts';

export type LeaderboardMembers = ReturnType<typeof createLeaderboardMembers>;

/** Who joined or left which server's leaderboard. Rejects with StoreError. */
export function createLeaderboardMembers(database: Database) {
  const db = database.$extendTables<PeopleSchema>();

  async function decide(guildId: string, userId: string, joinedAt: number | null): Promise<void> {
    const decision = { joined_at: joinedAt };
    await db
      .insertInto('leaderboard_members')
      .values({ guild_id: guildId, user_id: userId, ...decision })
      .onConflict((conflict) => conflict.columns(['guild_id', 'user_id']).doUpdateSet(decision))
      .execute();
  }

  return {
    /** @param at ms since 1970 */
    join: (guildId: string, userId: string, at: number): Promise<void> =>
      decide(guildId, userId, at),
    /** Also for a player whom a feed there tracks. */
    leave: (guildId: string, userId: string): Promise<void> => decide(guildId, userId, null),
    /** What the user decided there; null if nothing. */
    async choiceOf(guildId: string, userId: string): Promise<'joined' | 'left' | null> {
      const row = await db
        .selectFrom('leaderboard_members')
        .select('joined_at')
        .where('guild_id', '=', guildId)
        .where('user_id', '=', userId)
        .executeTakeFirst();
      if (!row) return null;
      return row.joined_at === null ? 'left' : 'joined';
    },
    /** The servers where the user decided. Times are ms since 1970; null where they left. */
    async of(
      userId: string,
    ): Promise<readonly { readonly guildId: string; readonly joinedAt: number | null }[]> {
      return db
        .selectFrom('leaderboard_members')
        .select(['guild_id as guildId', 'joined_at as joinedAt'])
        .where('user_id', '=', userId)
        .orderBy('guild_id')
        .execute();
    },
    /** Forgets what the user decided, everywhere. */
    async forget(userId: string): Promise<void> {
      await db.deleteFrom('leaderboard_members').where('user_id', '=', userId).execute();
    },
  };
}
