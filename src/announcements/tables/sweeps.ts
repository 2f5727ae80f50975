import type { Kysely } from 'kysely';

import { isUlid } from '#src/retroachievements/player.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { Schema } from './schema.ts';

/** A player whose sweep is due. Times are ms since 1970. */
export type DueSweep = {
  readonly ulid: Ulid;
  readonly name: string;
  /** Null before the first sweep. */
  readonly sweptAt: number | null;
};

const DAY_MS = 24 * 60 * 60_000;

/** When each tracked player's library is checked for awards that the award feed missed. */
export function createSweeps(db: Kysely<Schema>) {
  async function postpone(ulid: string, nextAt: number): Promise<void> {
    await db
      .updateTable('players')
      .set({ next_sweep_at: nextAt })
      .where('ulid', '=', ulid)
      .execute();
  }

  return {
    /** The player whose sweep has been due the longest. */
    async next(now: number): Promise<DueSweep | null> {
      const row = await db
        .selectFrom('players')
        .select(['ulid', 'name', 'swept_at as sweptAt'])
        .where('next_sweep_at', '<=', now)
        .orderBy('next_sweep_at')
        .limit(1)
        .executeTakeFirst();
      if (!row) return null;
      const { ulid } = row;
      if (isUlid(ulid)) return { ...row, ulid };
      // It must not stay in front of everyone else.
      await postpone(ulid, now + DAY_MS);
      return null;
    },
    /** @param sweptAt null if the sweep failed */
    async done(ulid: Ulid, sweptAt: number | null, nextAt: number): Promise<void> {
      await db
        .updateTable('players')
        .set({ next_sweep_at: nextAt, ...(sweptAt === null ? {} : { swept_at: sweptAt }) })
        .where('ulid', '=', ulid)
        .execute();
    },
  };
}
