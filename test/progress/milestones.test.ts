import { describe, expect, it } from 'vitest';

import { isMilestone, nthOf } from '#src/progress/milestones.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry, library } from './entries.ts';

describe('the site’s milestones', () => {
  it('are these', () => {
    const milestones = Array.from({ length: 2_001 }, (_, n) => n).filter(isMilestone);
    expect(milestones).toEqual([
      1, 5, 10, 20, 30, 40, 50, 75, 100, 125, 150, 175, 200, 250, 300, 400, 500, 600, 700, 800, 900,
      1_000, 1_250, 1_500, 1_750, 2_000,
    ]);
  });
});

const T = Date.UTC(2025, 0, 1);
const SNES = 3;
const NES = 7;
const MASTERED = { gameId: 10, kind: 'mastered', awardedAt: T } as const;

function won(gameId: number, award: AwardKind | null, awardedAt: number | null, systemId = SNES) {
  return entry({ gameId, award, awardedAt, systemId });
}

function counts(entries: ReturnType<typeof won>[], kind: AwardKind, gameId = 10, awardedAt = T) {
  const nths = nthOf(library(entries), { gameId, kind, awardedAt });
  return nths && [nths.nth.count, nths.nthOnSystem.count];
}

describe('the number of a game among a player’s awards', () => {
  it('is 1 if there is no other', () => {
    expect(nthOf(library([won(10, 'mastered', T)]), MASTERED)).toEqual({
      nth: { count: 1, isMilestone: true },
      nthOnSystem: { count: 1, isMilestone: true },
    });
  });

  it('counts mastered games for a mastery, completed ones for a completion, and all for a beaten game', () => {
    const others = [
      ...[1, 2].map((id) => won(id, 'mastered', T - 1_000)),
      ...[3, 4, 5].map((id) => won(id, 'completed', T - 1_000)),
      won(6, 'beaten-hardcore', T - 1_000),
      won(7, 'beaten-softcore', T - 1_000),
      won(8, null, null),
    ];
    expect(counts([...others, won(10, 'mastered', T)], 'mastered')).toEqual([3, 3]);
    expect(counts([...others, won(10, 'completed', T)], 'completed')).toEqual([4, 4]);
    expect(counts([...others, won(10, 'beaten-hardcore', T)], 'beaten-hardcore')).toEqual([8, 8]);
    expect(counts([...others, won(10, 'beaten-softcore', T)], 'beaten-softcore')).toEqual([8, 8]);
  });

  it('is counted separately for its system', () => {
    const others = [won(1, 'mastered', T - 2, NES), won(2, 'mastered', T - 1, SNES)];
    expect(counts([...others, won(10, 'mastered', T, NES)], 'mastered')).toEqual([3, 2]);
  });

  it('doesn’t count later awards', () => {
    const later = won(1, 'mastered', T + 1_000);
    expect(counts([later, won(10, 'mastered', T)], 'mastered')).toEqual([1, 1]);
  });

  it('distinguishes two awards of the same second', () => {
    const both = [won(11, 'mastered', T), won(10, 'mastered', T)];
    expect(counts(both, 'mastered', 10)).toEqual([1, 1]);
    expect(counts(both, 'mastered', 11)).toEqual([2, 2]);
  });

  it('counts an award without a date', () => {
    expect(counts([won(1, 'mastered', null), won(10, 'mastered', T)], 'mastered')).toEqual([2, 2]);
  });

  it('counts a game once if it was mastered right after it was beaten', () => {
    const mastered = won(10, 'mastered', T + 60_000);
    expect(counts([mastered, won(1, 'mastered', T - 1)], 'beaten-hardcore')).toEqual([2, 2]);
  });

  it.each<[string, AwardKind | null]>([
    ['no award', null],
    ['a lower award', 'beaten-hardcore'],
  ])('is unknown while the library has %s for it', (_, kind) => {
    expect(counts([won(10, kind, kind && T)], 'mastered')).toBeNull();
  });

  it('is unknown while the library doesn’t have the game', () => {
    expect(counts([won(1, 'mastered', T)], 'mastered')).toBeNull();
  });

  it('is unknown in half a library', () => {
    const half = { ...library([won(10, 'mastered', T)]), total: 2 };
    expect(nthOf(half, MASTERED)).toBeNull();
  });

  it('agrees with a list of the awards in order', () => {
    const rows = fc.uniqueArray(
      fc.record({
        gameId: fc.integer({ min: 1, max: 60 }),
        systemId: fc.integer({ min: 1, max: 3 }),
        award: fc.option(fc.constantFrom(...AWARD_KINDS)),
        second: fc.integer({ min: 1, max: 9 }),
      }),
      { selector: (row) => row.gameId, minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (all) => {
        const whole = library(
          all.map((row) => won(row.gameId, row.award, row.award && row.second, row.systemId)),
        );
        for (const row of all) {
          if (row.award === null) continue;
          const kind = row.award;
          const isBeaten = kind.startsWith('beaten');
          const inOrder = all
            .filter((other) => (isBeaten ? other.award !== null : other.award === kind))
            .toSorted((a, b) => a.second - b.second || a.gameId - b.gameId);
          const onSystem = inOrder.filter((other) => other.systemId === row.systemId);
          const nths = nthOf(whole, { gameId: row.gameId, kind, awardedAt: row.second });
          expect(nths?.nth.count).toBe(inOrder.indexOf(row) + 1);
          expect(nths?.nthOnSystem.count).toBe(onSystem.indexOf(row) + 1);
        }
      }),
    );
  });
});
