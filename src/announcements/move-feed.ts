import type { AnnouncementTables } from '#src/announcements/tables/announcement-store.ts';

import { awardKindsOf } from './feed.ts';
import type { Feed } from './feed.ts';
import { keptSince } from './kept-since.ts';
import type { Planner } from './posting/planner.ts';

/** What was moved to another feed. */
export type TakenAlong = {
  readonly playerCount: number;
  /** Waiting awards. */
  readonly awardCount: number;
  /** Players for whom there was no room. */
  readonly leftCount: number;
};

/**
 * In a transaction that holds both feeds. Moves a feed's players and their waiting awards to another one, and removes
 * it once it has no players left.
 */
export async function moveFeed(
  tables: AnnouncementTables,
  planner: Planner,
  { source, target, now }: { readonly source: Feed; readonly target: Feed; readonly now: number },
): Promise<TakenAlong> {
  const { trackedPlayers, dueAwards, openBatches, feeds } = tables;
  const [from, to] = [source.channelId, target.channelId];
  const { moved, left } = await trackedPlayers.move(from, to, now);
  const movedUlids = new Set<string>(moved);
  const kinds = awardKindsOf(target.kinds);
  const waiting = await dueAwards.waiting(
    from,
    await openBatches.of(from),
    keptSince(source.schedule, now),
  );
  const awards = waiting
    .filter(({ ulid, kind }) => movedUlids.has(ulid) && kinds.includes(kind))
    .map((award) => ({ ...award, channelId: to }));
  const awardCount = await planner.add(tables, awards, now);
  for (const ulid of left > 0 ? moved : []) await planner.dropUnwanted(tables, from, { ulid });
  if (left === 0) await feeds.remove(from);
  return { playerCount: moved.length, awardCount, leftCount: left };
}
