import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';

import { CADENCES, AWARD_FILTERS, PAUSE_REASONS, WEEKDAYS } from '#src/announcements/feed.ts';
import type { Feed, AwardFilter, PauseReason } from '#src/announcements/feed.ts';

import type { FeedRow, Schema } from './schema.ts';

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
     * @param options.tell whether to tell its manager
     */
    async pause(
      channelId: string,
      reason: PauseReason,
      at: number,
      { tell }: { readonly tell: boolean },
    ): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ pause_reason: reason, paused_at: at, notice_due: tell ? 1 : 0 })
        .where('channel_id', '=', channelId)
        .where('pause_reason', 'is', null)
        .execute();
    },
    /** The award filters in use by feeds that track somebody. */
    async wantedFilters(): Promise<readonly AwardFilter[]> {
      const wanted: AwardFilter[] = [];
      // One by one: each query stops at the first feed that tracks somebody instead of looking at all feeds.
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
    async posted(channelId: string, at: number): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ last_posted_at: at })
        .where('channel_id', '=', channelId)
        .execute();
    },
    /** Feeds whose managers have yet to be told of a pause. */
    async withNoticeDue(): Promise<readonly Feed[]> {
      const rows = await db.selectFrom('feeds').selectAll().where('notice_due', '=', 1).execute();
      return rows.map(toFeed);
    },
    async noticeGiven(channelId: string): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ notice_due: 0 })
        .where('channel_id', '=', channelId)
        .execute();
    },
  };
}

const words = z.object({
  kinds: z.enum(AWARD_FILTERS),
  cadence: z.enum(CADENCES),
  weekday: z.enum(WEEKDAYS),
  pause_reason: z.enum(PAUSE_REASONS).nullable(),
});

function toFeed(row: Selectable<FeedRow>): Feed {
  const { kinds, cadence, weekday, pause_reason: reason } = words.parse(row);
  return {
    channelId: row.channel_id,
    guildId: row.guild_id,
    kinds,
    schedule: { cadence, hour: row.hour, weekday, timezone: row.timezone },
    roleId: row.role_id,
    managerId: row.manager_id,
    crossposts: row.crossposts === 1,
    createdAt: row.created_at,
    wantedSince: row.wanted_since,
    pause: reason === null ? null : { reason, at: row.paused_at ?? 0 },
    nextDigestAt: row.next_digest_at,
    lastPostedAt: row.last_posted_at,
  };
}

function toRow(feed: Feed): FeedRow {
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
    manager_id: feed.managerId,
    crossposts: feed.crossposts ? 1 : 0,
    created_at: feed.createdAt,
    wanted_since: feed.wantedSince,
    pause_reason: pause?.reason ?? null,
    paused_at: pause?.at ?? null,
    notice_due: 0,
    next_digest_at: feed.nextDigestAt,
    last_posted_at: feed.lastPostedAt,
  };
}
