import { expect, test } from 'vitest';

import { withPlaces } from '#src/platform/places.ts';

test.each([
  [[], []],
  [[7], [1]],
  [
    [9, 5, 5, 2],
    [1, 2, 2, 4],
  ],
  [
    [3, 3, 3, 0, 0],
    [1, 1, 1, 4, 4],
  ],
])('players with %j get places %j', (counts, places) => {
  const items = counts.map((count) => ({ count }));
  expect(withPlaces(items, ({ count }) => count)).toEqual(
    counts.map((count, index) => ({ count, place: places[index] })),
  );
});
