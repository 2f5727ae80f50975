import { describe, expect, it } from 'vitest';

import { drawEntry } from '#src/progress/random-game.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry } from './entries.ts';

const games = Array.from({ length: 40 }, (_, index) => entry({ gameId: index + 1 }));

/** What is drawn as chance goes from 0 to 1 in so many steps. */
const drawn = (from: number, last: number | null, steps: number) =>
  Array.from(
    { length: steps },
    (_, step) => drawEntry(games.slice(0, from), last, () => (step + 0.5) / steps)?.game.id,
  );

describe('a draw', () => {
  it('gives each game the same chance', () => {
    for (const count of [1, 2, 3, 10, 40]) {
      const all = games.slice(0, count).map(({ game }) => game.id);
      expect(drawn(count, null, count)).toEqual(all);
      expect(drawn(count, 99, count * 3)).toEqual(all.flatMap((id) => [id, id, id]));
    }
  });

  it('gives each game except the last one the same chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), fc.nat(), (count, place) => {
        const last = (place % count) + 1;
        const others = games
          .slice(0, count)
          .flatMap(({ game }) => (game.id === last ? [] : game.id));
        expect(drawn(count, last, count - 1)).toEqual(others);
      }),
    );
  });

  it('gives the last one if there is no other', () => {
    expect(drawn(1, 1, 3)).toEqual([1, 1, 1]);
  });

  it('gives none if there are no games', () => {
    expect(drawn(0, null, 2)).toEqual([undefined, undefined]);
  });
});
