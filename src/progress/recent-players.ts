import { LRUCache } from 'lru-cache';

import { playerText } from '#src/retroachievements/player.ts';

const CALLERS = 10_000;
const NAMES_PER_CALLER = 10;
const NAMES = 5_000;

/** The players that people looked at, to suggest while someone types: the caller's own first, then everyone's. */
export type RecentPlayers = ReturnType<typeof createRecentPlayers>;

export function createRecentPlayers() {
  const byCaller = new LRUCache<string, readonly string[]>({ max: CALLERS });
  const all = new LRUCache<string, string>({ max: NAMES });
  return {
    /**
     * @param look.callerId Discord's id of the person who looked.
     * @param look.isPrivate keeps the name from others.
     */
    add(
      playerName: string,
      { callerId, isPrivate }: { readonly callerId: string; readonly isPrivate: boolean },
    ): void {
      const key = playerName.toLowerCase();
      const others = (byCaller.get(callerId) ?? []).filter((name) => name.toLowerCase() !== key);
      byCaller.set(callerId, [playerName, ...others].slice(0, NAMES_PER_CALLER));
      if (!isPrivate) all.set(key, playerName);
    },
    /** The players that someone looked at, newest first. */
    lookedUpBy: (callerId: string): readonly string[] => byCaller.get(callerId) ?? [],
    /** Forgets what someone looked at. The list for everyone doesn't say who looked. */
    forget(callerId: string): void {
      byCaller.delete(callerId);
    },
    suggest(callerId: string, typed: string, limit: number): readonly string[] {
      const start = playerText(typed).toLowerCase();
      const own = (byCaller.get(callerId) ?? []).filter((name) =>
        name.toLowerCase().startsWith(start),
      );
      const found = new Set(own);
      if (start === '') return [...found].slice(0, limit);
      for (const [key, name] of all.entries()) {
        if (found.size >= limit) break;
        if (key.startsWith(start)) found.add(name);
      }
      return [...found].slice(0, limit);
    },
  };
}
