/** The awards that a game can carry, highest first, in RetroAchievements' own words. */
export const AWARD_KINDS = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] as const;

export type AwardKind = (typeof AWARD_KINDS)[number];

type Traits = {
  /** Whether only hardcore unlocks count towards it. */
  readonly isHardcore: boolean;
  /** Whether it is for beating the game rather than for the whole set. */
  readonly isBeaten: boolean;
};

const TRAITS: Readonly<Record<AwardKind, Traits>> = {
  mastered: { isHardcore: true, isBeaten: false },
  completed: { isHardcore: false, isBeaten: false },
  'beaten-hardcore': { isHardcore: true, isBeaten: true },
  'beaten-softcore': { isHardcore: false, isBeaten: true },
};

const KNOWN: ReadonlySet<string> = new Set(AWARD_KINDS);

/** Whether this version knows a word from the wire as an award kind. */
export function isAwardKind(word: string): word is AwardKind {
  return KNOWN.has(word);
}

/** 0 for no award, 1 for the lowest kind, one more for each above it. */
export function awardRank(kind: AwardKind | null): number {
  return kind === null ? 0 : AWARD_KINDS.length - AWARD_KINDS.indexOf(kind);
}

export function isHardcoreAward(kind: AwardKind): boolean {
  return TRAITS[kind].isHardcore;
}

export function isBeatenAward(kind: AwardKind): boolean {
  return TRAITS[kind].isBeaten;
}
