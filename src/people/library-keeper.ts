import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Library } from '#src/progress/library.ts';

import type { KnownGames, Seen } from './tables/known-games.ts';

/** At most this many wait for a database that hangs; the next load of a player makes up for the rest. */
const WAITING_LIMIT = 200;
/** Of the 10 s that a stop may take. */
const CLOSING_MS = 1_000;

export type LibraryKeeper = ReturnType<typeof createLibraryKeeper>;

/** Stores known players' games, one library after the other, without anyone waiting for it. */
export function createLibraryKeeper(options: {
  readonly games: Pick<KnownGames, 'keep'>;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}) {
  const { games, clock, log } = options;
  const waiting = new Map<string, Seen>();
  let running: Promise<void> | null = null;
  let isStopped = false;

  async function work(): Promise<void> {
    // What comes in meanwhile is included.
    for (const [key, seen] of waiting) {
      if (isStopped) return;
      waiting.delete(key);
      await games.keep(seen).catch((error: unknown) => {
        log.warn({ error }, 'a player’s games could not be kept; the next look makes up for it');
      });
    }
  }

  return {
    /** Returns at once. */
    keep(seen: Seen): void {
      if (isStopped || (waiting.size >= WAITING_LIMIT && !waiting.has(seen.ulid))) return;
      waiting.set(seen.ulid, seen);
      running ??= work().finally(() => {
        running = null;
      });
    },
    /** Resolves when nothing is waiting. */
    idle: (): Promise<void> => running ?? Promise.resolve(),
    async [Symbol.asyncDispose](): Promise<void> {
      isStopped = true;
      if (running) await settlesWithin(running, CLOSING_MS, clock);
    },
  };
}

/** A whole library as it's stored; null if it isn't known whose it is. */
export function seenIn({ player, entries, fetchedAt }: Library): Seen | null {
  if (player.ulid === null) return null;
  return {
    ulid: player.ulid,
    // Without a profile, the ULID stands for the name.
    name: player.name === player.ulid ? null : player.name,
    isUnranked: player.isUnranked ?? null,
    games: entries.map(({ game, ...entry }) => ({
      ...entry,
      gameId: game.id,
      title: game.title,
      systemId: game.systemId,
      systemName: game.systemName,
    })),
    isWhole: true,
    at: fetchedAt,
  };
}
