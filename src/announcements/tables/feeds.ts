import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';

import { CADENCES, AWARD_FILTERS, PAUSE_REASONS, WEEKDAYS } from '#src/announcements/feed.ts';
import type { Feed, AwardFilter, PauseReason } from '#src/announcements/feed.ts';

import type { FeedRow, Schema } from './schema.ts';

/** The feeds, one a channel. */
export type Feeds = {
  get(channelId: string): Promise<Feed | null>;
  /** The same in a transaction; until it ends, nobody else changes the feed. */
  hold(channelId: string): Promise<Feed | null>;
  /** Oldest first. */
  inGuild(guildId: string): Promise<readonly Feed[]>;
  /** Makes the feed, or writes it anew as it is given. */
  save(feed: Feed): Promise<void>;
  /** With all that was due to it, in a transaction. What is on its way to Discord just now is not waited for. */
  remove(channelId: string): Promise<void>;
  /** @param options.tell whether its manager is to be told. Nothing where it is paused already. */
  pause(
    channelId: string,
    reason: PauseReason,
    at: number,
    options: { tell: boolean },
  ): Promise<void>;
  /** What the feeds that track somebody want, each once. */
  wantedFilters(): Promise<readonly AwardFilter[]>;
  /** Feeds that are not paused and whose digest is due. */
  withDigestDue(now: number): Promise<readonly Feed[]>;
  /** Sets the next digest, if it is still the one that is given; false where another was quicker. */
  moveDigest(channelId: string, from: number, to: number | null): Promise<boolean>;
  posted(channelId: string, at: number): Promise<void>;
  /** Feeds whose managers are to be told that they are paused. */
  withNoticeDue(): Promise<readonly Feed[]>;
  noticeGiven(channelId: string): Promise<void>;
};

export function createFeeds(db: Kysely<Schema>, hasRowLocks: boolean): Feeds {
  const one = (channelId: string) =>
    db.selectFrom('feeds').selectAll().where('channel_id', '=', channelId);
  return {
    async get(channelId) {
      const row = await one(channelId).executeTakeFirst();
      return row ? toFeed(row) : null;
    },
    async hold(channelId) {
      const row = await one(channelId)
        .$if(hasRowLocks, (query) => query.forNoKeyUpdate())
        .executeTakeFirst();
      return row ? toFeed(row) : null;
    },
    async inGuild(guildId) {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('created_at')
        .orderBy('channel_id')
        .execute();
      return rows.map(toFeed);
    },
    async save(feed) {
      const { channel_id, ...rest } = toRow(feed);
      await db
        .insertInto('feeds')
        .values({ channel_id, ...rest })
        .onConflict((conflict) => conflict.column('channel_id').doUpdateSet(rest))
        .execute();
    },
    async remove(channelId) {
      const batches = db
        .selectFrom('batches')
        .select('id')
        .where('channel_id', '=', channelId)
        .$if(hasRowLocks, (query) => query.forUpdate().skipLocked());
      await db.deleteFrom('attempts').where('batch_id', 'in', batches).execute();
      await db.deleteFrom('batches').where('id', 'in', batches).execute();
      await db.deleteFrom('feeds').where('channel_id', '=', channelId).execute();
    },
    async pause(channelId, reason, at, { tell }) {
      await db
        .updateTable('feeds')
        .set({ pause_reason: reason, paused_at: at, notice_due: tell ? 1 : 0 })
        .where('channel_id', '=', channelId)
        .where('pause_reason', 'is', null)
        .execute();
    },
    async wantedFilters() {
      const wanted: AwardFilter[] = [];
      // One by one: each is found at the first feed that tracks somebody, and not every feed is looked into.
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
    async withDigestDue(now) {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('next_digest_at', '<=', now)
        .where('pause_reason', 'is', null)
        .orderBy('next_digest_at')
        .execute();
      return rows.map(toFeed);
    },
    async moveDigest(channelId, from, to) {
      const { numUpdatedRows } = await db
        .updateTable('feeds')
        .set({ next_digest_at: to })
        .where('channel_id', '=', channelId)
        .where('next_digest_at', '=', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async posted(channelId, at) {
      await db
        .updateTable('feeds')
        .set({ last_posted_at: at })
        .where('channel_id', '=', channelId)
        .execute();
    },
    async withNoticeDue() {
      const rows = await db.selectFrom('feeds').selectAll().where('notice_due', '=', 1).execute();
      return rows.map(toFeed);
    },
    async noticeGiven(channelId) {
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
