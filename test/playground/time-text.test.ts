import { expect, test } from 'vitest';

import { relativeTime } from '../../playground/page/time-text.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test.each([
  [-4000, '4 seconds ago'],
  [-90 * MINUTE, '2 hours ago'],
  [-3 * DAY, '3 days ago'],
  [-400 * DAY, '1 year ago'],
  [5 * MINUTE, 'in 5 minutes'],
])('%d ms from now is %s', (distance, text) => {
  expect(relativeTime(1e12 + distance, 1e12)).toBe(text);
});
