import { Refusal } from '#src/messages/refusal.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { takeTurns } from '#src/platform/turns.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import type { Library } from '#src/progress/library.ts';
import { UPKEEP_SHARE } from '#src/retroachievements/http/budget-shares.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { StoreError } from '#src/store/store-error.ts';

import { seenIn } from './library-keeper.ts';
import type { KnownGames } from './tables/known-games.ts';
import type { KnownPlayers } from './tables/known-players.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Most loads take two. */
export const REQUESTS_A_LOAD = 2;
/** A player whom nobody tracks or has linked any longer is forgotten within a day. */
const CLEAN_UP_MS = 12 * HOUR_MS;
const RETRY_MS = 10 * MINUTE_MS;

/**
 * Loads the library of each newly known player once, in the background, and forgets those whom nobody tracks or has
 * linked any longer.
 */
export function createFirstLoads(options: {
  readonly players: Pick<KnownPlayers, 'forgetAllUnknown' | 'loadAfter' | 'nextToLoad'>;
  readonly games: Pick<KnownGames, 'keep'>;
  readonly libraries: Pick<Libraries, 'refreshed'>;
  /** Forgets what else is stored of players whom nobody tracks any longer. */
  readonly forgetUntracked: () => Promise<void>;
  /** Only one process does this. */
  readonly isActive: () => boolean;
  readonly requestsPerMinute: number;
  /** How often to look for new players, ms. */
  readonly lookMs: number;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error' | 'info' | 'warn'>;
}) {
  const { players, games, libraries, isActive, lookMs, clock, log } = options;
  const gapMs = (REQUESTS_A_LOAD * MINUTE_MS) / (options.requestsPerMinute * UPKEEP_SHARE);
  let cleanedAt = -Infinity;

  /** @throws StoreError */
  async function load(ulid: Ulid): Promise<void> {
    try {
      let newest: Library | null = null;
      const since = clock.now() - DAY_MS;
      for await (const library of libraries.refreshed({ kind: 'ulid', ulid }, since)) {
        newest = library;
      }
      const seen = newest && seenIn(newest);
      if (seen) await games.keep(seen);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // An account that is gone will stay gone for a while.
      const isGone = error instanceof Refusal;
      if (!isGone) log.warn({ error }, 'a new player’s games could not be loaded; trying again');
      await players.loadAfter(ulid, clock.now() + (isGone ? DAY_MS : RETRY_MS));
    }
  }

  /** @returns how long to wait before the next turn, ms. @throws StoreError */
  async function turn(): Promise<number> {
    if (!isActive()) return lookMs;
    const now = clock.now();
    if (now - cleanedAt >= CLEAN_UP_MS || now < cleanedAt) {
      await players.forgetAllUnknown();
      await options.forgetUntracked();
      cleanedAt = now;
    }
    const ulid = await players.nextToLoad(now);
    if (ulid === null) return lookMs;
    // If this one can't be kept either, the others come first.
    await players.loadAfter(ulid, now + RETRY_MS);
    await load(ulid);
    return gapMs;
  }

  return {
    /** Runs until the signal is aborted. Never rejects. */
    run: (stop: AbortSignal): Promise<void> =>
      takeTurns(turn, {
        clock,
        stop,
        failed(error) {
          log.error({ error }, 'new players’ games wait; trying again');
          return MINUTE_MS;
        },
      }),
  };
}
