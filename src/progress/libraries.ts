import { setImmediate as nextTurn } from 'node:timers/promises';

import { LRUCache } from 'lru-cache';
import { z } from 'zod';

import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';

import { createBroadcast } from './broadcast.ts';
import type { Broadcast } from './broadcast.ts';
import type { Catalogue } from './catalogue.ts';
import type { LibraryLoader } from './library-loader.ts';
import { decodeLibrary, encodeLibrary } from './library-record.ts';
import { isComplete } from './library.ts';
import type { Library } from './library.ts';
import { identityOf } from './players.ts';
import type { Players } from './players.ts';
import { warmOrders } from './query/select.ts';

/** A library, and what is still to be expected of it. */
export type LibraryUpdate =
  /** Whole and fresh, or incomplete with more on its way, or whole but old with a new one on its way. */
  | { readonly phase: 'ready' | 'loading' | 'revalidating'; readonly library: Library }
  /** Nothing newer (outdated) or nothing more (halted) is to be had, because of this failure. */
  | { readonly phase: 'outdated' | 'halted'; readonly library: Library; readonly failure: Failure };

/** Players' libraries: fetched once for all who ask at the same time, and kept. */
export type Libraries = {
  /** The library if a fresh copy is in memory: no waiting at all. */
  peek(ref: PlayerRef): Library | undefined;
  /**
   * The library, newest last: a copy at once where there is one, then what comes in.
   * @param refresh asks the site even where the copy is fresh.
   * @throws UnknownPlayer; RetroAchievementsError where there is nothing to show.
   */
  open(ref: PlayerRef, options?: { readonly refresh?: boolean }): AsyncGenerator<LibraryUpdate>;
  /** What is at hand, however old: the site is not asked. */
  recall(ref: PlayerRef): Promise<Library | undefined>;
  /**
   * For work that nobody waits for: the library as it is at `since` or later, what has come so far before the whole.
   * Its requests let all others go first, until somebody opens the same library.
   * @param since ms since 1970, not in the future
   * @throws UnknownPlayer, RetroAchievementsError
   */
  refreshed(ref: PlayerRef, since: number): AsyncGenerator<Library>;
  /** How many are in memory, and when the newest was fetched. */
  holdings(): { readonly count: number; readonly newestAt: number | null };
};

/** A library while it comes in, and when it is all there. */
type Loaded = { readonly library: Library; readonly isFinal: boolean };

type Loading = { readonly broadcast: Broadcast<Loaded>; readonly hurry: AbortController };

/** For outages: so long is an old copy better than none. */
const KEPT_MS = 24 * 60 * 60_000;
/** Decoded, in memory; about 15 MB. What falls out is still in the cache. */
const MEMORY_LIMIT_GAMES = 120_000;
const GAMES_WEIGHT_OF_A_LIBRARY = 10;
/** Fewer are put in order within a millisecond, when somebody asks: most libraries are small, and nobody sorts them. */
const LARGE_LIBRARY_GAMES = 1_000;

