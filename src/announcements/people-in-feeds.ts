import { setImmediate as nextTurn } from 'node:timers/promises';

import { keepingAfter } from '#src/people/linking.ts';
import type { Link } from '#src/people/tables/links.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Ulid } from '#src/retroachievements/player.ts';
import { inChunks } from '#src/store/chunks.ts';

import { KEPT_WHILE_PAUSED_MS } from './feed.ts';
import type { Feed } from './feed.ts';
import type { Planner } from './posting/planner.ts';
import type { AnnouncementStore } from './tables/announcement-store.ts';

export type PeopleInFeeds = ReturnType<typeof createPeopleInFeeds>;

/** What feeds know about a person, and what that person decides about it. Every method throws StoreError. */
export function createPeopleInFeeds(options: {
  readonly store: AnnouncementStore;
  readonly planner: Planner;
  readonly clock: Clock;
}) {
  const { store, planner, clock } = options;

  /**
   * Stops announcing someone who wants it: whom they added as themselves, and their verified account.
   * @param channelId in one feed; null in all of them, only whom they added
   * @returns the names of those who were tracked
   */
  const leave = (userId: string, channelId: string | null, ulid: Ulid | null) =>
    store.transaction(async (tables) => {
      const added = await tables.trackedPlayers.addedBy(userId);
      const own = channelId !== null && ulid !== null ? [{ channelId, ulid }] : [];
      const names: string[] = [];
      for (const row of [...added, ...own]) {
        if (channelId !== null && row.channelId !== channelId) continue;
        await tables.feeds.hold(row.channelId);
        const player = await tables.trackedPlayers.untrack(row.channelId, row.ulid);
        if (!player) continue;
        names.push(player.name);
        await planner.dropUnwanted(tables, row.channelId, { ulid: row.ulid });
      }
      return names;
    });

  /** Drops what a paused feed wouldn't post anymore when it resumes, which may be never. */
  async function dropKeptTooLong(channelId: string): Promise<void> {
    if (!(await store.feeds.get(channelId))?.pause) return;
    await store.transaction(async ({ batches, feeds }) => {
      const feed = await feeds.hold(channelId);
      if (feed?.pause) await batches.dropDue(channelId, clock.now() - KEPT_WHILE_PAUSED_MS);
    });
  }

  return {
    /** The feeds that track a player. */
    async feedsWith(ulid: Ulid): Promise<readonly Feed[]> {
      const ids = await store.trackedPlayers.channelsOf(ulid);
      const feeds = await Promise.all(ids.map((id) => store.feeds.get(id)));
      return feeds.filter((feed) => feed !== null);
    },
    /**
     * Never announces a player again, not even their waiting awards, and forgets their games.
     * @returns how many feeds tracked the player
     */
    deny: (ulid: Ulid): Promise<number> =>
      store.transaction(async (tables) => {
        await tables.denials.add(ulid, clock.now());
        await tables.knownPlayers.forget(ulid);
        const channelIds = await tables.trackedPlayers.channelsOf(ulid);
        for (const channelId of channelIds) {
          await tables.feeds.hold(channelId);
          await tables.trackedPlayers.untrack(channelId, ulid);
          await planner.dropUnwanted(tables, channelId, { ulid });
        }
        return channelIds.length;
      }),
    /** The feeds that this person was the last to set up. */
    feedsBy: (managerId: string) => store.feeds.byManager(managerId),
    /** The channels where a Discord user added themselves. */
    addedBy: (userId: string) => store.trackedPlayers.addedBy(userId),
    leave,
    /**
     * Stops announcing the players a Discord user added as themselves, and forgets what was announced about them and
     * about their account, unless a feed still tracks it.
     */
    async forget(userId: string, link: Link | null): Promise<void> {
      const added = await store.trackedPlayers.addedBy(userId);
      await leave(userId, null, null);
      const ulids = [...added.map((row) => row.ulid), ...(link ? [link.ulid] : [])];
      await store.knownPlayers.forgetUnknown(ulids);
      if (link) await store.knownPlayers.forgetUnknown([link.ulid], keepingAfter(link));
      const channelIds = await store.feeds.channelIds();
      await inChunks(channelIds, async (chunk) => {
        await store.unwantedAwards.forgetUntracked(chunk, ulids, clock.now());
        return [];
      });
    },
    /**
     * Forgets what was announced of players whom a feed no longer tracks, and the text of posts that are never sent
     * again.
     */
    async forgetUntracked(): Promise<void> {
      for (const channelId of await store.feeds.channelIds()) {
        await dropKeptTooLong(channelId);
        await store.unwantedAwards.forgetUntracked([channelId], null, clock.now());
        // SQLite runs on the bot's own thread.
        await nextTurn();
      }
      await store.attempts.endSettled();
    },
    /** Keeps their feeds, but not who set them up: then nobody is told about pauses. */
    forgetManager: (managerId: string) => store.feeds.forgetManager(managerId),
  };
}
