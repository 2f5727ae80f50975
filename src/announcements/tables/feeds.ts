import { sql } from 'kysely';
import type { Insertable, Kysely, Selectable } from 'kysely';
import { z } from 'zod';

import {
  AWARD_FILTERS,
  CADENCES,
  DEFAULT_AWARD_FILTER,
  DEFAULT_SCHEDULE,
  PAUSE_REASONS,
  WEEKDAYS,
} from '#src/announcements/feed.ts';
import type { Feed, AwardFilter, Pause, PauseReason } from '#src/announcements/feed.ts';

import { IS_READABLE } from './readable-feeds.ts';
import type { FeedRow, Schema } from './schema.ts';

/** The rest follow next time. */
const LOOKS_LIMIT = 20;

/** The manager of a feed whose manager had their data deleted. */
const NOBODY = '';

/** The feeds, one per channel. */
export function createFeeds(db: Kysely<Schema>) {
  const one = (channelId: string) =>
    db.selectFrom('feeds').selectAll().where('channel_id', '=', channelId);
  return {
    async get(channelId: string): Promise<Feed | null> {
      const row = await one(channelId).executeTakeFirst();
      return row ? toFeed(row) : null;
    },
    /** Gets the feed and keeps others from changing it until this transaction ends. */
    async hold(channelId: string): Promise<Feed | null> {
      const row = await one(channelId).forNoKeyUpdate().executeTakeFirst();
      return row ? toFeed(row) : null;
    },
    /** Oldest first. */
    async inGuild(guildId: string): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('created_at')
        .orderBy('channel_id')
        .execute();
      return rows.map(toFeed);
    },
    /** Those that this user was the last to set up, oldest first. */
    async byManager(managerId: string): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('manager_id', '=', managerId)
        .orderBy('created_at')
        .orderBy('channel_id')
        .execute();
      return rows.map(toFeed);
    },
    async forgetManager(managerId: string): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ manager_id: NOBODY, notice_due: 0 })
        .where('manager_id', '=', managerId)
        .execute();
    },
    /** Every feed's channel. */
    async channelIds(): Promise<readonly string[]> {
      const rows = await db
        .selectFrom('feeds')
        .select('channel_id')
        .orderBy('channel_id')
        .execute();
      return rows.map((row) => row.channel_id);
    },
    /** Creates the feed or overwrites it. */
    async save(feed: Feed): Promise<void> {
      const { channel_id, ...rest } = toRow(feed);
      await db
        .insertInto('feeds')
        .values({ channel_id, ...rest })
        .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(rest))
        .execute();
    },
    /** In a transaction. Removes everything due as well, and doesn't wait for a post under way. */
    async remove(channelId: string): Promise<void> {
      const batches = db
        .selectFrom('batches')
        .select('id')
        .where('channel_id', '=', channelId)
        .forUpdate()
        .skipLocked();
      await db.deleteFrom('attempts').where('batch_id', 'in', batches).execute();
      await db.deleteFrom('batches').where('id', 'in', batches).execute();
      await db.deleteFrom('feeds').where('channel_id', '=', channelId).execute();
    },
    /**
     * Does nothing if the feed is already paused.
     * @param options.tell whether to tell its manager, unless they already know of this problem
     * @param options.detail what Discord said, where the reason doesn't
     * @param options.lookAt when to check whether it can resume, ms since 1970; null for never
     */
    async pause(
      channelId: string,
      reason: PauseReason,
      at: number,
      options: {
        readonly tell: boolean;
        readonly detail?: string | null;
        readonly lookAt?: number | null;
      },
    ): Promise<void> {
      const { tell, detail = null, lookAt = null } = options;
      await db
        .updateTable('feeds')
        .set({
          pause_reason: reason,
          pause_detail: detail,
          paused_at: at,
          look_at: lookAt,
          notice_due: tell ? sql<number>`1 - told` : 0,
        })
        .where('channel_id', '=', channelId)
        .where('pause_reason', 'is', null)
        .execute();
    },
    /** A manager's own pause on top of another: nothing else ends it. */
    async keepPaused(channelId: string): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ pause_reason: 'manager', pause_detail: null, look_at: null, notice_due: 0 })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** The award filters in use by feeds that track anyone. */
    async wantedFilters(): Promise<readonly AwardFilter[]> {
      const wanted: AwardFilter[] = [];
      // One by one: each query stops at the first feed that tracks anyone instead of going through all feeds.
      for (const kinds of AWARD_FILTERS) {
        const row = await db
          .selectFrom('feeds')
          .select('channel_id')
          .where('kinds', '=', kinds)
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('tracked_players')
                .select('ulid')
                .whereRef('tracked_players.channel_id', '=', 'feeds.channel_id'),
            ),
          )
          .limit(1)
          .executeTakeFirst();
        if (row) wanted.push(kinds);
      }
      return wanted;
    },
    /** Feeds that are not paused and whose digest is due. */
    async withDigestDue(now: number): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('next_digest_at', '<=', now)
        .where('pause_reason', 'is', null)
        .where(IS_READABLE)
        .orderBy('next_digest_at')
        .execute();
      return rows.map(toFeed);
    },
    /** Sets the next digest unless another process has done so already; tells whether it was set. */
    async moveDigest(channelId: string, from: number, to: number | null): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('feeds')
        .set({ next_digest_at: to })
        .where('channel_id', '=', channelId)
        .where('next_digest_at', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Discord accepted a post: whatever the problem was, it's gone. */
    async posted(channelId: string, at: number): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ last_posted_at: at, trouble_since: null, told: 0 })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** Since when Discord has refused every post, ms since 1970; null if it accepts them. */
    async troubleSince(channelId: string): Promise<number | null> {
      const row = await db
        .selectFrom('feeds')
        .select('trouble_since as since')
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row?.since ?? null;
    },
    /** @param since ms since 1970; null lets the next refusal start over */
    async inTrouble(channelId: string, since: number | null): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ trouble_since: since })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** Paused feeds whose channel is due for a check, those that have waited longest first. */
    async toLookAt(now: number): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('look_at', '<=', now)
        .where('pause_reason', 'is not', null)
        .where('pause_reason', '!=', 'manager')
        .where(IS_READABLE)
        .orderBy('look_at')
        .limit(LOOKS_LIMIT)
        .execute();
      return rows.map(toFeed);
    },
    /** Sets when to check a paused feed's channel next. */
    async lookAt(channelId: string, at: number): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ look_at: at })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** Whether posts are published to channels that follow it, which depends on the channel's type. */
    async setCrossposts(channelId: string, crossposts: boolean): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ crossposts: crossposts ? 1 : 0 })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** Feeds whose managers haven't been told about a pause yet. */
    async withNoticeDue(): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('notice_due', '=', 1)
        .where('manager_id', '<>', NOBODY)
        .where(IS_READABLE)
        .execute();
      return rows.map(toFeed);
    },
    /** Until Discord accepts a post again, the manager isn't told about it again. */
    async noticeGiven(channelIds: readonly string[]): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ notice_due: 0, told: 1 })
        .where('channel_id', 'in', channelIds)
        .execute();
    },
  };
}

