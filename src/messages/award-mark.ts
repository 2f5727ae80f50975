import type { AwardKind } from '#src/retroachievements/award-kind.ts';

/** One shape for each award, so that they differ without colour too. */
const MARKS = {
  mastered: '🏆',
  completed: '🏅',
  'beaten-hardcore': '⭐',
  'beaten-softcore': '🔷',
} as const satisfies Record<AwardKind, string>;

/** Highest first. */
export const AWARDS_BY_RANK = [
  'mastered',
  'completed',
  'beaten-hardcore',
  'beaten-softcore',
] as const satisfies readonly AwardKind[];

const NO_AWARD = '▫️';

export function awardMark(award: AwardKind | null): string {
  return award === null ? NO_AWARD : MARKS[award];
}
