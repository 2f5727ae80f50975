import type { Kysely } from 'kysely';

import { AWARD_FILTERS } from '#src/announcements/feed.ts';
import type { Feed, AwardFilter } from '#src/announcements/feed.ts';

import { NOBODY, toFeed, toRow } from './feed-row.ts';
import { IS_READABLE } from './readable-feeds.ts';
import type { Schema } from './schema.ts';

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
    /** Whether posts are published to channels that follow it, which depends on the channel's type. */
    async setCrossposts(channelId: string, crossposts: boolean): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ crossposts: crossposts ? 1 : 0 })
        .where('channel_id', '=', channelId)
        .execute();
    },
  };
}
