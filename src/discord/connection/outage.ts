import { DiscordAPIError } from '@discordjs/rest';

import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

/** Discord does not know the token: nothing but a new one helps. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Discord counts other shards than SHARD_COUNT and SHARD_IDS say. */
export class ShardsRefused extends Error {
  override readonly name = 'ShardsRefused';
}

const RETRY_DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Tries until Discord answers. An outage ends nothing; what trying again can't mend is thrown.
 * @throws TokenRefused, ShardsRefused, or DiscordAPIError for a request that Discord does not accept
 */
export async function waitOutOutage<T>(
  attempt: () => Promise<T>,
  { clock, log }: { readonly clock: Clock; readonly log: Logger },
): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (isTokenRefused(error)) {
        throw new TokenRefused('Discord refused the token', { cause: error });
      }
      if (error instanceof ShardsRefused || isOurFault(error)) throw error;
      const delay = RETRY_DELAYS_MS[Math.min(failures, RETRY_DELAYS_MS.length - 1)] ?? 0;
      log.warn({ error, retryInMs: delay }, 'Discord does not answer; trying again');
      await clock.sleep(delay);
    }
  }
}

function isTokenRefused(error: unknown): boolean {
  return (
    error instanceof TokenRefused || (error instanceof DiscordAPIError && error.status === 401)
  );
}

function isOurFault(error: unknown): boolean {
  // A page of HTML is not from Discord's API but from what stands before it, and passes.
  const isFromApi = error instanceof DiscordAPIError && typeof error.code === 'number';
  return isFromApi && error.status < 500 && error.status !== 429;
}
