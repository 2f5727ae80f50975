import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import { SILENT } from '#src/platform/signals.ts';
import type { Signals } from '#src/platform/signals.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';

import type { Catalogue } from './catalogue.ts';
import { isOfToday, KEPT_MS } from './copy-age.ts';
import { decodeLibrary, encodeLibrary } from './library-record.ts';
import type { Library } from './library.ts';
import { identityOf } from './players.ts';
import type { Players } from './players.ts';

/** About 15 MB in memory. What falls out is still in the shared cache. */
const MEMORY_LIMIT_GAMES = 120_000;
/** What a library costs besides its games, in games. */
const LIBRARY_OVERHEAD_GAMES = 10;

/**
 * Libraries in memory and in the shared cache, by ULID once it is known.
 * @param options.ttlMs how long a copy is fresh.
 */
export function createKeptLibraries(options: {
  readonly players: Players;
  readonly catalogue: Catalogue;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly ttlMs: number;
  readonly signals?: Signals;
}) {
  const { players, catalogue, cache, clock, ttlMs, signals = SILENT } = options;
  let newestAt: number | null = null;
  const memory = new LRUCache<string, Library>({
    maxSize: MEMORY_LIMIT_GAMES,
    sizeCalculation: ({ entries }) => entries.length + LIBRARY_OVERHEAD_GAMES,
  });

  const isGone = (ref: PlayerRef) => players.isGone(identityOf(ref, players.inMemory(ref)));
  const isFresh = (library: Library) => clock.now() - library.fetchedAt < ttlMs;
  const inMemory = (ref: PlayerRef) =>
    memory.get(libraryKey(identityOf(ref, players.inMemory(ref))));

  /** Null, too, for what no process keeps there: another player's, or one of an impossible age. */
  async function inCache(identity: PlayerRef): Promise<Library | null> {
    const key = cacheKey(identity);
    const text = await cache.get(key, z.string());
    const cached = text === undefined ? null : await decodeLibrary(text, catalogue);
    const isTheirs = cached && cacheKey(identityOf(identity, cached.player)) === key;
    return isTheirs && isOfToday(cached.fetchedAt, clock.now()) ? cached : null;
  }

  return {
    isFresh,
    /** Whether the account is known to be gone: its library is only for when the site can't be asked. */
    isGone,
    /** The library if it's in memory and fresh, without waiting. */
    fresh(ref: PlayerRef): Library | undefined {
      const identity = identityOf(ref, players.inMemory(ref));
      const held = memory.get(libraryKey(identity));
      const fresh = held && isFresh(held) && !players.isGone(identity) ? held : undefined;
      signals.libraryLookup(fresh ? 'hit' : 'miss');
      return fresh;
    },
    /** The library from memory or the shared cache, however old. */
    async atHand(ref: PlayerRef): Promise<Library | undefined> {
      const identity = identityOf(ref, await players.atHand(ref));
      const held = memory.get(libraryKey(identity));
      if (held && isFresh(held)) return held;
      // Another process may have fetched it since.
      const cached = await inCache(identity);
      // A load may have finished meanwhile.
      const newest = inMemory(ref) ?? held;
      if (!cached || (newest && newest.fetchedAt >= cached.fetchedAt)) return newest;
      memory.set(libraryKey(identity), cached);
      return cached;
    },
    /** Keeps a library that was just fetched. */
    async keep(ref: PlayerRef, library: Library): Promise<void> {
      const identity = identityOf(ref, library.player);
      memory.set(libraryKey(identity), library);
      newestAt = Math.max(newestAt ?? 0, library.fetchedAt);
      await cache.set(cacheKey(identity), await encodeLibrary(library), KEPT_MS);
    },
    /** How many are in memory, and when the newest was fetched. */
    holdings: () => ({ count: memory.size, newestAt }),
  };
}

/** A key for the library. */
export function libraryKey(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name.toLowerCase();
}

function cacheKey(ref: PlayerRef): string {
  return `library:v2:${libraryKey(ref)}`;
}
