import { LRUCache } from 'lru-cache';

/** Names to offer while somebody types: first those that this person looked at, then those that anybody did. */
export type RecentPlayers = {
  /**
   * @param look.callerId Discord's id of who looked.
   * @param look.isPrivate whether others should not hear of it.
   */
  add(playerName: string, look: { readonly callerId: string; readonly isPrivate: boolean }): void;
  suggest(callerId: string, typed: string, limit: number): readonly string[];
};

const CALLERS = 10_000;
const NAMES_OF_A_CALLER = 10;
const NAMES = 5_000;

export function createRecentPlayers(): RecentPlayers {
  const byCaller = new LRUCache<string, readonly string[]>({ max: CALLERS });
  const all = new LRUCache<string, string>({ max: NAMES });
  return {
    add(playerName, { callerId, isPrivate }) {
      const key = playerName.toLowerCase();
      const others = (byCaller.get(callerId) ?? []).filter((name) => name.toLowerCase() !== key);
      byCaller.set(callerId, [playerName, ...others].slice(0, NAMES_OF_A_CALLER));
      if (!isPrivate) all.set(key, playerName);
    },
    suggest(callerId, typed, limit) {
      const start = typed.trim().toLowerCase();
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
