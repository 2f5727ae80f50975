import { Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';

import type { BotRequests } from '#src/discord/channels/bot-requests.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

export type VerifiedMembers = ReturnType<typeof createVerifiedMembers>;

/** A mention may be an hour out of date. */
const FRESH_MS = 60 * 60_000;
const PATIENCE_MS = 3_000;

/**
 * Which members of a server have proved that they are a player. Asks Discord, because the bot has no members intent.
 * @param options.verifiedUsers Discord users who are the player
 */
export function createVerifiedMembers(options: {
  readonly requests: BotRequests;
  readonly verifiedUsers: (ulid: Ulid) => Promise<readonly string[]>;
}) {
  const { requests, verifiedUsers } = options;
  const known = new LRUCache<string, boolean>({ max: 5_000, ttl: FRESH_MS });

  async function isMember(guildId: string, userId: string): Promise<boolean> {
    const key = `${guildId} ${userId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const route = Routes.guildMember(guildId, userId);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const outcome = await requests.send({ method: 'get', route, signal });
    // No response: asks again for the next post.
    if (outcome.kind !== 'answered' && outcome.kind !== 'refused') return false;
    const is = outcome.kind === 'answered';
    known.set(key, is);
    return is;
  }

  return {
    /** The Discord user to mention; null if there is none. Never rejects: no post waits for a mention. */
    async memberFor(guildId: string, ulid: Ulid): Promise<string | null> {
      try {
        for (const userId of await verifiedUsers(ulid)) {
          if (await isMember(guildId, userId)) return userId;
        }
      } catch {
        // The post goes without a mention.
      }
      return null;
    },
  };
}
