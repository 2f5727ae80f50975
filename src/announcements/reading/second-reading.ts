import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { takeTurns } from '#src/platform/turns.ts';
import type { Wake } from '#src/platform/wake.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';

import type { Planner } from '../posting/planner.ts';
import { LOOK_BACK_MS, readAwards } from './award-reader.ts';
import { dueFor, wantedAwards } from './poll.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Reads the last two days of the award feed again, from end to end, once a day: awards can come in late, or be granted
 * with an earlier date, below what a poll looks at. The cost depends on the site's awards, not on tracked players.
 */
export function createSecondReading(options: {
  readonly store: AnnouncementStore;
  readonly site: Pick<RetroAchievements, 'recentGameAwards'>;
  readonly planner: Planner;
  /** Only the process that announces reads. */
  readonly isActive: () => boolean;
  readonly wake: Wake;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}) {
  const { store, site, planner, isActive, wake, clock, log } = options;

  /** @throws RetroAchievementsError, StoreError */
  async function read(signal: AbortSignal): Promise<void> {
    const startedAt = clock.now();
    const want = await wantedAwards(store);
    if (!want) return store.awardFeed.readAgain(startedAt);
    const { awards } = await readAwards({
      site,
      kinds: want.kinds,
      position: null,
      since: Math.max(want.since, startedAt - LOOK_BACK_MS),
      until: utcDay(startedAt),
      priority: 'background',
      clock,
      signal,
    });
    const now = clock.now();
    const missed = await store.transaction(async (tables) => {
      const added = await planner.add(tables, await dueFor(tables, awards), now);
      if (added > 0) await planner.planLive(tables, now);
      await tables.awardFeed.readAgain(startedAt);
      return added;
    });
    log.info({ awards: awards.length, missed }, 'the last two days were read again');
    if (missed > 0) wake.wake();
  }

  /** @returns how long to wait before the next turn, ms */
  async function turn(stop: AbortSignal): Promise<number> {
    if (!isActive()) return MINUTE_MS;
    const position = await store.awardFeed.get();
    if (!position) return MINUTE_MS;
    if (position.readAgainAt === null) {
      // The first poll has just read everything that's wanted.
      await store.awardFeed.readAgain(clock.now());
      return HOUR_MS;
    }
    const age = clock.now() - position.readAgainAt;
    // It is negative after the clock was set back.
    if (age >= 0 && age < DAY_MS) return Math.min(DAY_MS - age, HOUR_MS);
    try {
      await read(stop);
      return MINUTE_MS;
    } catch (error) {
      if (stop.aborted) return 0;
      log.warn({ error }, 'the last two days could not be read again; trying again in an hour');
      return HOUR_MS;
    }
  }

  return {
    /** Runs until the signal is aborted. Never rejects. */
    run: (stop: AbortSignal): Promise<void> =>
      takeTurns(turn, {
        clock,
        stop,
        failed(error) {
          log.error({ error }, 'the second reading waits; trying again');
          return MINUTE_MS;
        },
      }),
  };
}

/** `YYYY-MM-DD` */
function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
