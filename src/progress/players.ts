import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { RequestOptions, RetroAchievements } from '#src/retroachievements/client.ts';
import { playerRecord } from '#src/retroachievements/player.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

/** Who is behind a name: profiles, kept because they hardly change. */
export type Players = {
  /** What is at hand about a player, however old. */
  known(ref: PlayerRef): Player | undefined;
  /** The same, if it was asked for of late: names change hands. */
  current(ref: PlayerRef): Player | undefined;
  /** The same, with a look into the shared cache. */
  recall(ref: PlayerRef): Promise<Player | undefined>;
  /**
   * The player's profile; null where RetroAchievements knows none.
   * @param options.anew asks the site even where a fresh one is at hand: somebody may have been renamed.
   * @throws RetroAchievementsError when it can't be had and nothing is at hand; the signal's reason when aborted.
   */
  find(
    ref: PlayerRef,
    options: RequestOptions & { readonly anew?: boolean },
  ): Promise<Player | null>;
};

const FRESH_MS = 60 * 60_000;
const KEPT_MS = 24 * 60 * 60_000;
/** A player who registers right after a typo should not have to wait; a mistyped name should not cost twice. */
const UNKNOWN_MS = 30_000;
const MEMORY_LIMIT = 20_000;

type Known = { readonly player: Player | null; readonly at: number };

const record = z.object({
  at: z.number(),
  player: playerRecord,
});

export function createPlayers(options: {
  readonly site: Pick<RetroAchievements, 'userProfile'>;
  readonly cache: Cache;
  readonly clock: Clock;
}): Players {
  const { site, cache, clock } = options;
  const memory = new LRUCache<string, Known>({ max: MEMORY_LIMIT });
  const asking = new Map<string, Promise<Player | null>>();

  function remember(player: Player, at: number): void {
    for (const key of keysOf(player)) memory.set(key, { player, at });
  }

  async function recallRecord(ref: PlayerRef): Promise<Known | undefined> {
    const key = keyOf(ref);
    const known = memory.get(key);
    if (known) return known;
    const kept = await cache.get(key, record);
    if (kept) remember(kept.player, kept.at);
    return kept;
  }

  async function ask(ref: PlayerRef, request: RequestOptions): Promise<Player | null> {
    const at = clock.now();
    const player = await site.userProfile(ref, request);
    if (player === null) {
      memory.set(keyOf(ref), { player, at });
      return null;
    }
    remember(player, at);
    await Promise.all(keysOf(player).map((key) => cache.set(key, { at, player }, KEPT_MS)));
    return player;
  }

  /** However many want the same profile at once, it is asked for once. */
  function askOnce(ref: PlayerRef, request: RequestOptions): Promise<Player | null> {
    const key = keyOf(ref);
    const running = asking.get(key);
    if (running) return running;
    // It lets everybody go first, and may be given up: nobody else is to wait for that.
    if (request.priority === 'background') return ask(ref, request);
    const asked = ask(ref, request).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  return {
    known: (ref) => memory.get(keyOf(ref))?.player ?? undefined,
    current(ref) {
      const known = memory.get(keyOf(ref));
      return known?.player && clock.now() - known.at < FRESH_MS ? known.player : undefined;
    },
    recall: async (ref) => (await recallRecord(ref))?.player ?? undefined,
    async find(ref, { anew = false, ...request }) {
      const known = await recallRecord(ref);
      const age = known ? clock.now() - known.at : Infinity;
      const isFresh = known && age < (known.player === null ? UNKNOWN_MS : FRESH_MS);
      if (isFresh && !anew) return known.player;
      try {
        return await askOnce(ref, request);
      } catch (error) {
        if (known?.player && !request.signal?.aborted) return known.player;
        throw error;
      }
    },
  };
}

/** By ULID where it is known: the name may be another one by now. */
export function identityOf(ref: PlayerRef, player: Player | null | undefined): PlayerRef {
  return player?.ulid ? { kind: 'ulid', ulid: player.ulid } : ref;
}

function keysOf(player: Player): string[] {
  const byName = keyOf({ kind: 'name', name: player.name });
  return player.ulid ? [byName, keyOf({ kind: 'ulid', ulid: player.ulid })] : [byName];
}

function keyOf(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? `player:v1:${ref.ulid}` : `player:v1:${ref.name.toLowerCase()}`;
}
