import type { Kysely } from 'kysely';

import { inChunks } from '#src/store/chunks.ts';

import { createDueAwards } from './due-awards.ts';
import type { Schema } from './schema.ts';

const OPEN = ['due', 'failed'] as const;

/** Batches that can still be changed: certainly, they aren't posted or being posted. */
export function createOpenBatches(db: Kysely<Schema>) {
  const dueAwards = createDueAwards(db);

  /** No attempt to post them was ever begun. */
  const unbegun = (channelId: string, statuses: readonly string[]) =>
    db
      .selectFrom('batches')
      .select('id')
      .where('channel_id', '=', channelId)
      .where('status', 'in', statuses)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('attempts')
              .select('attempts.batch_id')
              .whereRef('attempts.batch_id', '=', 'batches.id'),
          ),
        ),
      );

  /** Those of them that nobody works on. They stay that way until the transaction ends. */
  async function free(channelId: string, statuses: readonly string[]): Promise<readonly string[]> {
    const rows = await unbegun(channelId, statuses).forUpdate().skipLocked().execute();
    return rows.map(({ id }) => id);
  }

  return {
    /**
     * In a transaction. Batches that wait, are being written, or were rejected, and that certainly aren't posted or being
     * posted. They stay that way until the transaction ends.
     */
    async of(channelId: string): Promise<readonly string[]> {
      const found = await unbegun(channelId, OPEN).execute();
      const ids = found.map(({ id }) => id);
      await dueAwards.hold(ids);
      // Some may have been begun while this waited.
      const rows = await inChunks(ids, (chunk) =>
        unbegun(channelId, OPEN).where('batches.id', 'in', chunk).execute(),
      );
      return rows.map(({ id }) => id);
    },
    /** In a transaction. Makes the awards of waiting batches due again, as if they had never been put together. */
    async takeApart(channelId: string): Promise<void> {
      const ids = await free(channelId, ['due']);
      await inChunks(ids, async (chunk) => {
        await db
          .updateTable('outbox')
          .set({ status: 'due', batch_id: null })
          .where('batch_id', 'in', chunk)
          .execute();
        await db.deleteFrom('batches').where('id', 'in', chunk).execute();
        return [];
      });
    },
    /** In a transaction. Drops batches that have no awards left. Whoever works on one drops it then. */
    async dropEmpty(channelId: string): Promise<void> {
      await inChunks(await free(channelId, OPEN), async (chunk) => {
        await db
          .updateTable('batches')
          .set({ status: 'dropped' })
          .where('id', 'in', chunk)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('outbox')
                  .select('outbox.batch_id')
                  .whereRef('outbox.batch_id', '=', 'batches.id'),
              ),
            ),
          )
          .execute();
        return [];
      });
    },
  };
}