const kinds = z.enum(AWARD_FILTERS);
const cadence = z.enum(CADENCES);
const weekday = z.enum(WEEKDAYS);
const pauseReason = z
  .enum(PAUSE_REASONS)
  .nullable()
  .catch(() => 'refused' as const);

/** Settings that a newer version wrote show as a pause, and count as one: `IS_READABLE`. */
function toFeed(row: Selectable<FeedRow>): Feed {
  const read = {
    kinds: kinds.safeParse(row.kinds).data,
    cadence: cadence.safeParse(row.cadence).data,
    weekday: weekday.safeParse(row.weekday).data,
  };
  const isReadable = Object.values(read).every((word) => word !== undefined);
  return {
    channelId: row.channel_id,
    guildId: row.guild_id,
    kinds: read.kinds ?? DEFAULT_AWARD_FILTER,
    schedule: {
      cadence: read.cadence ?? DEFAULT_SCHEDULE.cadence,
      hour: row.hour,
      weekday: read.weekday ?? DEFAULT_SCHEDULE.weekday,
      timezone: row.timezone,
    },
    roleId: row.role_id,
    language: row.language,
    managerId: row.manager_id,
    crossposts: row.crossposts === 1,
    createdAt: row.created_at,
    wantedSince: row.wanted_since,
    pause: isReadable ? toPause(row) : { reason: 'newerVersion', at: row.created_at },
    nextDigestAt: row.next_digest_at,
    lastPostedAt: row.last_posted_at,
  };
}

function toPause(row: Selectable<FeedRow>): Pause | null {
  const reason = pauseReason.parse(row.pause_reason);
  if (reason === null) return null;
  const { paused_at: at, pause_detail: detail } = row;
  return { reason, at: at ?? 0, ...(detail === null ? {} : { detail }) };
}

function toRow(feed: Feed): Insertable<FeedRow> {
  const { schedule, pause } = feed;
  return {
    channel_id: feed.channelId,
    guild_id: feed.guildId,
    kinds: feed.kinds,
    cadence: schedule.cadence,
    hour: schedule.hour,
    weekday: schedule.weekday,
    timezone: schedule.timezone,
    role_id: feed.roleId,
    language: feed.language,
    manager_id: feed.managerId,
    crossposts: feed.crossposts ? 1 : 0,
    created_at: feed.createdAt,
    wanted_since: feed.wantedSince,
    pause_reason: pause?.reason ?? null,
    paused_at: pause?.at ?? null,
    pause_detail: pause?.detail ?? null,
    notice_due: 0,
    look_at: null,
    next_digest_at: feed.nextDigestAt,
    last_posted_at: feed.lastPostedAt,
  };
}
