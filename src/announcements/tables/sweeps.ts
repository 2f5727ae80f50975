import type { Kysely } from 'kysely';

import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { Schema } from './schema.ts';

/** A player whose turn it is. Times are ms since 1970. */
export type DueSweep = {
  readonly ulid: Ulid;
  readonly name: string;
  readonly sweptAt: number | null;
};

/** When each tracked player's library is looked through for what the award feed missed. */
export type Sweeps = {
  /** The player who has waited for longest, where it is somebody's turn. */
  next(now: number): Promise<DueSweep | null>;
  /** @param sweptAt null where it failed */
  done(ulid: Ulid, sweptAt: number | null, nextAt: number): Promise<void>;
};

export function createSweeps(db: Kysely<Schema>): Sweeps {
  return {
    async next(now) {
      const row = await db
        .selectFrom('players')
        .select(['ulid', 'name', 'swept_at as sweptAt'])
        .where('next_sweep_at', '<=', now)
        .orderBy('next_sweep_at')
        .limit(1)
        .executeTakeFirst();
      return row && isUlid(row.ulid) ? { ...row, ulid: row.ulid } : null;
    },
    async done(ulid, sweptAt, nextAt) {
      await db
        .updateTable('players')
        .set({ next_sweep_at: nextAt, ...(sweptAt === null ? {} : { swept_at: sweptAt }) })
        .where('ulid', '=', ulid)
        .execute();
    },
  };
}
