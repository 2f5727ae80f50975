import type { Clock } from '#src/platform/clock.ts';
import type {
  GameAward,
  RecentGameAwardsPage,
} from '#src/retroachievements/api/recent-game-awards.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import type { Priority } from '#src/retroachievements/http/budget-shares.ts';

/** How far the award feed has been read. Times are ms since 1970. */
export type AwardFeedPosition = {
  /** The newest award seen. */
  readonly newestAt: number;
  /** The keys of the newest page of awards seen. */
  readonly recent: readonly string[];
  /** When it was read. */
  readonly polledAt: number;
};

/** The site's maximum. */
const PAGE_LENGTH = 100;
/**
 * Rows move down as awards come in, which only repeats some of them, and up when an account is removed, which would
 * hide some.
 */
const OVERLAP = 10;
/** After an outage, the bot catches up on awards up to this old; older ones are left to the daily sweep. */
export const LOOK_BACK_MS = 48 * 60 * 60_000;
/** Far more awards than the site has in two days. */
const PAGES_LIMIT = 1_000;
/** A page of removed accounts is empty, and the feed continues after it. After this many in a row, it has ended. */
const BARREN_PAGES_LIMIT = 3;
const SECOND_MS = 1_000;
/** A failed page is retried, so that those before it aren't read again: in total for longer than the budget's minute. */
const PAGE_RETRY_MS = 15_000;
const PAGE_RETRIES = 5;

type Options = {
  readonly site: Pick<RetroAchievements, 'recentGameAwards'>;
  readonly kinds: readonly AwardKind[];
  readonly position: AwardFeedPosition | null;
  readonly since: number;
  /** The last UTC day to read, `YYYY-MM-DD`; today if left out. */
  readonly until?: string;
  /** The first page's priority; if left out, it has a share of its own. The rest can always wait. */
  readonly priority?: Priority;
  readonly clock: Clock;
  readonly signal: AbortSignal;
};

/**
 * Reads the award feed from the newest award back to where it was read last. The newest page is always read whole,
 * because awards can come late; more pages only while everything on the last one is new.
 * @param options.since nothing older is needed, ms since 1970.
 * @returns awards, oldest first, including any on the first page that were seen before.
 * @throws RetroAchievementsError
 */
export async function readAwards(
  options: Options,
): Promise<{ readonly awards: readonly GameAward[]; readonly position: AwardFeedPosition }> {
  const { position, clock } = options;
  const now = clock.now();
  const known = new Set(position?.recent);
  const newestAt = position?.newestAt ?? 0;
  const end = wholeSecond(Math.max(options.since, newestAt, now - LOOK_BACK_MS));
  const awards = new Map<string, GameAward>();
  let barren = 0;
  for (let pages = 0; pages < PAGES_LIMIT && barren < BARREN_PAGES_LIMIT; pages += 1) {
    const offset = pages * (PAGE_LENGTH - OVERLAP);
    const page = await readPage(offset, options);
    const before = awards.size;
    for (const award of page.awards) {
      const key = keyOf(award);
      if (!awards.has(key)) awards.set(key, award);
    }
    barren = awards.size > before ? 0 : barren + 1;
    // Not the first one: an award with a wrong, future date is always on top.
    const last = page.awards.at(-1);
    if (last && (last.awardedAt < end || known.has(keyOf(last)))) break;
    if (offset + PAGE_LENGTH >= page.total && page.rowCount < PAGE_LENGTH) break;
  }
  const newestFirst = [...awards.values()];
  return {
    awards: newestFirst.toReversed().toSorted((a, b) => a.awardedAt - b.awardedAt),
    position: {
      // A future date must not hide the awards until then.
      newestAt: Math.min(now, Math.max(newestAt, newestFirst[0]?.awardedAt ?? 0)),
      recent: newestFirst.slice(0, PAGE_LENGTH).map(keyOf),
      polledAt: now,
    },
  };
}

async function readPage(
  offset: number,
  { site, kinds, until, priority = 'poll', clock, signal }: Options,
): Promise<RecentGameAwardsPage> {
  const page = { kinds, offset, count: PAGE_LENGTH, ...(until === undefined ? {} : { until }) };
  for (let failures = 0; ; failures += 1) {
    try {
      return await site.recentGameAwards(page, {
        priority: offset === 0 ? priority : 'background',
        signal,
      });
    } catch (error) {
      if (signal.aborted || offset === 0 || failures >= PAGE_RETRIES) throw error;
      await clock.sleep(PAGE_RETRY_MS, signal);
    }
  }
}

/** The site's times are whole seconds, so anything in the same second may be newer. */
function wholeSecond(time: number): number {
  return Math.floor(time / SECOND_MS) * SECOND_MS;
}

function keyOf({ ulid, playerName, gameId, kind }: GameAward): string {
  return `${ulid ?? playerName?.toLowerCase()} ${gameId} ${kind}`;
}
