import { describe, expect, test } from 'vitest';

import { WIRE_AWARD_KINDS } from '#loopback/retroachievements/wire.ts';
import {
  AWARD_KINDS,
  awardRank,
  isAwardKind,
  isBeatenAward,
  isHardcoreAward,
} from '#src/retroachievements/award-kind.ts';

describe('award kinds', () => {
  test('rank from the highest down to no award', () => {
    expect([...AWARD_KINDS, null].map(awardRank)).toEqual([4, 3, 2, 1, 0]);
  });

  test('are for the whole set or for beating the game, in hardcore or not', () => {
    expect(AWARD_KINDS.filter(isHardcoreAward)).toEqual(['mastered', 'beaten-hardcore']);
    expect(AWARD_KINDS.filter(isBeatenAward)).toEqual(['beaten-hardcore', 'beaten-softcore']);
  });

  test('are those of the loopback site', () => {
    expect([...AWARD_KINDS].toSorted()).toEqual([...WIRE_AWARD_KINDS].toSorted());
  });

  test.each(['', 'Mastered', 'beaten', 'toString'])('%j isn’t one', (word) => {
    expect(isAwardKind(word)).toBe(false);
  });
});
