import { DiscordAPIError } from '@discordjs/rest';

import { backoffMs } from '#src/platform/backoff.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';

/** Discord refuses the token: only a new one helps. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

/** Discord refuses SHARD_COUNT or SHARD_IDS. */
export class ShardsRefused extends Error {
  override readonly name = 'ShardsRefused';
}

/** Discord refuses what this version of the bot asks for. */
export class VersionRefused extends Error {
  override readonly name = 'VersionRefused';
  readonly refused: 'API version' | 'intents';
  /** Discord's close code. */
  readonly code: number;

  constructor(refused: VersionRefused['refused'], code: number) {
    super(`Discord refused the ${refused} (${code})`);
    this.refused = refused;
    this.code = code;
  }
}

/** Discord ended the connection for good, and would each time. */
export type GatewayRefusal = TokenRefused | ShardsRefused | VersionRefused;

const BACKOFF = { firstMs: 1_000, longestMs: 30_000 };

/**
 * Tries until Discord answers. Throws what trying again can't fix.
 * @param options.isFinal whether a refusal that isn't about the token would stay. Default: any would.
 * @throws GatewayRefusal, or DiscordAPIError for a request that Discord does not accept
 */
export async function waitOutOutage<T>(
  attempt: () => Promise<T>,
  {
    clock,
    log,
    isFinal = () => true,
  }: {
    readonly clock: Clock;
    readonly log: Logger;
    readonly isFinal?: (refusal: DiscordAPIError) => boolean;
  },
): Promise<T> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (isTokenRefused(error)) {
        throw new TokenRefused('Discord refused the token', { cause: error });
      }
      const isRefused = error instanceof ShardsRefused || error instanceof VersionRefused;
      if (isRefused || (isOurFault(error) && isFinal(error))) throw error;
      const delay = backoffMs(failures, BACKOFF);
      log.warn({ error, retryInMs: delay }, 'Discord is not responding; trying again');
      await clock.sleep(delay);
    }
  }
}

function isTokenRefused(error: unknown): boolean {
  return (
    error instanceof TokenRefused || (error instanceof DiscordAPIError && error.status === 401)
  );
}

function isOurFault(error: unknown): error is DiscordAPIError {
  // A response without a code comes from a proxy in front of Discord's API, and passes.
  const isFromApi = error instanceof DiscordAPIError && typeof error.code === 'number';
  return isFromApi && error.status < 500 && error.status !== 429;
}
