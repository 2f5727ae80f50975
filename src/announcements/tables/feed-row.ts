import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';

import {
  AWARD_FILTERS,
  CADENCES,
  DEFAULT_AWARD_FILTER,
  DEFAULT_SCHEDULE,
  PAUSE_REASONS,
  WEEKDAYS,
} from '#src/announcements/feed.ts';
import type { Feed, Pause } from '#src/announcements/feed.ts';
import { snowflake } from '#src/discord/ids.ts';

import type { FeedRow } from './schema.ts';

/** The manager of a feed whose manager had their data deleted, or can't be told. */
export const NOBODY = '';

const kinds = z.enum(AWARD_FILTERS);
const cadence = z.enum(CADENCES);
const hour = z.int().min(0).max(23);
const weekday = z.enum(WEEKDAYS);
const pauseReason = z
  .enum(PAUSE_REASONS)
  .nullable()
  .catch(() => 'refused' as const);

/** Settings that a newer version wrote show as a pause, and count as one: `IS_READABLE`. */
export function toFeed(row: Selectable<FeedRow>): Feed {
  const read = {
    kinds: kinds.safeParse(row.kinds).data,
    cadence: cadence.safeParse(row.cadence).data,
    hour: hour.safeParse(row.hour).data,
    weekday: weekday.safeParse(row.weekday).data,
  };
  const isReadable = Object.values(read).every((setting) => setting !== undefined);
  return {
    channelId: row.channel_id,
    guildId: row.guild_id,
    kinds: read.kinds ?? DEFAULT_AWARD_FILTER,
    schedule: {
      cadence: read.cadence ?? DEFAULT_SCHEDULE.cadence,
      hour: read.hour ?? DEFAULT_SCHEDULE.hour,
      weekday: read.weekday ?? DEFAULT_SCHEDULE.weekday,
      timezone: row.timezone,
    },
    roleId: snowflake.safeParse(row.role_id).data ?? null,
    language: row.language,
    managerId: snowflake.safeParse(row.manager_id).data ?? NOBODY,
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

/** Without anything about troubles: nobody is told about the feed, and nothing checks it. */
export function toRow(feed: Feed): Insertable<FeedRow> {
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
