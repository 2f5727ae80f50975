import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Wake } from '#src/platform/wake.ts';

import type { DeliverBatch } from './deliver-batch.ts';

/** Enough that channels waiting for Discord don't hold up others. */
const CONCURRENCY = 64;
/** With Postgres, each holds one of a few connections. */
const SHARED_CONCURRENCY = 4;
const STORE_PAUSE_MS = 5_000;
/** Stopping may take 10 s. */
const GRACE_MS = 5_000;

/** Delivers what is due, several channels at a time, each channel in order. */
export function createDelivery(options: {
  readonly store: Pick<AnnouncementStore, 'deliver' | 'batches' | 'sharesWork'>;
  readonly deliver: DeliverBatch;
  /** Whether this process may deliver: with SQLite, only the one that announces may. */
  readonly isAllowed: () => boolean;
  /** Run from time to time. Never rejects. */
  readonly aftercare: (abandon: AbortSignal) => Promise<void>;
  /** Looks for work at least this often, ms. */
  readonly lookMs: number;
  readonly wake: Wake;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
}) {
  const { store, lookMs, wake, clock, log } = options;
  const concurrency = store.sharesWork ? SHARED_CONCURRENCY : CONCURRENCY;

  /** Runs until the signal is aborted, then gives what is under way a moment to arrive. Never rejects. */
  async function run(stop: AbortSignal): Promise<void> {
    const abandon = new AbortController();
    const busy = new Map<string, Promise<unknown>>();
    let care = Promise.resolve();
    while (!stop.aborted) {
      let pauseMs = 0;
      try {
        const isStarted = options.isAllowed() && busy.size < concurrency && (await start());
        if (!isStarted) pauseMs = await idleMs();
      } catch (error) {
        log.error({ error }, 'posts wait; trying again');
        pauseMs = STORE_PAUSE_MS;
      }
      if (pauseMs > 0) {
        if (options.isAllowed()) care = options.aftercare(abandon.signal);
        await wake.wait(pauseMs, stop);
      }
    }
    const ends = Promise.all([...busy.values(), care]);
    await settlesWithin(ends, GRACE_MS, clock);
    abandon.abort();
    await ends;

    /** Starts the first batch that is due; false if there is none. */
    function start(): Promise<boolean> {
      const taken = Promise.withResolvers<boolean>();
      let channelId: string | null = null;
      const work = store.deliver(clock.now(), [...busy.keys()], async (head, claim) => {
        ({ channelId } = head);
        busy.set(channelId, ended);
        taken.resolve(true);
        await options.deliver(head, claim, abandon.signal);
      });
      const ended = follow();
      return taken.promise;

      async function follow(): Promise<void> {
        try {
          taken.resolve(await work);
        } catch (error) {
          taken.reject(error);
          if (channelId === null) return;
          log.error({ error, channelId }, 'a post could not be handled; trying again');
          // Trying again at once would fail again.
          await clock.sleep(STORE_PAUSE_MS, stop).catch(() => undefined);
        } finally {
          // Only now is the result stored, and the channel's next batch can go.
          if (channelId !== null) {
            busy.delete(channelId);
            wake.wake();
          }
        }
      }
    }
  }

  async function idleMs(): Promise<number> {
    const now = clock.now();
    const retryAt = await store.batches.nextRetryAt(now);
    return retryAt === null ? lookMs : Math.min(retryAt - now, lookMs);
  }

  return { run };
}
