import type { Clock } from '#src/platform/clock.ts';
import type { Wake } from '#src/platform/wake.ts';
import type { Player } from '#src/retroachievements/player.ts';

import { createFeedStatus } from './feed-status.ts';
import {
  awardKindsOf,
  DEFAULT_AWARD_FILTER,
  DEFAULT_SCHEDULE,
  KEPT_WHILE_PAUSED_MS,
} from './feed.ts';
import type { AwardFilter, Feed, FeedSettings, PauseReason } from './feed.ts';
import type { Freshness } from './freshness.ts';
import { moveFeed } from './move-feed.ts';
import type { TakenAlong } from './move-feed.ts';
import { digestPostOf } from './posting/compose.ts';
import type { Planner } from './posting/planner.ts';
import { resumeFeed } from './posting/resume-feed.ts';
import { firstSweepAt } from './reading/sweep.ts';
import { nextDigestAt } from './schedule.ts';
import type { AnnouncementStore, AnnouncementTables } from './tables/announcement-store.ts';

type SetUp = {
  readonly channelId: string;
  readonly guildId: string;
  readonly managerId: string;
  readonly crossposts: boolean;
  /** For a new feed. */
  readonly serverLanguage: string;
  readonly settings: FeedSettings;
};

export type Management = ReturnType<typeof createManagement>;

/** What managers do with feeds: everything behind `/announcements` but Discord itself. Every method throws StoreError. */
export function createManagement(options: {
  readonly store: AnnouncementStore;
  readonly planner: Planner;
  /** Delivery's. */
  readonly wake: Wake;
  readonly clock: Clock;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
  readonly freshness: Freshness;
}) {
  const { store, planner, wake, clock, random, freshness } = options;

  /** Applies a change of the feed to its waiting awards. @returns how many no longer match */
  async function replan(tables: AnnouncementTables, before: Feed, feed: Feed): Promise<number> {
    const { channelId, kinds, schedule } = feed;
    if (schedule.cadence !== before.schedule.cadence) await tables.openBatches.takeApart(channelId);
    if (kinds === before.kinds) return 0;
    return planner.dropUnwanted(tables, channelId, { otherThan: awardKindsOf(kinds) });
  }

  return {
    feedsIn: (guildId: string) => store.feeds.inGuild(guildId),
    /** Creates the channel's feed, or changes it. This ends a pause by Discord, but not one by a manager. */
    async setUp(request: SetUp) {
      const now = clock.now();
      const result = await store.transaction(async (tables) => {
        const before = await tables.feeds.hold(request.channelId);
        const feed = feedOf(request, before, now);
        await tables.feeds.save(feed);
        await tables.feedTroubles.setRefusingSince(feed.channelId, null);
        const droppedCount = before ? await replan(tables, before, feed) : 0;
        if (feed.pause === null && before?.pause) await resumeFeed(tables, planner, feed, now);
        else await planner.planLive(tables, now);
        return { feed, isNew: before === null, droppedCount };
      });
      wake.wake();
      return result;
    },
    /**
     * Announces a player's awards from now on, never older ones.
     * @returns `full` if the feed has PLAYERS_LIMIT players, `gone` if it was just removed, `denied` if the player is
     * never announced; `formerName` is the player's name in the feed so far, if it was a different one
     */
    async track({ channelId }: Feed, { ulid, name, avatarPath }: Player, addedBy?: string) {
      if (ulid === null) throw new TypeError('A player is tracked by ULID');
      const at = clock.now();
      const sweepAt = firstSweepAt(at, random);
      const player = { ulid, name, avatarPath };
      const result = await store.transaction(async ({ denials, trackedPlayers }) =>
        (await denials.has(ulid))
          ? ({ kind: 'denied' } as const)
          : trackedPlayers.track({
              channelId,
              player,
              at,
              sweepAt,
              ...(addedBy === undefined ? {} : { addedBy }),
            }),
      );
      if (result.kind !== 'already') return result;
      const formerName = result.former === name ? null : result.former;
      return { kind: result.kind, formerName };
    },
    /**
     * By ULID, or by tracked name in any case. Null if the feed has no such player.
     * @returns with `droppedCount`: the player's waiting awards that won't be posted
     */
    untrack: ({ channelId }: Feed, nameOrUlid: string) =>
      store.transaction(async (tables) => {
        const player = await tables.trackedPlayers.untrack(channelId, nameOrUlid);
        if (!player) return null;
        const { ulid } = player;
        return { ...player, droppedCount: await planner.dropUnwanted(tables, channelId, { ulid }) };
      }),
    /** By name. */
    playersOf: ({ channelId }: Feed) => store.trackedPlayers.of(channelId),
    status: createFeedStatus({ store, clock, freshness }),
    pause: ({ channelId }: Feed, reason: PauseReason) =>
      store.transaction(async ({ feeds, feedTroubles }) => {
        const feed = await feeds.hold(channelId);
        // `setup` ends a pause by Discord; a manager's pause on top of it must stay.
        if (feed?.pause) await feedTroubles.keepPaused(channelId);
        else await feedTroubles.pause(channelId, reason, clock.now(), { tell: false });
      }),
    /**
     * Posts what was kept, and retries what Discord rejected, except what is older than KEPT_WHILE_PAUSED_MS.
     * @returns how many rejected posts are tried again
     */
    async resume({ channelId }: Feed): Promise<number> {
      const retried = await store.transaction(async (tables) => {
        const feed = await tables.feeds.hold(channelId);
        if (!feed) return 0;
        const now = clock.now();
        await tables.feedTroubles.setRefusingSince(channelId, null);
        const count = await tables.rejections.retry(channelId, now - KEPT_WHILE_PAUSED_MS);
        if (feed.pause) await resumeFeed(tables, planner, feed, now);
        return count;
      });
      wake.wake();
      return retried;
    },
    /**
     * Moves a deleted channel's players to another feed, which announces them from now on, together with their waiting
     * awards. The deleted channel's feed is removed once it has no players left.
     * @returns null if one of the feeds was removed meanwhile
     */
    async takeAlong(source: Feed, target: Feed): Promise<TakenAlong | null> {
      const taken = await store.transaction(async (tables) => {
        const now = clock.now();
        const ids = [source.channelId, target.channelId].toSorted();
        for (const id of ids) if (!(await tables.feeds.hold(id))) return null;
        const moved = await moveFeed(tables, planner, { source, target, now });
        await planner.planLive(tables, now);
        return moved;
      });
      wake.wake();
      return taken;
    },
    /** Removes a feed with its players and everything that is due. */
    remove: ({ channelId }: Feed) =>
      store.transaction(async ({ feeds, trackedPlayers }) => {
        const players = await trackedPlayers.of(channelId);
        await feeds.remove(channelId);
        await trackedPlayers.forgetUntracked(players.map(({ ulid }) => ulid));
      }),
    /**
     * A digest's content for its full list, without players who are never announced. Null if it is
     * no longer stored, or holds nobody else.
     * @param guildId where the button was pressed; a digest of another server is `elsewhere`.
     */
    async digest(batchId: string, guildId: string | null) {
      const batch = await store.batches.get(batchId);
      const feed = batch && (await store.feeds.get(batch.channelId));
      // Players whom nobody tracks any longer are forgotten.
      if (!batch || !feed || batch.awards.length === 0) return null;
      if (feed.guildId !== guildId) return 'elsewhere';
      const ulids = [...new Set(batch.awards.map(({ ulid }) => ulid))];
      const denied = await store.denials.among(ulids);
      const awards = batch.awards.filter(({ ulid }) => !denied.has(ulid));
      return awards.length === 0 ? null : digestPostOf({ ...batch, awards }, feed);
    },
  };
}

