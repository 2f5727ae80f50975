import { randomInt } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { AnnouncementTables } from '#src/announcements/tables/announcement-store.ts';
import type { Unwanted } from '#src/announcements/tables/unwanted-awards.ts';
import type { Clock } from '#src/platform/clock.ts';
import { awardRank } from '#src/retroachievements/award-kind.ts';

import type { DueAward, DueAwardKey, KnownAward } from '../batch.ts';
import { gameKey, planWindow } from './plan-window.ts';

export type Planner = ReturnType<typeof createPlanner>;

/** After an outage there are hundreds of batches: other work gets a turn in between. */
const BATCHES_A_TURN = 25;

/** Puts what is due in the outbox, and plans it in batches. Every method runs in its caller's transaction. */
export function createPlanner(nextBatchId: () => string) {
  return {
    /**
     * Adds the awards that the outbox does not have yet: it takes each only once, ever.
     * @param status `dropped` for awards that are never to be posted
     * @returns how many were added as due
     */
    async add(
      { dueAwards }: AnnouncementTables,
      awards: readonly DueAward[],
      now: number,
      status: 'due' | 'dropped' = 'due',
    ): Promise<number> {
      if (awards.length === 0) return 0;
      // Each poll reads the whole newest page, so most of it is known.
      const known = await dueAwards.known(awards);
      const keys = new Set(known.map(awardKey));
      const fresh = awards.filter((award) => !keys.has(awardKey(award)));
      const isSuperseded = supersededBy(known);
      await dueAwards.add(fresh.filter(isSuperseded), now, 'dropped');
      return dueAwards.add(
        fresh.filter((award) => !isSuperseded(award)),
        now,
        status,
      );
    },
    /** Makes batches of everything that is due in live feeds, one window each. @returns how many */
    async planLive({ dueAwards, batches }: AnnouncementTables, now: number): Promise<number> {
      let count = 0;
      const byChannel = Map.groupBy(await dueAwards.dueLive(), ({ channelId }) => channelId);
      for (const [channelId, awards] of byChannel) {
        for (const [index, planned] of planWindow(awards).entries()) {
          const pings = index === 0;
          const id = nextBatchId();
          await batches.add({ ...planned, id, channelId, createdAt: now, pings, isPlain: false });
          count += 1;
          if (count % BATCHES_A_TURN === 0) await nextTurn();
        }
      }
      return count;
    },
    /** Makes one batch of everything that is due in a feed. @returns whether there was anything */
    async planDigest(
      { dueAwards, batches }: AnnouncementTables,
      channelId: string,
      now: number,
    ): Promise<boolean> {
      const awards = await dueAwards.due(channelId);
      if (awards.length === 0) return false;
      const id = nextBatchId();
      const made = { kind: 'digest', createdAt: now, pings: true, isPlain: false } as const;
      await batches.add({ ...made, id, channelId, awards });
      return true;
    },
    /** Drops a feed's waiting awards that no longer match it, except what may already be posted. @returns how many */
    async dropUnwanted(
      { unwantedAwards, openBatches }: AnnouncementTables,
      channelId: string,
      unwanted: Unwanted,
    ): Promise<number> {
      // Due awards come first: a plan that is being made right now ends before this, and then its batches are open.
      const alone = await unwantedAwards.drop(channelId, null, unwanted);
      const open = await openBatches.of(channelId);
      const batched = await unwantedAwards.drop(channelId, open, unwanted);
      await openBatches.dropEmpty(channelId);
      return alone + batched;
    },
  };
}

/** Tells whether an award is old news: a higher one for the same game is known, and wasn't earned earlier. */
export function supersededBy(known: readonly KnownAward[]): (award: DueAward) => boolean {
  const byGame = Map.groupBy(known, gameKey);
  return (award) =>
    (byGame.get(gameKey(award)) ?? []).some(
      (other) =>
        awardRank(other.kind) > awardRank(award.kind) && other.awardedAt >= award.awardedAt,
    );
}

/** The same for one award in one feed. */
export function awardKey(award: DueAwardKey): string {
  return `${gameKey(award)} ${award.kind}`;
}

const RADIX = 36;
const TIME_LENGTH = 9;
const COUNT_LENGTH = 4;
const RANDOM_LENGTH = 8;

/** Makes ids that sort by time, 21 characters long: Discord accepts nonces of up to 25. */
export function createBatchIds(clock: Clock): () => string {
  let time = 0;
  let count = 0;
  return () => {
    const now = clock.now();
    // They must still sort after the clock is set back.
    count = now > time ? 0 : count + 1;
    time = Math.max(time, now);
    return digits(time, TIME_LENGTH) + digits(count, COUNT_LENGTH) + random();
  };
}

function random(): string {
  return Array.from({ length: RANDOM_LENGTH }, () => randomInt(RADIX).toString(RADIX)).join('');
}

function digits(value: number, length: number): string {
  return value.toString(RADIX).padStart(length, '0');
}
