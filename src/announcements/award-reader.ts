import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { GameAward } from '#src/retroachievements/game-award.ts';

/** How far the award feed was read. Times are ms since 1970. */
export type AwardFeedPosition = {
  /** The newest award seen. */
  readonly newestAt: number;
  /** The keys of the newest awards seen, a page of them. */
  readonly recent: readonly string[];
  /** When it was read. */
  readonly polledAt: number;
};

/** The most that the site gives at once. */
const PAGE_LENGTH = 100;
/** Rows move down while awards come in, which repeats some, and up when an account is removed, which would hide some. */
const OVERLAP = 10;
/** So long an outage is caught up with; what is older is left to the daily sweep. */
export const LOOK_BACK_MS = 48 * 60 * 60_000;
/** Far more awards than the site has in two days. */
const PAGES_LIMIT = 1_000;

/**
 * Reads the site-wide award feed from the newest back to where it was read last. The newest page is looked at whole,
 * because awards can come late; more pages are asked for only while all of the last one is new.
 * @param options.since nothing older is needed, ms since 1970.
 * @returns awards, oldest first, those of the first page included that were seen before.
 * @throws RetroAchievementsError
 */
export async function readAwards(options: {
  readonly site: Pick<RetroAchievements, 'recentGameAwards'>;
  readonly kinds: readonly AwardKind[];
  readonly position: AwardFeedPosition | null;
  readonly since: number;
  readonly now: number;
  readonly signal: AbortSignal;
}): Promise<{ readonly awards: readonly GameAward[]; readonly position: AwardFeedPosition }> {
  const { site, kinds, position, now, signal } = options;
  const known = new Set(position?.recent);
  const end = Math.max(options.since, position?.newestAt ?? 0, now - LOOK_BACK_MS);
  const awards = new Map<string, GameAward>();
  for (let pages = 0; pages < PAGES_LIMIT; pages += 1) {
    const offset = pages * (PAGE_LENGTH - OVERLAP);
    const page = await site.recentGameAwards(
      { kinds, offset, count: PAGE_LENGTH },
      // People's commands come first; then this, for which everybody waits; then what is only nice to have.
      { priority: pages === 0 ? 'library' : 'background', signal },
    );
    for (const award of page.awards) {
      const key = keyOf(award);
      if (!awards.has(key)) awards.set(key, award);
    }
    const isMet = page.awards.some((award) => award.awardedAt < end || known.has(keyOf(award)));
    // A page whose last account was removed may be empty, but the feed goes on behind it.
    if (isMet || offset + PAGE_LENGTH >= page.total) break;
  }
  const newestFirst = [...awards.values()];
  return {
    awards: newestFirst.toReversed().toSorted((a, b) => a.awardedAt - b.awardedAt),
    position: {
      // A date in the future must not hide what comes until then.
      newestAt: Math.min(now, Math.max(position?.newestAt ?? 0, newestFirst[0]?.awardedAt ?? 0)),
      recent: newestFirst.slice(0, PAGE_LENGTH).map(keyOf),
      polledAt: now,
    },
  };
}

function keyOf({ ulid, playerName, gameId, kind }: GameAward): string {
  return `${ulid ?? playerName.toLowerCase()} ${gameId} ${kind}`;
}
