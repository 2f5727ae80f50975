import { awardRank, isBeatenAward, type AwardKind } from '#src/retroachievements/award-kind.ts';

import { isComplete } from './library.ts';
import type { Library, LibraryEntry } from './library.ts';

/** A 1-based count, as in "their 100th". */
export type Nth = {
  readonly count: number;
  /** One of the site's milestones: the 1st, 5th, 10th, 20th … */
  readonly isMilestone: boolean;
};

/** `awardedAt` in ms since 1970, whole seconds. */
type Award = { readonly gameId: number; readonly kind: AwardKind; readonly awardedAt: number };

const EARLY: ReadonlySet<number> = new Set([1, 5, 10, 20, 30, 40, 50, 75]);

/** Whether the site's Completion Progress page shows a player's n-th game of a kind as a milestone. */
export function isMilestone(n: number): boolean {
  if (n < 100) return EARLY.has(n);
  if (n <= 200) return n % 25 === 0;
  if (n <= 1_000) return n === 250 || (n > 250 && n % 100 === 0);
  return n % 250 === 0;
}

/**
 * Which number this game is among the player's awards, in all and on its system. Mastered and completed count the games
 * whose highest award is that one; beaten counts every game with an award. Later awards don't count, so a late post says
 * what was true at the time.
 * @returns null while the library is incomplete or doesn't have the award yet.
 */
export function nthOf(
  library: Library,
  award: Award,
): { readonly nth: Nth; readonly nthOnSystem: Nth } | null {
  const own = library.entries.find(({ game }) => game.id === award.gameId);
  if (!own || !isComplete(library) || awardRank(own.award) < awardRank(award.kind)) return null;
  const before = library.entries.filter((entry) => countsBefore(award, entry));
  const onSystem = before.filter(({ game }) => game.systemId === own.game.systemId);
  return { nth: toNth(before.length + 1), nthOnSystem: toNth(onSystem.length + 1) };
}

/** Awards in the same second count in the order of their games. Those without a date are old. */
function countsBefore({ gameId, kind, awardedAt }: Award, entry: LibraryEntry): boolean {
  const isSameKind = isBeatenAward(kind) || entry.award === kind;
  if (entry.award === null || !isSameKind || entry.game.id === gameId) return false;
  const at = entry.awardedAt ?? 0;
  return at < awardedAt || (at === awardedAt && entry.game.id < gameId);
}

function toNth(count: number): Nth {
  return { count, isMilestone: isMilestone(count) };
}