/** The requested settings, else the current ones, else the defaults. */
function feedOf(request: SetUp, before: Feed | null, now: number): Feed {
  const { channelId, guildId, managerId, crossposts, serverLanguage, settings } = request;
  const schedule = { ...DEFAULT_SCHEDULE, ...before?.schedule, ...settings.schedule };
  const kinds = settings.kinds ?? before?.kinds ?? DEFAULT_AWARD_FILTER;
  const isSameSchedule =
    before !== null &&
    before.schedule.cadence === schedule.cadence &&
    before.schedule.hour === schedule.hour &&
    before.schedule.weekday === schedule.weekday &&
    before.schedule.timezone === schedule.timezone;
  return {
    channelId,
    guildId,
    kinds,
    schedule,
    roleId: settings.roleId === undefined ? (before?.roleId ?? null) : settings.roleId,
    language: settings.language ?? before?.language ?? serverLanguage,
    managerId,
    crossposts,
    createdAt: before?.createdAt ?? now,
    // A wider filter starts now: nobody asked for the past.
    wantedSince: before && isWithin(kinds, before.kinds) ? before.wantedSince : now,
    pause: before?.pause?.reason === 'manager' ? before.pause : null,
    nextDigestAt: isSameSchedule ? before.nextDigestAt : nextDigestAt(schedule, now),
    lastPostedAt: before?.lastPostedAt ?? null,
  };
}

/** Whether the new filter lets through nothing that the old one didn't. */
function isWithin(kinds: AwardFilter, before: AwardFilter): boolean {
  const wanted = awardKindsOf(before);
  return awardKindsOf(kinds).every((kind) => wanted.includes(kind));
}
