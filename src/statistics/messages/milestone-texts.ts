import type { Translate } from '#src/messages/languages/translate.ts';
import { isMilestone } from '#src/progress/milestones.ts';
import type { Milestone } from '#src/statistics/statistics.ts';

/** The newest one, and before it those with a round number: the newest of each kind would take all the room. */
export function shownMilestones(milestones: readonly Milestone[], count: number): Milestone[] {
  return milestones
    .filter((milestone, index) => index === 0 || isMilestone(milestone.count))
    .slice(0, count);
}

/** A name without the game's other ones, which the site writes behind a bar. */
export function firstName(name: string): string {
  return name.split(' | ', 1)[0] ?? name;
}

const NTH = {
  mastered: 'stats.nthMastered',
  completed: 'stats.nthCompleted',
  'beaten-hardcore': 'stats.nthBeaten',
  'beaten-softcore': 'stats.nthBeatenCasual',
} as const;

/** `100th mastered`. */
export function nthText({ kind, count }: Milestone, t: Translate): string {
  return t(NTH[kind], { nth: count });
}