export function createLibraries(options: {
  readonly loader: LibraryLoader;
  readonly players: Players;
  readonly catalogue: Catalogue;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  /** How long a copy is fresh. */
  readonly ttlMs: number;
}): Libraries {
  const { loader, players, catalogue, cache, clock, log, ttlMs } = options;
  const loading = new Map<string, Loading>();
  let newestAt: number | null = null;
  const memory = new LRUCache<string, Library>({
    maxSize: MEMORY_LIMIT_GAMES,
    sizeCalculation: ({ entries }) => entries.length + GAMES_WEIGHT_OF_A_LIBRARY,
  });

  const isFresh = (library: Library) => clock.now() - library.fetchedAt < ttlMs;

  async function recall(ref: PlayerRef): Promise<Library | undefined> {
    const identity = identityOf(ref, await players.recall(ref));
    const held = memory.get(keyOf(identity));
    if (held && isFresh(held)) return held;
    // Another process may have fetched it since.
    const text = await cache.get(cacheKeyOf(identity), z.string());
    const kept = text === undefined ? null : await decodeLibrary(text, catalogue);
    // While the cache was asked, somebody else's load may have come in.
    const newest = memory.get(keyOf(identityOf(ref, players.known(ref)))) ?? held;
    if (!kept || (newest && newest.fetchedAt >= kept.fetchedAt)) return newest;
    memory.set(keyOf(identity), kept);
    return kept;
  }

  async function keep(ref: PlayerRef, library: Library): Promise<void> {
    const identity = identityOf(ref, library.player);
    memory.set(keyOf(identity), library);
    newestAt = Math.max(newestAt ?? 0, library.fetchedAt);
    await cache.set(cacheKeyOf(identity), await encodeLibrary(library), KEPT_MS);
    // The orders of a large library cost milliseconds: one a turn, and none when somebody presses a button.
    if (library.entries.length < LARGE_LIBRARY_GAMES) return;
    for (const _ of warmOrders(library)) await nextTurn();
  }

  /** A first command says a name; a button pressed while that library comes in says the ULID. */
  function keysOf(ref: PlayerRef): readonly string[] {
    const player = players.known(ref);
    if (!player) return [keyOf(ref)];
    return [ref, { kind: 'name', name: player.name } as const, identityOf(ref, player)].map(keyOf);
  }

  /** @param isAwaited whether somebody waits for it: then it hurries, also where it began without. */
  function load(ref: PlayerRef, anew: boolean, isAwaited: boolean): Broadcast<Loaded> {
    const keys = keysOf(ref);
    const running = keys.map((key) => loading.get(key)).find((found) => found);
    const wanted = running ?? { broadcast: createBroadcast(), hurry: new AbortController() };
    if (isAwaited) wanted.hurry.abort();
    if (!running) start(ref, keys, wanted, anew);
    return wanted.broadcast;
  }

  function start(ref: PlayerRef, keys: readonly string[], started: Loading, anew: boolean): void {
    const { broadcast, hurry } = started;
    for (const key of keys) loading.set(key, started);
    const ended = () => {
      for (const key of keys) if (loading.get(key) === started) loading.delete(key);
    };
    const tell = (library: Library) => broadcast.publish({ library, isFinal: false });
    loader
      .load(ref, tell, { anew, hurry: hurry.signal })
      .then((library) => {
        broadcast.publish({ library, isFinal: true });
        broadcast.finish();
        // Whoever refreshes while this is still being kept wants a newer one.
        ended();
        return keep(ref, library);
      })
      .catch((error: unknown) => {
        // After finish() it is only the keeping that failed, and the library is fetched again.
        log.warn({ error }, 'a library could not be loaded or kept');
        broadcast.fail(error);
      })
      .finally(ended);
  }

  async function* open(
    ref: PlayerRef,
    { refresh = false }: { readonly refresh?: boolean } = {},
  ): AsyncGenerator<LibraryUpdate> {
    const held = await recall(ref);
    if (held && !refresh) {
      const phase = isFresh(held) ? 'ready' : 'revalidating';
      yield { phase, library: held };
      if (phase === 'ready') return;
    }
    let newest = held;
    try {
      for await (const { library, isFinal } of load(ref, refresh, true).values()) {
        // Part of a new copy would be a step back from the whole old one.
        if (held && !isFinal) continue;
        newest = library;
        yield { phase: isFinal ? 'ready' : 'loading', library };
      }
    } catch (error) {
      if (!newest || !(error instanceof RetroAchievementsError)) throw error;
      const phase = isComplete(newest) ? 'outdated' : 'halted';
      yield { phase, library: newest, failure: error.failure };
    }
  }

  async function* refreshed(ref: PlayerRef, since: number): AsyncGenerator<Library> {
    const held = await recall(ref);
    let isRecent = held !== undefined && held.fetchedAt >= since;
    if (held && isRecent) yield held;
    // What is under way already may have begun too early: then once more, and not for ever, whatever the clock does.
    for (let loads = 0; !isRecent && loads < 2; loads += 1) {
      for await (const { library } of load(ref, false, false).values()) {
        yield library;
        isRecent = library.fetchedAt >= since;
      }
    }
  }

  return {
    peek(ref) {
      const held = memory.get(keyOf(identityOf(ref, players.known(ref))));
      return held && isFresh(held) ? held : undefined;
    },
    open,
    recall,
    refreshed,
    holdings: () => ({ count: memory.size, newestAt }),
  };
}

function keyOf(ref: PlayerRef): string {
  return ref.kind === 'ulid' ? ref.ulid : ref.name.toLowerCase();
}

function cacheKeyOf(ref: PlayerRef): string {
  return `library:v1:${keyOf(ref)}`;
}
