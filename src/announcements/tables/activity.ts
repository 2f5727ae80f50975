import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import type { Schema } from './schema.ts';

/** The state of announcements, in all servers together. Times are ms since 1970. */
export type Activity = {
  readonly trackedPlayers: number;
  /** When Discord last accepted a post; null before the first. */
  readonly lastPostAt: number | null;
  readonly awardsWaiting: {
    /** In messages that should be in their channels by now. */
    readonly post: number;
    readonly digest: number;
    readonly paused: number;
  };
  /** When the oldest of those messages was made; null if none waits. */
  readonly oldestPostAt: number | null;
};

const IS_PAUSED = sql<number>`case when feeds.pause_reason is null then 0 else 1 end`;

/** How announcements are going. */
export function createActivity(db: Kysely<Schema>) {
  return {
    async get(): Promise<Activity> {
      const { players } = await db
        .selectFrom('players')
        .select(({ fn }) => fn.countAll<number>().as('players'))
        .executeTakeFirstOrThrow();
      const posted = await db
        .selectFrom('feeds')
        .select(({ fn }) => fn.max('last_posted_at').as('at'))
        .executeTakeFirst();
      const planned = await db
        .selectFrom('batches')
        .innerJoin('feeds', 'feeds.channel_id', 'batches.channel_id')
        .innerJoin('outbox', 'outbox.batch_id', 'batches.id')
        .select(IS_PAUSED.as('paused'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .select(({ fn }) => fn.min('batches.created_at').as('oldest'))
        .where(sql<boolean>`batches.status = 'due'`)
        .groupBy(IS_PAUSED)
        .execute();
      const collected = await db
        .selectFrom('outbox')
        .innerJoin('feeds', 'feeds.channel_id', 'outbox.channel_id')
        .select(IS_PAUSED.as('paused'))
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where(sql<boolean>`outbox.status = 'due'`)
        .groupBy(IS_PAUSED)
        .execute();
      const [due, dueInPause] = [planned.find(isGoing), planned.find(isPaused)];
      return {
        trackedPlayers: players,
        lastPostAt: posted?.at ?? null,
        awardsWaiting: {
          post: due?.count ?? 0,
          digest: collected.find(isGoing)?.count ?? 0,
          paused: (dueInPause?.count ?? 0) + (collected.find(isPaused)?.count ?? 0),
        },
        oldestPostAt: due?.oldest ?? null,
      };
    },
    /** When the oldest message that waits for a channel was made, ms since 1970; null if none does. */
    async oldestPostIn(channelId: string): Promise<number | null> {
      const row = await db
        .selectFrom('batches')
        .select(({ fn }) => fn.min('created_at').as('at'))
        .where(sql<boolean>`batches.status = 'due'`)
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row?.at ?? null;
    },
  };
}

type Row = { readonly paused: number };
const isPaused = ({ paused }: Row): boolean => paused === 1;
const isGoing = ({ paused }: Row): boolean => paused === 0;
