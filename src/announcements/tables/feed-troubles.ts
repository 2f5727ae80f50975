import { sql } from 'kysely';
import type { Kysely } from 'kysely';

import type { Feed, PauseReason } from '#src/announcements/feed.ts';

import { NOBODY, toFeed } from './feed-row.ts';
import { IS_READABLE } from './readable-feeds.ts';
import type { Schema } from './schema.ts';

/** The rest follow next time. */
const LOOKS_LIMIT = 20;

/** What keeps a feed from posting: its pause, its channel's refusals, and whether its manager knows. */
export function createFeedTroubles(db: Kysely<Schema>) {
  return {
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
    /** Since when Discord has refused every post, ms since 1970; null if it accepts them. */
    async refusingSince(channelId: string): Promise<number | null> {
      const row = await db
        .selectFrom('feeds')
        .select('trouble_since as since')
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row?.since ?? null;
    },
    /** @param since ms since 1970; null lets the next refusal start over */
    async setRefusingSince(channelId: string, since: number | null): Promise<void> {
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
    /** Feeds whose managers haven't been told about a pause yet. */
    async withNoticeDue(): Promise<readonly Feed[]> {
      const rows = await db
        .selectFrom('feeds')
        .selectAll()
        .where('notice_due', '=', 1)
        .where('manager_id', '<>', NOBODY)
        .where(IS_READABLE)
        .execute();
      return rows.map(toFeed).filter(({ managerId }) => managerId !== NOBODY);
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
