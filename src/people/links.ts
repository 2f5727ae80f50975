import type { Kysely } from 'kysely';

import type { Schema } from '#src/announcements/tables/schema.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

/** Who Discord users are on RetroAchievements. */
export type Links = {
  /** Discord users who have proved that they are this player. */
  verifiedUsers(ulid: Ulid): Promise<readonly string[]>;
};

export function createLinks(db: Kysely<Schema>): Links {
  return {
    async verifiedUsers(ulid) {
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
