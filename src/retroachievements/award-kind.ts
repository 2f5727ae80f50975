/** The awards that a game can carry, highest first, in RetroAchievements' own words. */
export const AWARD_KINDS = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] as const;

export type AwardKind = (typeof AWARD_KINDS)[number];

/** An award of a kind that this version does not know: it counts as an award, and has no other trait. */
export type OtherAward = {
  /** What the site calls it. */
  readonly word: string;
};

/** What a game can carry. */
export type Award = AwardKind | OtherAward;

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

/** Whether a word from the wire is an award kind that this version knows. */
export function isAwardKind(word: string): word is AwardKind {
  return KNOWN.has(word);
}

/** The award that a word from the wire, or from our own cache, stands for. */
export function awardOf(word: string): Award {
  return isAwardKind(word) ? word : { word };
}

/** The word on the wire. */
export function awardWord(award: Award): string {
  return typeof award === 'string' ? award : award.word;
}

/** The kind of an award; null for none, and for one of a kind that this version does not know. */
export function knownKind(award: Award | null): AwardKind | null {
  return typeof award === 'string' ? award : null;
}

/** 0 for no award, 1 for the lowest kind, one more for each above it; a half for a kind that is not known. */
export function awardRank(award: Award | null): number {
  if (award === null) return 0;
  return typeof award === 'string' ? AWARD_KINDS.length - AWARD_KINDS.indexOf(award) : 0.5;
}

export function isHardcoreAward(kind: AwardKind): boolean {
  return TRAITS[kind].isHardcore;
}

export function isBeatenAward(kind: AwardKind): boolean {
  return TRAITS[kind].isBeaten;
}
