import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

const IS_CROSSPOST_DUE = sql<boolean>`batches.crosspost = 'due'`;
/** The rest follow next time. */
const CROSSPOSTS_LIMIT = 100;

/** Posts to be published to the channels that follow theirs. */
export function createCrossposts(db: Kysely<Schema>) {
  return {
    /**
     * Those still to be published, oldest first.
     * @param resting channels to skip
     */
    async due(resting: readonly string[] = []) {
      const rows = await db
        .selectFrom('batches')
        .select(['id as batchId', 'channel_id as channelId', 'message_id as messageId'])
        .where(IS_CROSSPOST_DUE)
        .$if(resting.length > 0, (query) => query.where('channel_id', 'not in', resting))
        .orderBy('id')
        .limit(CROSSPOSTS_LIMIT)
        .execute();
      return rows.flatMap(({ messageId, ...row }) =>
        messageId === null ? [] : [{ ...row, messageId }],
      );
    },
    async done(batchId: string): Promise<void> {
      await db
        .updateTable('batches')
        .set({ crosspost: 'done' })
        .where('id', '=', batchId)
        .execute();
    },
  };
}
