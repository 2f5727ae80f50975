import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { Ulid } from '#src/retroachievements/player.ts';

import type { DueAward } from '../batch.ts';
import { awardKindsOf } from '../feed.ts';
import type { Planner } from '../posting/planner.ts';
import { readAwards } from './award-reader.ts';
import { createMatcher } from './match.ts';
import type { Candidate } from './match.ts';

export type Poll = ReturnType<typeof createPoll>;

/** One reading of the award feed, for all feeds at once. */
export function createPoll(options: {
  readonly store: AnnouncementStore;
  readonly site: Pick<RetroAchievements, 'recentGameAwards'>;
  readonly planner: Planner;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info'>;
}) {
  const { store, site, planner, clock, log } = options;

  /**
   * Stores what is due and how far the award feed was read, in one transaction.
   * @returns how many messages it made
   * @throws RetroAchievementsError, StoreError
   */
  async function run(signal: AbortSignal): Promise<number> {
    const want = await wantedAwards(store);
    if (!want) {
      return store.transaction((tables) => planner.planLive(tables, clock.now()));
    }
    const { awards, position } = await readAwards({
      site,
      ...want,
      position: await store.awardFeed.get(),
      clock,
      signal,
    });
    // Reading can take minutes; the deadline for a post's details counts from here.
    const now = clock.now();
    const [added, batches] = await store.transaction(async (tables) => {
      // Matched here, not before: someone may just have untracked a player, or changed a filter.
      const candidates = await candidatesFor(tables, awards);
      await rename(tables.trackedPlayers, candidates, awards);
      const due = matched(candidates, awards);
      const count = await planner.add(tables, due, now);
      const planned = await planner.planLive(tables, now);
      await tables.awardFeed.save(position);
      return [count, planned] as const;
    });
    if (added > 0) log.info({ awards: added, messages: batches }, 'awards are due');
    return batches;
  }

  return { run };
}

/** What feeds want of the award feed. Null while no player is tracked: then no request is needed. */
export async function wantedAwards({
  feeds,
  trackedPlayers,
}: Pick<AnnouncementStore, 'feeds' | 'trackedPlayers'>): Promise<{
  readonly kinds: readonly AwardKind[];
  /** ms since 1970 */
  readonly since: number;
} | null> {
  const kinds = new Set((await feeds.wantedFilters()).flatMap(awardKindsOf));
  const since = await trackedPlayers.earliest();
  return kinds.size === 0 || since === null ? null : { kinds: [...kinds], since };
}

/** Which feeds these awards are due in. */
export async function dueFor(
  tables: Pick<AnnouncementStore, 'trackedPlayers'>,
  awards: readonly GameAward[],
): Promise<readonly DueAward[]> {
  return matched(await candidatesFor(tables, awards), awards);
}

function matched(
  candidates: readonly Candidate[],
  awards: readonly GameAward[],
): readonly DueAward[] {
  const matcher = createMatcher(candidates);
  return awards.flatMap((award) => matcher.match(award));
}

function candidatesFor(
  { trackedPlayers }: Pick<AnnouncementStore, 'trackedPlayers'>,
  awards: readonly GameAward[],
): Promise<readonly Candidate[]> {
  const ulids = new Set<Ulid>();
  const names = new Set<string>();
  for (const { ulid, playerName } of awards) {
    if (ulid !== null) ulids.add(ulid);
    else if (playerName !== null) names.add(playerName);
  }
  return trackedPlayers.candidates({ ulids: [...ulids], names: [...names] });
}

/** Stores new names. The newest award, which comes last, has the newest one. */
async function rename(
  players: AnnouncementStore['trackedPlayers'],
  candidates: readonly Candidate[],
  awards: readonly GameAward[],
): Promise<void> {
  const names = new Map(
    awards.flatMap(({ ulid, playerName }) => (playerName === null ? [] : [[ulid, playerName]])),
  );
  const former = new Map(candidates.map(({ ulid, name }) => [ulid, name]));
  for (const [ulid, name] of former) {
    const current = names.get(ulid);
    if (current !== undefined && current !== name) await players.rename(ulid, current);
  }
}
