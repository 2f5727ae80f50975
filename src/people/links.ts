import type { Ulid } from '#src/retroachievements/player.ts';
import type { Database } from '#src/store/database.ts';

/** Who a Discord user is on RetroAchievements. Created by the migration `0001-announcements`. Times are ms since 1970. */
type LinkRow = {
  user_id: string;
  ulid: string;
  name: string;
  linked_at: number;
  /** Null until the user has proved that the account is theirs. */
  verified_at: number | null;
};

/** Which RetroAchievements accounts Discord users have linked. */
export function createLinks(database: Database) {
  const db = database.$extendTables<{ links: LinkRow }>();
  return {
    /** Discord users who have proved that they are this player, oldest link first. */
    async verifiedUsers(ulid: Ulid): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('links')
        .select('user_id')
        .where('ulid', '=', ulid)
        .where('verified_at', 'is not', null)
        .orderBy('linked_at')
        .execute();
      return rows.map((row) => row.user_id);
    },
  };
}
