import type { Award, AwardKind } from '#src/retroachievements/award-kind.ts';

/** One shape for each award, so that they differ without color, too. */
const MARKS: Readonly<Record<AwardKind, string>> = {
  mastered: '🏆',
  completed: '🏅',
  'beaten-hardcore': '⭐',
  'beaten-softcore': '🔷',
};

const NO_AWARD = '▫️';

/** For an award that is newer than this version. */
const OTHER_AWARD = '🎖️';

export function awardMark(award: Award | null): string {
  if (award === null) return NO_AWARD;
  return typeof award === 'string' ? MARKS[award] : OTHER_AWARD;
}

/**
 * The color of each award's dot on the site: `gold`, then yellow 600, zinc 300 and, for the one that is only outlined
 * there, zinc 500. [RAWeb AwardIndicator, completion-progress.css]
 */
const COLORS: Readonly<Record<AwardKind, number>> = {
  mastered: 0xff_d7_00,
  completed: 0xca_8a_04,
  'beaten-hardcore': 0xd4_d4_d8,
  'beaten-softcore': 0x71_71_7a,
};

export function awardColor(kind: AwardKind): number {
  return COLORS[kind];
}

/** The color of the site's award frames, for embeds that are not about one award. */
export const GOLD = 0xcc_99_00;
