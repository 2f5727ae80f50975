import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

import { storeFailureOf } from '../store-error.ts';

/** How a server is waited for that is not up yet. */
export type Waiting = {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** Ends the wait: it then rejects with an AbortError. */
  readonly signal?: AbortSignal;
};

/** Time for a database that is started together with the bot. */
const PATIENCE_MS = 30_000;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 5_000;

/** Tries until the server answers; what waiting can't mend, and what it has not mended within 30 s, is thrown. */
export async function waitForServer<T>(
  attempt: () => Promise<T>,
  { clock, log, signal }: Waiting,
): Promise<T> {
  const end = clock.now() + PATIENCE_MS;
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      const failure = storeFailureOf(error);
      const mayPass = failure === 'unreachable' || failure === 'crowded';
      const leftMs = end - clock.now();
      if (!mayPass || leftMs <= 0) throw error;
      const retryInMs = Math.min(tries * FIRST_DELAY_MS, LONGEST_DELAY_MS, leftMs);
      log.warn({ error, retryInMs }, 'the database does not answer; trying again');
      await clock.sleep(retryInMs, signal);
    }
  }
}
