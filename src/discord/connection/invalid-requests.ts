import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { createSlidingWindow } from '#src/platform/sliding-window.ts';

export type InvalidRequests = ReturnType<typeof createInvalidRequests>;

/** Far below Discord's limit, which counts everything from this machine's address, other bots included. */
export const INVALID_REQUESTS_LIMIT = 1_000;
/** Discord doesn't get the request: it has refused too many. */
export class TooManyRefused extends Error {
  override readonly name = 'TooManyRefused';

  constructor() {
    super('Discord refused too many requests in ten minutes; this one was not sent');
  }
}

const WINDOW_MS = 10 * 60_000;
const COUNTED: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Counts the requests that Discord holds against the bot: it blocks an address that gets 401, 403 or 429 10,000 times in
 * ten minutes. A 429 that others caused (scope `shared`) doesn't count.
 * [docs.discord.com, Rate Limits: Invalid Request Limit]
 */
export function createInvalidRequests(options: { readonly clock: Clock; readonly log: Logger }) {
  const { clock, log } = options;
  const window = createSlidingWindow(INVALID_REQUESTS_LIMIT, WINDOW_MS);
  let wasFull = false;

  return {
    /** @param scope the header `X-RateLimit-Scope`. */
    note(status: number, scope: string | null): void {
      if (COUNTED.has(status) && scope !== 'shared') window.start(clock.now());
    },
    hasRoom(): boolean {
      const isFull = window.freeAt(clock.now(), []) > clock.now();
      if (isFull && !wasFull) {
        log.error(
          { limit: INVALID_REQUESTS_LIMIT },
          'Discord refused too many requests in ten minutes; no more are sent until that is over',
        );
      }
      wasFull = isFull;
      return !isFull;
    },
  };
}
