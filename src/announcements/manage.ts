import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Wake } from '#src/platform/wake.ts';

import {
  awardKindsOf,
  DEFAULT_AWARD_FILTER,
  DEFAULT_SCHEDULE,
  KEPT_WHILE_PAUSED_MS,
} from './feed.ts';
import type { Feed, AwardFilter } from './feed.ts';
import type { Announcements, SetUp } from './management.ts';
import { digestPostOf } from './posting/compose.ts';
import type { Outbox } from './posting/outbox.ts';
import { firstSweepAt } from './reading/sweep.ts';
import { nextDigestAt } from './schedule.ts';
import type { AnnouncementTables } from './tables/announcement-store.ts';

/** What managers do with announcements, over the store. Every method throws StoreError where the database fails. */
export function createAnnouncements(options: {
  readonly store: AnnouncementStore;
  readonly outbox: Outbox;
  /** Delivery's. */
  readonly wake: Wake;
  readonly clock: Clock;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
}): Announcements {
  const { store, outbox, wake, clock, random } = options;

  /** Goes on with what was kept; what waited for too long is dropped. */
  async function goOn(tables: AnnouncementTables, feed: Feed): Promise<void> {
    const now = clock.now();
    await tables.dueAwards.dropDue(feed.channelId, now - KEPT_WHILE_PAUSED_MS);
    await tables.batches.dropDue(feed.channelId, now - KEPT_WHILE_PAUSED_MS);
    await tables.feeds.save({ ...feed, pause: null });
    await outbox.planLive(tables, now);
  }

  return {
    feedsIn: (guildId) => store.feeds.inGuild(guildId),
    async setUp(request) {
      const now = clock.now();
      const result = await store.transaction(async (tables) => {
        const before = await tables.feeds.hold(request.channelId);
        const feed = feedOf(request, before, now);
        if (feed.pause === null && before?.pause) await goOn(tables, feed);
        else await tables.feeds.save(feed);
        return { feed, isNew: before === null };
      });
      wake.wake();
      return result;
    },
    async track({ channelId }, { ulid, name, avatarPath }) {
      if (ulid === null) throw new TypeError('A player is tracked by ULID');
      const at = clock.now();
      const sweepAt = firstSweepAt(at, random);
      const player = { ulid, name, avatarPath };
      const result = await store.transaction(({ trackedPlayers }) =>
        trackedPlayers.track({ channelId, player, at, sweepAt }),
      );
      if (result.kind !== 'already') return result;
      return { kind: 'already', formerName: result.former === name ? null : result.former };
    },
    untrack: ({ channelId }, nameOrUlid) =>
      store.transaction(({ trackedPlayers }) => trackedPlayers.untrack(channelId, nameOrUlid)),
    playersOf: ({ channelId }) => store.trackedPlayers.of(channelId),
    async status({ channelId }) {
      const feed = await store.feeds.get(channelId);
      if (!feed) return null;
      const position = await store.awardFeed.get();
      // What is older will not be posted.
      const since = feed.pause ? clock.now() - KEPT_WHILE_PAUSED_MS : 0;
      const [waiting, batched] = [
        await store.dueAwards.countDue(channelId, since),
        await store.batches.countDueAwards(channelId, since),
      ];
      return {
        feed,
        playerCount: await store.trackedPlayers.count(channelId),
        dueCount: waiting + batched,
        lastPollAt: position?.polledAt ?? null,
        failingSince: position?.failingSince ?? null,
        postsFailingSince: feed.pause ? null : await store.batches.failingSince(channelId),
      };
    },
    pause: ({ channelId }, reason) =>
      store.transaction(async ({ feeds }) => {
        const feed = await feeds.hold(channelId);
        // What Discord refuses goes on with the next `setup`; what a manager paused does not.
        if (feed?.pause) await feeds.save({ ...feed, pause: { ...feed.pause, reason } });
        else await feeds.pause(channelId, reason, clock.now(), { tell: false });
      }),
    async resume({ channelId }) {
      await store.transaction(async (tables) => {
        const feed = await tables.feeds.hold(channelId);
        if (feed?.pause) await goOn(tables, feed);
      });
      wake.wake();
    },
    remove: ({ channelId }) =>
      store.transaction(async ({ feeds, trackedPlayers }) => {
        const players = await trackedPlayers.of(channelId);
        await feeds.remove(channelId);
        await trackedPlayers.forgetUntracked(players.map(({ ulid }) => ulid));
      }),
    async digest(batchId) {
      const batch = await store.batches.get(batchId);
      const feed = batch && (await store.feeds.get(batch.channelId));
      return batch && feed ? digestPostOf(batch, feed) : null;
    },
  };
}

/** What is asked for, over what there was, over what a new feed has. */
function feedOf(request: SetUp, before: Feed | null, now: number): Feed {
  const { channelId, guildId, managerId, crossposts, settings } = request;
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
    managerId,
    crossposts,
    createdAt: before?.createdAt ?? now,
    // Whoever now wants more than before does not want its past.
    wantedSince: before && isWithin(kinds, before.kinds) ? before.wantedSince : now,
    pause: before?.pause?.reason === 'manager' ? before.pause : null,
    nextDigestAt: isSameSchedule ? before.nextDigestAt : nextDigestAt(schedule, now),
    lastPostedAt: before?.lastPostedAt ?? null,
  };
}

/** Whether nothing is wanted that was not wanted before. */
function isWithin(kinds: AwardFilter, before: AwardFilter): boolean {
  const wanted = awardKindsOf(before);
  return awardKindsOf(kinds).every((kind) => wanted.includes(kind));
}
