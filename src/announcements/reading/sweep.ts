import type { AnnouncementStore } from '#src/announcements/tables/announcement-store.ts';
import type { DueSweep } from '#src/announcements/tables/sweeps.ts';
import type { Seen } from '#src/people/tables/known-games.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Logger } from '#src/platform/log.ts';
import { takeTurns } from '#src/platform/turns.ts';
import type { Wake } from '#src/platform/wake.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import type { GameAward } from '#src/retroachievements/api/recent-game-awards.ts';
import { knownKind } from '#src/retroachievements/award-kind.ts';
import type { RetroAchievements } from '#src/retroachievements/client.ts';
import { UPKEEP_SHARE } from '#src/retroachievements/http/budget-shares.ts';
import { StoreError } from '#src/store/store-error.ts';

import type { DueAward } from '../batch.ts';
import type { Planner } from '../posting/planner.ts';
import { createMatcher } from './match.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** The site's maximum. It starts with the games played last, so recent awards are there. */
const PAGE_LENGTH = 500;
const MINUTE_MS = 60_000;
/** If no player is due, or the site fails. */
const IDLE_MS = MINUTE_MS;
/** After a long stop, older awards are not posted. */
const NEWS_MS = 7 * DAY_MS;

/** A player's first sweep: half a day to one and a half days after tracking, to spread the sweeps over the day. */
export function firstSweepAt(now: number, random: () => number): number {
  return now + DAY_MS / 2 + Math.floor(random() * DAY_MS);
}

/** Checks each tracked player's library once a day for awards that the award feed didn't show. */
export function createSweeper(options: {
  readonly store: AnnouncementStore;
  readonly site: Pick<RetroAchievements, 'completionProgress'>;
  readonly planner: Planner;
  /** Only the process that announces sweeps. */
  readonly isActive: () => boolean;
  readonly requestsPerMinute: number;
  readonly wake: Wake;
  /** Called with the games that a sweep has seen; it must come back at once. */
  readonly onSeen?: ((seen: Seen) => void) | undefined;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}) {
  const { store, site, planner, clock, log } = options;
  const gapMs = MINUTE_MS / (options.requestsPerMinute * UPKEEP_SHARE);

  async function sweep(player: DueSweep, signal: AbortSignal): Promise<void> {
    const { ulid, sweptAt } = player;
    const now = clock.now();
    const page = { offset: 0, count: PAGE_LENGTH };
    const { games, total, rowCount } = await site.completionProgress({ kind: 'ulid', ulid }, page, {
      priority: 'background',
      signal,
    });
    const matcher = createMatcher(
      await store.trackedPlayers.candidates({ ulids: [ulid], names: [] }),
    );
    const awards = games
      .flatMap((game) => toAward(game, player))
      .toSorted((a, b) => a.awardedAt - b.awardedAt)
      .flatMap((award) => matcher.match(award));
    await store.transaction(async (tables) => {
      const news = awards.filter((award) => isNews(award, sweptAt, now));
      const old = awards.filter((award) => !isNews(award, sweptAt, now));
      await planner.add(tables, old, now, 'dropped');
      const missed = await planner.add(tables, news, now);
      await tables.sweeps.done(ulid, now, now + DAY_MS);
      if (missed === 0) return;
      log.info({ awards: missed }, 'a sweep found awards that the award feed had missed');
      await planner.planLive(tables, now);
    });
    options.wake.wake();
    const isWhole = rowCount >= total && total > 0;
    options.onSeen?.({ ulid, name: null, isUnranked: null, games, isWhole, at: now });
  }

  /** @returns how long to wait before the next turn, ms */
  async function turn(stop: AbortSignal): Promise<number> {
    if (!options.isActive()) return IDLE_MS;
    const player = await store.sweeps.next(clock.now());
    if (!player) return IDLE_MS;
    try {
      await sweep(player, stop);
      return gapMs;
    } catch (error) {
      if (stop.aborted) return 0;
      if (error instanceof StoreError) throw error;
      log.warn({ error }, 'a player could not be swept; trying again in an hour');
      await store.sweeps.done(player.ulid, null, clock.now() + HOUR_MS);
      return IDLE_MS;
    }
  }

  return {
    /** Runs until the signal is aborted. Never rejects. */
    run: (stop: AbortSignal): Promise<void> =>
      takeTurns(turn, {
        clock,
        stop,
        failed(error) {
          log.error({ error }, 'sweeps wait; trying again');
          return IDLE_MS;
        },
      }),
  };
}

/**
 * An award older than a week is old news, unless the last sweep would have seen it: then it was granted since, with an
 * earlier date.
 */
function isNews({ awardedAt }: DueAward, sweptAt: number | null, now: number): boolean {
  return awardedAt >= now - NEWS_MS || (sweptAt !== null && awardedAt < sweptAt);
}

function toAward(game: GameProgress, { ulid, name }: DueSweep): GameAward[] {
  const kind = knownKind(game.award);
  if (kind === null || game.awardedAt === null) return [];
  return [
    {
      playerName: name,
      ulid,
      kind,
      awardedAt: game.awardedAt,
      gameId: game.gameId,
      gameTitle: game.title,
      systemId: game.systemId,
      systemName: game.systemName,
    },
  ];
}
