import type { AwardKind } from '#src/retroachievements/award-kind.ts';

/**
 * What the site draws each award's dot in: `gold`, and its palette's yellow 600, zinc 300 and, for what is only
 * outlined there, zinc 500. [RAWeb AwardIndicator, completion-progress.css]
 */
const COLOURS = {
  mastered: 0xff_d7_00,
  completed: 0xca_8a_04,
  'beaten-hardcore': 0xd4_d4_d8,
  'beaten-softcore': 0x71_71_7a,
} as const satisfies Record<AwardKind, number>;

export function awardColour(kind: AwardKind): number {
  return COLOURS[kind];
}
