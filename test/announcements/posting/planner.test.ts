import { describe, expect, it } from 'vitest';

import type { DueAward } from '#src/announcements/batch.ts';
import { createBatchIds, supersededBy } from '#src/announcements/posting/planner.ts';
import type { AwardKind } from '#src/retroachievements/award-kind.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { playerNumber } from '../engine-stage.ts';

it('makes ids that Discord accepts as a nonce, and that sort by time', async () => {
  const clock = createFakeClock();
  const next = createBatchIds(clock);
  const ids: string[] = [];
  for (let n = 0; n < 100; n += 1) {
    if (n % 40 === 0) await clock.advance(1);
    ids.push(next());
  }
  clock.set(clock.now() - 86_400_000);
  ids.push(next(), next());
  clock.set(clock.now() + 7 * 86_400_000);
  ids.push(next());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[0-9a-z]{21}$/.test(id))).toBe(true);
});

it('makes different ids in two processes at the same time', () => {
  const clock = createFakeClock();
  expect(createBatchIds(clock)()).not.toBe(createBatchIds(clock)());
});

const START = Date.UTC(2025, 0, 1);

function won(player: number, gameId: number, kind: AwardKind, at: number): DueAward {
  const { ulid, name: playerName } = playerNumber(player);
  const game = { gameId, gameTitle: `Title ${gameId}`, systemId: 3, systemName: 'SNES' };
  return { channelId: '100', ulid, playerName, kind, awardedAt: START + at * 1_000, ...game };
}

describe('an award for a game with a known award', () => {
  const mastered = won(1, 5, 'mastered', 100);

  it.for([
    { says: 'earned before it', award: won(1, 5, 'beaten-hardcore', 99), is: true },
    { says: 'earned in the same second', award: won(1, 5, 'beaten-softcore', 100), is: true },
    { says: 'earned after it', award: won(1, 5, 'beaten-hardcore', 101), is: false },
    { says: 'for another game', award: won(1, 6, 'beaten-hardcore', 99), is: false },
    { says: 'of another player', award: won(2, 5, 'beaten-hardcore', 99), is: false },
    { says: 'that is the same award', award: mastered, is: false },
    {
      says: 'in another feed',
      award: { ...won(1, 5, 'beaten-hardcore', 99), channelId: '200' },
      is: false,
    },
  ])('$says is old news: $is', ({ award, is }) => {
    expect(supersededBy([mastered])(award)).toBe(is);
  });

  it('isn’t old news if it’s higher', () => {
    expect(supersededBy([won(1, 5, 'beaten-hardcore', 100)])(mastered)).toBe(false);
  });

  it('isn’t old news if no award is known', () => {
    expect(supersededBy([])(mastered)).toBe(false);
  });
});
