import type { AnnouncementTables } from '#src/announcements/tables/announcement-store.ts';
import { isPlannable } from '#src/announcements/timezones/timezone.ts';

import { KEPT_WHILE_PAUSED_MS } from '../feed.ts';
import type { Feed } from '../feed.ts';
import { keptSince } from '../kept-since.ts';
import { nextDigestAt } from '../schedule.ts';
import type { Planner } from './planner.ts';

/**
 * Ends a feed's pause, in a transaction: drops what waited too long, and plans the rest. A digest whose time passed
 * during the pause is planned right away.
 */
export async function resumeFeed(
  tables: AnnouncementTables,
  planner: Planner,
  feed: Feed,
  now: number,
): Promise<void> {
  const { channelId, schedule } = feed;
  await tables.unwantedAwards.dropSeenBefore(channelId, keptSince(schedule, now));
  await tables.batches.dropDue(channelId, now - KEPT_WHILE_PAUSED_MS);
  // If the zone is unknown, the next check for due digests pauses the feed for that.
  const isDigestDue =
    feed.nextDigestAt !== null && feed.nextDigestAt <= now && isPlannable(schedule);
  const nextAt = isDigestDue ? nextDigestAt(schedule, now) : feed.nextDigestAt;
  await tables.feeds.save({ ...feed, pause: null, nextDigestAt: nextAt });
  if (isDigestDue) await planner.planDigest(tables, channelId, now);
  await planner.planLive(tables, now);
}
