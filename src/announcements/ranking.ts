import { withPlaces } from '#src/platform/places.ts';
import { AWARD_KINDS, isHardcoreAward } from '#src/retroachievements/award-kind.ts';

import type { DigestPost, PostedGame } from './post.ts';

/** A player's place in a period. */
export type Ranked = {
  /** From 1; players with as many games share one. */
  readonly place: number;
  readonly name: string;
  /** Games with a hardcore award, which count. */
  readonly hardcoreCount: number;
  /** Games with casual awards alone. */
  readonly casualCount: number;
};

/** A digest's players by games in hardcore, most first. Players without any are left out. */
export function rankingOf(players: DigestPost['players']): readonly Ranked[] {
  const counted = players
    .map(({ player, games }) => {
      const hardcoreCount = games.filter(isEarnedInHardcore).length;
      return { name: player.name, hardcoreCount, casualCount: games.length - hardcoreCount };
    })
    .filter(({ hardcoreCount }) => hardcoreCount > 0)
    .toSorted((a, b) => b.hardcoreCount - a.hardcoreCount);
  return withPlaces(counted, ({ hardcoreCount }) => hardcoreCount);
}

/** A game that was completed in casual may have been beaten in hardcore before. */
function isEarnedInHardcore({ kind, alsoEarned }: PostedGame): boolean {
  return [kind, ...alsoEarned].some(isHardcoreAward);
}

/** A player's games, highest awards first: those are shown when not all of them fit. */
export function highestFirst(games: readonly PostedGame[]): readonly PostedGame[] {
  return AWARD_KINDS.flatMap((award) => games.filter(({ kind }) => kind === award));
}
