import { setImmediate as nextTurn } from 'node:timers/promises';

import { Refusal } from '#src/messages/refusal.ts';
import type { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { Signals } from '#src/platform/signals.ts';
import type { PlayerRef } from '#src/retroachievements/player.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';

import { createBroadcast } from './broadcast.ts';
import type { Broadcast } from './broadcast.ts';
import type { Catalogue } from './catalogue.ts';
import { createKeptLibraries, libraryKey } from './kept-libraries.ts';
import type { LibraryLoader } from './library-loader.ts';
import { isComplete } from './library.ts';
import type { Library } from './library.ts';
import { identityOf } from './players.ts';
import type { Players } from './players.ts';
import { warmOrders } from './query/select.ts';

/** A library, and whether there is more to come. */
export type LibraryUpdate =
  /** Complete and fresh; or not complete yet; or old, with a new copy on its way. */
  | { readonly phase: 'ready' | 'loading' | 'revalidating'; readonly library: Library }
  /** A failure: an old copy is the newest there is (outdated), or the rest isn't coming (halted). */
  | { readonly phase: 'outdated' | 'halted'; readonly library: Library; readonly failure: Failure };

type Part = { readonly library: Library; readonly isFinal: boolean };
type Loading = {
  readonly parts: Broadcast<Part>;
  readonly hurry: AbortController;
  /** Who is charged for it, whoever else waits. */
  readonly person: string | undefined;
};

/** Smaller libraries are sorted within a millisecond, when someone asks. */
const LARGE_LIBRARY_GAMES = 1_000;

/** Players' libraries: loaded once for everyone who asks at the same time, and kept. */
export type Libraries = ReturnType<typeof createLibraries>;

/** @param options.ttlMs how long a copy is fresh. */
export function createLibraries(options: {
  readonly loader: LibraryLoader;
  readonly players: Players;
  readonly catalogue: Catalogue;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'debug' | 'warn'>;
  readonly ttlMs: number;
  /** Called with each whole library that came from the site; it must come back at once. */
  readonly onWhole?: (library: Library) => void;
  readonly signals?: Signals;
}) {
  const { loader, players, log, onWhole } = options;
  const kept = createKeptLibraries(options);
  const loading = new Map<string, Loading>();

  /** A first command names the player; a button pressed while that library loads says the ULID. */
  function keysOf(ref: PlayerRef): readonly string[] {
    const player = players.inMemory(ref);
    if (!player) return [libraryKey(ref)];
    const byName = { kind: 'name', name: player.name } as const;
    return [ref, byName, identityOf(ref, player)].map(libraryKey);
  }

  /**
   * Joins a load that is under way, or starts one. @param isAwaited hurries it, even one that began in the background.
   */
  function load(ref: PlayerRef, refresh: boolean, isAwaited: boolean, person?: string): Loading {
    const keys = keysOf(ref);
    const running = keys.map((key) => loading.get(key)).find((found) => found);
    const wanted = running ?? {
      parts: createBroadcast<Part>(),
      hurry: new AbortController(),
      person,
    };
    if (isAwaited) wanted.hurry.abort();
    if (!running) start(ref, keys, wanted, refresh);
    return wanted;
  }

  function start(ref: PlayerRef, keys: readonly string[], started: Loading, refresh: boolean) {
    const { parts, hurry, person } = started;
    for (const key of keys) loading.set(key, started);
    const ended = () => {
      for (const key of keys) if (loading.get(key) === started) loading.delete(key);
    };
    const onPart = (library: Library) => parts.publish({ library, isFinal: false });
    loader
      .load(ref, onPart, { refresh, hurry: hurry.signal, person, hadGames: () => hasGames(ref) })
      .then((library) => {
        parts.publish({ library, isFinal: true });
        parts.finish();
        // A refresh that comes while this is being kept gets a newer one.
        ended();
        return keep(ref, library);
      })
      .catch((error: unknown) => {
        // A mistyped name isn't worth a warning.
        const level = error instanceof Refusal || isOwnShare(error) ? 'debug' : 'warn';
        log[level]({ error }, 'a library could not be loaded or kept');
        // Whoever tries again now gets a new one.
        ended();
        parts.fail(error);
      })
      .finally(ended);
  }

  /** A load that ends because someone else has used up their share is tried once more, on this person's. */
  async function* awaited(
    ref: PlayerRef,
    refresh: boolean,
    person: string | undefined,
  ): AsyncGenerator<Part, void, undefined> {
    const joined = load(ref, refresh, true, person);
    try {
      yield* joined.parts.values();
    } catch (error) {
      if (!isOwnShare(error) || joined.person === person) throw error;
      yield* load(ref, refresh, true, person).parts.values();
    }
  }

  async function hasGames(ref: PlayerRef): Promise<boolean> {
    const held = await kept.atHand(ref);
    return held !== undefined && held.entries.length > 0;
  }

  async function keep(ref: PlayerRef, library: Library): Promise<void> {
    await kept.keep(ref, library);
    onWhole?.(library);
    // Sorting a large library takes milliseconds: one order a turn, before anyone presses a button.
    if (library.entries.length < LARGE_LIBRARY_GAMES) return;
    for (const _ of warmOrders(library)) await nextTurn();
  }

  return {
    fresh: kept.fresh,
    atHand: kept.atHand,
    holdings: kept.holdings,
    /**
     * The library, newest last: a copy right away if there is one, then what the site sends.
     * @param options.refresh asks the site even for a fresh one.
     * @param options.person who asked, as Discord's id: what the site is asked for is charged to them.
     * @throws UnknownPlayer, AccountGone; RetroAchievementsError with nothing to show.
     */
    async *open(
      ref: PlayerRef,
      { refresh = false, person }: { readonly refresh?: boolean; readonly person?: string } = {},
    ): AsyncGenerator<LibraryUpdate, void, undefined> {
      const held = await kept.atHand(ref);
      if (held && !refresh && !kept.isGone(ref)) {
        const phase = kept.isFresh(held) ? 'ready' : 'revalidating';
        yield { phase, library: held };
        if (phase === 'ready') return;
      }
      let newest = held;
      try {
        for await (const { library, isFinal } of awaited(ref, refresh, person)) {
          // Part of a new copy would be a step back from an old, whole one.
          if (held && !isFinal) continue;
          newest = library;
          yield { phase: isFinal ? 'ready' : 'loading', library };
        }
      } catch (error) {
        if (!newest || !(error instanceof RetroAchievementsError)) throw error;
        const phase = isComplete(newest) ? 'outdated' : 'halted';
        yield { phase, library: newest, failure: error.failure };
      }
    },
    /**
     * The library as of `since` or later, in parts as it comes in, for work that nobody waits for: all other requests
     * go first, unless someone opens the same library.
     * @param since ms since 1970, not in the future
     * @throws UnknownPlayer, AccountGone, RetroAchievementsError
     */
    async *refreshed(ref: PlayerRef, since: number): AsyncGenerator<Library, void, undefined> {
      const held = await kept.atHand(ref);
      let isRecent = held !== undefined && held.fetchedAt >= since;
      if (held && isRecent) yield held;
      // A load that is under way may have begun too early. Then it loads once more, but not forever, whatever the clock
      // does.
      for (let loads = 0; !isRecent && loads < 2; loads += 1) {
        for await (const { library } of load(ref, false, false).parts.values()) {
          yield library;
          isRecent = library.fetchedAt >= since;
        }
      }
    },
  };
}

function isOwnShare(error: unknown): boolean {
  return error instanceof RetroAchievementsError && error.failure.kind === 'own-share';
}
