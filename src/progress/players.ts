import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { RequestOptions, RetroAchievements } from '#src/retroachievements/client.ts';
import { playerRecord } from '#src/retroachievements/player.ts';
import type { Player, PlayerRef } from '#src/retroachievements/player.ts';

import { isOfToday, KEPT_MS } from './copy-age.ts';

const FRESH_MS = 60 * 60_000;
/** Long enough that a mistyped name costs one request, short enough for someone who has just signed up. */
const UNKNOWN_MS = 30_000;
const MEMORY_LIMIT = 20_000;

type Known = {
  /** Null for a player whom the site doesn't know. */
  readonly player: Player | null;
  readonly at: number;
  /** Who they were before the site stopped knowing them. */
  readonly former?: Player | undefined;
};

const record = z.object({ at: z.number(), player: playerRecord });

/** Players' profiles, kept because they hardly ever change. */
export type Players = ReturnType<typeof createPlayers>;

export function createPlayers(options: {
  readonly site: Pick<RetroAchievements, 'userProfile'>;
  readonly cache: Cache;
  readonly clock: Clock;
}) {
  const { site, cache, clock } = options;
  const memory = new LRUCache<string, Known>({ max: MEMORY_LIMIT });
  const asking = new Map<string, Promise<Player | null>>();

  function remember(player: Player, at: number): void {
    for (const key of keysOf(player)) memory.set(key, { player, at });
  }

  async function recordAtHand(ref: PlayerRef): Promise<Known | undefined> {
    const key = keyOf(ref);
    const known = memory.get(key);
    if (known) return known;
    const kept = await cache.get(cacheKey(key), record);
    // What no process keeps there would pass for someone else, or never grow old.
    if (!kept || !keysOf(kept.player).includes(key) || !isOfToday(kept.at, clock.now())) {
      return undefined;
    }
    remember(kept.player, kept.at);
    return kept;
  }

  /** Whether a name is still that player's: names change hands. */
  function isKeyOf({ ulid }: Extract<PlayerRef, { kind: 'ulid' }>) {
    return (key: string) => lastKnown(memory.get(key))?.ulid === ulid;
  }

  async function ask(ref: PlayerRef, request: RequestOptions): Promise<Player | null> {
    const at = clock.now();
    const player = await site.userProfile(ref, request);
    if (player === null) {
      // One answer is no reason to forget anyone.
      const former = lastKnown(await recordAtHand(ref));
      const keys = ref.kind === 'ulid' && former ? keysOf(former).filter(isKeyOf(ref)) : [];
      for (const key of new Set([keyOf(ref), ...keys])) memory.set(key, { player, at, former });
      return null;
    }
    remember(player, at);
    await Promise.all(
      keysOf(player).map((key) => cache.set(cacheKey(key), { at, player }, KEPT_MS)),
    );
    return player;
  }

  /** One request for everyone who wants the same profile at the same time. */
  function askOnce(ref: PlayerRef, request: RequestOptions): Promise<Player | null> {
    const key = keyOf(ref);
    const running = asking.get(key);
    if (running) return running;
    // Nobody else should wait for a request that lets all others go first and may be aborted.
    if (request.priority === 'background') return ask(ref, request);
    const asked = ask(ref, request).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  }

  return {
    /** The profile if it's in memory, however old, even of an account that is gone. */
    inMemory: (ref: PlayerRef): Player | undefined => lastKnown(memory.get(keyOf(ref))),
    /** Whether the site has said that it no longer has this account, and nothing else since. */
    isGone(ref: PlayerRef): boolean {
      const known = memory.get(keyOf(ref));
      return known?.player === null && known.former !== undefined;
    },
    /** The profile if it is in memory and fresh: names change hands. */
    fresh(ref: PlayerRef): Player | undefined {
      const known = memory.get(keyOf(ref));
      return known?.player && clock.now() - known.at < FRESH_MS ? known.player : undefined;
    },
    /** The profile from memory or the shared cache, however old, even of an account that is gone. */
    atHand: async (ref: PlayerRef): Promise<Player | undefined> =>
      lastKnown(await recordAtHand(ref)),
    /**
     * The profile; null for a player whom RetroAchievements doesn't know.
     * @param options.refresh asks the site even for a fresh one: someone may have renamed themselves.
     * @param options.since accepts nothing older, ms since 1970, even if the site can't be asked.
     * @throws RetroAchievementsError with nothing at hand; the signal's reason when aborted.
     */
    async find(
      ref: PlayerRef,
      {
        refresh = false,
        since = -Infinity,
        ...request
      }: RequestOptions & { readonly refresh?: boolean; readonly since?: number },
    ): Promise<Player | null> {
      const known = await recordAtHand(ref);
      const age = known ? clock.now() - known.at : Infinity;
      const isFresh = known && age < (known.player === null ? UNKNOWN_MS : FRESH_MS);
      if (isFresh && !refresh && known.at >= since) return known.player;
      try {
        return await askOnce(ref, request);
      } catch (error) {
        if (known?.player && since === -Infinity && !request.signal?.aborted) return known.player;
        throw error;
      }
    },
  };
}

function lastKnown(known: Known | undefined): Player | undefined {
  return known?.player ?? known?.former;
}

/** The ULID once it is known: names change. */
export function identityOf(ref: PlayerRef, player: Player | null | undefined): PlayerRef {
  return player?.ulid ? { kind: 'ulid', ulid: player.ulid } : ref;
}

function keysOf(player: Player): string[] {
  const byName = keyOf({ kind: 'name', name: player.name });
  return player.ulid ? [byName, keyOf({ kind: 'ulid', ulid: player.ulid })] : [byName];
}

/** In memory: names are shorter than ULIDs. */
function keyOf(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name.toLowerCase();
}

/** In the shared cache. */
function cacheKey(key: string): string {
  return `player:v2:${key}`;
}
