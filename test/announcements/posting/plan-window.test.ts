import { describe, expect, it } from 'vitest';

import type { DueAward } from '#src/announcements/batch.ts';
import { planWindow } from '#src/announcements/posting/plan-window.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { fc } from '#test/support/fast-check.ts';

import { playerNumber } from '../engine-stage.ts';

const START = Date.UTC(2025, 0, 1);

function won(player: number, gameId: number, kind: AwardKind = 'mastered', at = gameId): DueAward {
  const { ulid, name: playerName } = playerNumber(player);
  const game = { gameId, gameTitle: `Title ${gameId}`, systemId: 3, systemName: 'SNES' };
  return { channelId: '100', ulid, playerName, kind, awardedAt: START + at * 1_000, ...game };
}

const games = (player: number, count: number, from = 1) =>
  Array.from({ length: count }, (_, index) => won(player, from + index));

/** `single 1:5` or `collected 1:5 1:6`: player and game of each award. */
const inShort = (awards: readonly DueAward[]) =>
  planWindow(awards).map((batch) =>
    [
      batch.kind,
      ...batch.awards.map(({ playerName, gameId }) => `${playerName.slice(6)}:${gameId}`),
    ].join(' '),
  );

describe('a window of awards', () => {
  it('has no batches without awards', () => {
    expect(planWindow([])).toEqual([]);
  });

  it('has one post per game, in the order earned', () => {
    expect(inShort([won(1, 1), won(2, 2), won(1, 3)])).toEqual([
      'single 1:1',
      'single 2:2',
      'single 1:3',
    ]);
  });

  it('combines one player’s beaten and mastered awards for a game, but not two players’', () => {
    const awards = [
      won(1, 5, 'beaten-hardcore', 1),
      won(2, 5, 'beaten-softcore', 2),
      won(1, 5, 'mastered', 3),
    ];
    expect(planWindow(awards)).toEqual([
      { kind: 'single', awards: [awards[0], awards[2]] },
      { kind: 'single', awards: [awards[1]] },
    ]);
  });

  it('posts up to five games of a player one by one, and more as a list', () => {
    expect(inShort(games(1, 5))).toHaveLength(5);
    expect(inShort([...games(1, 6), won(2, 7)])).toEqual([
      'collected 1:1 1:2 1:3 1:4 1:5 1:6',
      'single 2:7',
    ]);
  });

  it('counts games, not awards', () => {
    const both = games(1, 5).flatMap((award) => [{ ...award, kind: 'completed' as const }, award]);
    expect(planWindow(both).map(({ kind }) => kind)).toEqual(Array(5).fill('single'));
  });

  it('lists at most 20 games in one post', () => {
    const sizes = planWindow(games(1, 45)).map(({ kind, awards }) => [kind, awards.length]);
    expect(sizes).toEqual([
      ['collected', 20],
      ['collected', 20],
      ['collected', 5],
    ]);
  });

  it('lists at most 20 games in one post, however many awards they have', () => {
    const both = games(1, 21).flatMap((award) => [{ ...award, kind: 'completed' as const }, award]);
    expect(planWindow(both).map(({ awards }) => awards.length)).toEqual([40, 2]);
  });

  it('posts up to 25 games of several players one by one, and more as lists', () => {
    const many = Array.from({ length: 26 }, (_, n) => won(n, n));
    expect(inShort(many.slice(0, 25))).toHaveLength(25);
    const listed = (from: number, to: number) =>
      `collected ${many
        .slice(from, to)
        .map((_, n) => `${from + n}:${from + n}`)
        .join(' ')}`;
    expect(inShort(many)).toEqual([listed(0, 20), listed(20, 26)]);
  });

  it('keeps the order earned, even in a list of several players', () => {
    const awards = Array.from({ length: 28 }, (_, n) => won(n % 7, n + 1));
    const posts = planWindow(awards);
    expect(posts.map(({ kind }) => kind)).toEqual(['collected', 'collected']);
    expect(posts.flatMap((post) => post.awards)).toEqual(awards);
  });

  it('has each award and each player’s game in exactly one batch, and no empty batch', () => {
    const award = fc
      .tuple(fc.nat(12), fc.nat(30), fc.constantFrom(...AWARD_KINDS), fc.nat(50))
      .map((said) => won(...said));
    const awards = fc
      .uniqueArray(award, {
        maxLength: 300,
        selector: ({ ulid, gameId, kind }) => `${ulid} ${gameId} ${kind}`,
      })
      .map((all) => all.toSorted((a, b) => a.awardedAt - b.awardedAt));
    fc.assert(
      fc.property(awards, (all) => {
        const batches = planWindow(all);
        const planned = batches.flatMap((batch) => batch.awards);
        expect(planned).toHaveLength(all.length);
        expect(new Set(planned)).toEqual(new Set(all));
        const places = new Map<string, number>();
        for (const [index, batch] of batches.entries()) {
          expect(batch.awards.length).toBeGreaterThan(0);
          const keys = new Set(batch.awards.map(({ ulid, gameId }) => `${ulid} ${gameId}`));
          expect(keys.size).toBeLessThanOrEqual(batch.kind === 'single' ? 1 : 20);
          for (const key of keys) {
            expect(places.get(key) ?? index).toBe(index);
            places.set(key, index);
          }
        }
        expect(batches.filter(({ kind }) => kind === 'single').length).toBeLessThanOrEqual(25);
        const begins = batches.map(({ awards: [first] }) => first?.awardedAt ?? 0);
        expect(begins).toEqual(begins.toSorted((a, b) => a - b));
      }),
    );
  });
});
