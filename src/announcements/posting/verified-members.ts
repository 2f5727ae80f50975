import { Routes } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';

import type { BotRequests } from '#src/discord/channels/bot-requests.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { VerifiedMembers } from './compose.ts';

/** Members come and go; a mention that is an hour late harms nobody. */
const FRESH_MS = 60 * 60_000;
const PATIENCE_MS = 3_000;

/**
 * Discord is asked, for the few who have proved who they are: without privileged intents no member is known here.
 * @param options.verifiedUsers Discord users who are the player
 */
export function createVerifiedMembers(options: {
  readonly requests: BotRequests;
  readonly verifiedUsers: (ulid: Ulid) => Promise<readonly string[]>;
}): VerifiedMembers {
  const { requests, verifiedUsers } = options;
  const known = new LRUCache<string, boolean>({ max: 5_000, ttl: FRESH_MS });

  async function isMember(guildId: string, userId: string): Promise<boolean> {
    const key = `${guildId} ${userId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const route = Routes.guildMember(guildId, userId);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const outcome = await requests.send({ method: 'get', route, signal });
    // While Discord does not tell, it is asked again for the next post.
    if (outcome.kind !== 'answered' && outcome.kind !== 'refused') return false;
    const is = outcome.kind === 'answered';
    known.set(key, is);
    return is;
  }

  return {
    async memberFor(guildId, ulid) {
      try {
        for (const userId of await verifiedUsers(ulid)) {
          if (await isMember(guildId, userId)) return userId;
        }
      } catch {
        // The post goes without.
      }
      return null;
    },
  };
}
