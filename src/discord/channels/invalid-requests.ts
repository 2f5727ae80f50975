import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { createSlidingWindow } from '#src/platform/sliding-window.ts';

/** The requests that Discord holds against the bot. */
export type InvalidRequests = {
  /** Notes an answer. @param scope the header `X-RateLimit-Scope`. */
  note(status: number, scope: string | null): void;
  /** Whether there may be one more. */
  hasRoom(): boolean;
};

/** Far below Discord's limit, which counts what the whole machine's address sends, other bots included. */
export const INVALID_REQUESTS_LIMIT = 1_000;
const WINDOW_MS = 10 * 60_000;
const COUNTED: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Discord shuts out an address that gets 401, 403 or 429 10,000 times in ten minutes, with all that the bot does. A 429
 * that others caused (scope `shared`) does not count. [docs.discord.com, Rate Limits: Invalid Request Limit]
 */
export function createInvalidRequests(options: {
  readonly clock: Clock;
  readonly log: Logger;
}): InvalidRequests {
  const { clock, log } = options;
  const window = createSlidingWindow(INVALID_REQUESTS_LIMIT, WINDOW_MS);
  let wasFull = false;

  return {
    note(status, scope) {
      if (COUNTED.has(status) && scope !== 'shared') window.start(clock.now());
    },
    hasRoom() {
      const isFull = window.freeAt(clock.now(), []) > clock.now();
      if (isFull && !wasFull) {
        log.error(
          { limit: INVALID_REQUESTS_LIMIT },
          'Discord refused too many requests in ten minutes; nothing is posted until that is over',
        );
      }
      wasFull = isFull;
      return !isFull;
    },
  };
}
