/**
 * The awards that a game can carry, highest first, in RetroAchievements' own words.
 * Mastered and beaten-hardcore are hardcore; completed and beaten-softcore are softcore.
 */
export const AWARD_KINDS = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'] as const;

export type AwardKind = (typeof AWARD_KINDS)[number];

const KNOWN: ReadonlySet<string> = new Set(AWARD_KINDS);

/** Whether a word from the wire is an award kind that this version knows. */
export function isAwardKind(word: string): word is AwardKind {
  return KNOWN.has(word);
}

/** 4 for the highest award down to 1 for the lowest; 0 for none. */
export function awardRank(kind: AwardKind | null): 0 | 1 | 2 | 3 | 4 {
  switch (kind) {
    case 'mastered':
      return 4;
    case 'completed':
      return 3;
    case 'beaten-hardcore':
      return 2;
    case 'beaten-softcore':
      return 1;
    case null:
      return 0;
  }
}
