import { LRUCache } from 'lru-cache';

import { settlesWithin } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Libraries } from '#src/progress/libraries.ts';
import { isComplete } from '#src/progress/library.ts';
import type { Library, LibraryEntry } from '#src/progress/library.ts';
import { nthOf } from '#src/progress/milestones.ts';
import { awardRank } from '#src/retroachievements/award-kind.ts';
import type { PlayerRef, Ulid } from '#src/retroachievements/player.ts';

import type { DueAward } from '../batch.ts';
import type { AwardDetails } from '../post.ts';

type Award = Pick<DueAward, 'gameId' | 'kind' | 'awardedAt'>;

export type PlayerDetails = {
  /** Site-relative; null if unknown. */
  readonly avatarPath: string | null;
  /** By game id; unknown games are missing. */
  readonly games: ReadonlyMap<number, AwardDetails>;
};

export type Details = ReturnType<typeof createDetails>;

/** A post must be in its channel within a minute, with details or without. */
export const DETAILS_DEADLINE_MS = 10_000;

/** Players whose library failed, so that their other feeds don't ask again. */
const FAILURES_LIMIT = 1_000;

/** What a player's library adds to their awards. */
export function createDetails(options: {
  readonly libraries: Pick<Libraries, 'atHand' | 'refreshed'>;
  readonly clock: Clock;
}) {
  const { libraries, clock } = options;
  /** The newest `seenAt` that failed. */
  const failures = new LRUCache<Ulid, number>({ max: FAILURES_LIMIT });

  /** What came by the deadline. The rest still loads, for the next one who asks. */
  async function refresh(
    ulid: Ulid,
    awards: readonly Award[],
    seenAt: number,
  ): Promise<Library | undefined> {
    const leftMs = seenAt + DETAILS_DEADLINE_MS - clock.now();
    if (leftMs <= 0 || (failures.get(ulid) ?? -Infinity) >= seenAt) return undefined;
    let newest: Library | undefined;
    const read = async () => {
      for await (const library of libraries.refreshed(refOf(ulid), seenAt)) {
        newest = library;
        if (tellsAll(library, awards)) return;
      }
    };
    // The libraries log the failure.
    const reading = read().catch(() => failures.set(ulid, seenAt));
    await settlesWithin(reading, leftMs, clock);
    return newest;
  }

  return {
    /**
     * Waits for RetroAchievements until DETAILS_DEADLINE_MS after `seenAt` at the latest. After that, or if the site
     * fails, this is what is at hand, which may be nothing. Never rejects.
     * @param request.awards of several for one game, the highest counts.
     * @param request.seenAt when the poll saw them, ms since 1970: a library fetched later has them.
     */
    async of(request: {
      readonly ulid: Ulid;
      readonly awards: readonly Award[];
      readonly seenAt: number;
    }): Promise<PlayerDetails> {
      const { ulid, awards, seenAt } = request;
      const held = await libraries.atHand(refOf(ulid));
      const isSince = held && awards.every(({ awardedAt }) => awardedAt <= held.fetchedAt);
      if (isSince && tellsAll(held, awards)) return toDetails([held], awards);
      const refreshed = await refresh(ulid, awards, seenAt);
      return toDetails(
        [refreshed, held].filter((library) => library !== undefined),
        awards,
      );
    },
  };
}

function refOf(ulid: Ulid): PlayerRef {
  return { kind: 'ulid', ulid };
}

function tellsAll(library: Library, awards: readonly Award[]): boolean {
  return isComplete(library) && awards.every((award) => isIn(entryOf(library, award), award));
}

/** @param copies of the player's library, the newest first. */
function toDetails(copies: readonly Library[], awards: readonly Award[]): PlayerDetails {
  const games = new Map<number, AwardDetails>();
  for (const award of awards.toSorted((a, b) => awardRank(a.kind) - awardRank(b.kind))) {
    const details = detailsOf(copies, award);
    if (details) games.set(award.gameId, details);
  }
  const avatars = copies.map(({ player }) => player.avatarPath);
  return { avatarPath: avatars.find((path) => path !== null) ?? null, games };
}

function detailsOf(copies: readonly Library[], award: Award): AwardDetails | undefined {
  const library =
    copies.find((copy) => isIn(entryOf(copy, award), award)) ??
    copies.find((copy) => entryOf(copy, award));
  const entry = library && entryOf(library, award);
  if (!entry) return undefined;
  const { iconPath } = entry.game;
  const nths = nthOf(library, award) ?? { nth: null, nthOnSystem: null };
  if (!isIn(entry, award))
    return { iconPath, possible: 0, awarded: 0, awardedHardcore: 0, ...nths };
  const { possible, awarded, awardedHardcore } = entry;
  return { iconPath, possible, awarded, awardedHardcore, ...nths };
}

function entryOf(library: Library, { gameId }: Award): LibraryEntry | undefined {
  return library.entries.find(({ game }) => game.id === gameId);
}

/** Whether the library has the award: the site's pages can lag behind its award feed. */
function isIn(entry: LibraryEntry | undefined, { kind }: Award): boolean {
  return entry !== undefined && awardRank(entry.award) >= awardRank(kind);
}
