import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AnnouncementTables } from '#src/announcements/tables/announcement-store.ts';

import type { DueAward, DueAwardKey } from '../award.ts';
import { planWindow, supersededBy } from './plan.ts';

/** Puts awards where they wait for their message. Works within a transaction: all of it is done, or nothing. */
export type Outbox = {
  /**
   * Notes what is due, each award once for ever.
   * @param status `dropped` for what is never to be posted
   * @returns how many became due that were not known
   */
  put(
    tables: AnnouncementTables,
    awards: readonly DueAward[],
    now: number,
    status?: 'due' | 'dropped',
  ): Promise<number>;
  /** Makes messages of what waits in live feeds: one window each. @returns how many */
  planLive(tables: AnnouncementTables, now: number): Promise<number>;
  /** Makes one message of all that waits in a feed. @returns whether there was anything */
  planDigest(tables: AnnouncementTables, channelId: string, now: number): Promise<boolean>;
};

/** After an outage there are hundreds; between them others get their turn. */
const BATCHES_A_TURN = 25;

export function createOutbox(nextBatchId: () => string): Outbox {
  return {
    async put({ dueAwards }, awards, now, status = 'due') {
      if (awards.length === 0) return 0;
      // The newest page is looked at whole each time: most of it stands here already.
      const known = await dueAwards.known(awards);
      const keys = new Set(known.map(keyOf));
      const fresh = awards.filter((award) => !keys.has(keyOf(award)));
      const isSuperseded = supersededBy(known);
      await dueAwards.add(fresh.filter(isSuperseded), now, 'dropped');
      return dueAwards.add(
        fresh.filter((award) => !isSuperseded(award)),
        now,
        status,
      );
    },
    async planLive({ dueAwards, batches }, now) {
      let count = 0;
      const byChannel = Map.groupBy(await dueAwards.dueLive(), ({ channelId }) => channelId);
      for (const [channelId, awards] of byChannel) {
        for (const [index, planned] of planWindow(awards).entries()) {
          const pings = index === 0;
          await batches.add({ ...planned, id: nextBatchId(), channelId, createdAt: now, pings });
          count += 1;
          if (count % BATCHES_A_TURN === 0) await nextTurn();
        }
      }
      return count;
    },
    async planDigest({ dueAwards, batches }, channelId, now) {
      const awards = await dueAwards.due(channelId);
      if (awards.length === 0) return false;
      const id = nextBatchId();
      await batches.add({ id, channelId, kind: 'digest', createdAt: now, pings: true, awards });
      return true;
    },
  };
}

function keyOf({ channelId, ulid, gameId, kind }: DueAwardKey): string {
  return `${channelId} ${ulid} ${gameId} ${kind}`;
}
