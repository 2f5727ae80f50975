import { describe, expect, it } from 'vitest';

import { awardColor, awardMark } from '#src/messages/awards.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';

describe('award marks', () => {
  it('differ, for every award and none', () => {
    const marks = [...AWARD_KINDS, null].map(awardMark);
    expect(new Set(marks).size).toBe(5);
  });
});

describe('award colors', () => {
  it('differ, for every award', () => {
    expect(new Set(AWARD_KINDS.map(awardColor)).size).toBe(AWARD_KINDS.length);
  });
});
