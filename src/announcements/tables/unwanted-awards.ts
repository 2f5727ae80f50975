import { sql } from 'kysely';
import type { Kysely, RawBuilder } from 'kysely';

import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { inChunks } from '#src/store/chunks.ts';

import { IS_DUE } from './due-awards.ts';
import type { Schema } from './schema.ts';

/** What no longer matches a feed. */
export type Unwanted = { readonly ulid: string } | { readonly otherThan: readonly AwardKind[] };

/** The site's times are whole seconds. */
const SECOND_MS = 1_000;

/** Awards of the outbox that are never posted: too old, no longer matching their feed, or to be forgotten. */
export function createUnwantedAwards(db: Kysely<Schema>) {
  return {
    /** Drops awards that were seen before this time and are still waiting: they are never posted. */
    async dropSeenBefore(channelId: string, before: number): Promise<void> {
      await db
        .updateTable('outbox')
        .set({ status: 'dropped' })
        .where(IS_DUE)
        .where('channel_id', '=', channelId)
        .where('seen_at', '<', before)
        .execute();
    },
    /**
     * Drops a feed's waiting awards that no longer match: they are never posted.
     * @param batchIds those that wait in these batches; null for those in none
     * @returns how many
     */
    async drop(
      channelId: string,
      batchIds: readonly string[] | null,
      unwanted: Unwanted,
    ): Promise<number> {
      const isUnwanted =
        'ulid' in unwanted
          ? sql<boolean>`ulid = ${unwanted.ulid}`
          : sql<boolean>`kind not in (${sql.join(unwanted.otherThan)})`;
      const drop = async (isMeant: RawBuilder<boolean>) => {
        const { numUpdatedRows } = await db
          .updateTable('outbox')
          .set({ status: 'dropped', batch_id: null })
          .where('channel_id', '=', channelId)
          .where(isMeant)
          .where(isUnwanted)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      };
      if (batchIds === null) return drop(IS_DUE);
      const counts = await inChunks(batchIds, async (chunk) => [
        await drop(sql<boolean>`batch_id in (${sql.join(chunk)})`),
      ]);
      return counts.reduce((sum, count) => sum + count, 0);
    },
    /**
     * Forgets awards in feeds that no longer track the player, except what may be on its way to Discord. They can't
     * be announced again: tracking never announces what is from before, down to the second.
     * @param ulids these players' alone; null for everyone's
     */
    async forgetUntracked(
      channelIds: readonly string[],
      ulids: readonly string[] | null,
      now: number,
    ): Promise<void> {
      if (channelIds.length === 0 || ulids?.length === 0) return;
      await db
        .deleteFrom('outbox')
        .where('channel_id', 'in', channelIds)
        .$if(ulids !== null, (query) => query.where('ulid', 'in', ulids ?? []))
        .where('awarded_at', '<', now - SECOND_MS)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('tracked_players')
                .select('tracked_players.ulid')
                .whereRef('tracked_players.channel_id', '=', 'outbox.channel_id')
                .whereRef('tracked_players.ulid', '=', 'outbox.ulid'),
            ),
          ),
        )
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('batches')
                .select('batches.id')
                .whereRef('batches.id', '=', 'outbox.batch_id')
                .where('batches.status', 'in', ['due', 'failed']),
            ),
          ),
        )
        .execute();
    },
  };
}
