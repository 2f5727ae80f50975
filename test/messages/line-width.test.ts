import { expect, it } from 'vitest';

import { lineWidth, relativeTimeWidth } from '#src/messages/line-width.ts';
import { drawnWidth } from '#test/support/drawn-width.ts';

it.each([
  '▰▰▰▰▰▱▱▱▱▱ 56% 56/100 ca SNES 10 months ago',
  '▰▰▰▰▰▰▰▰▰▰ 100 % 999/999 PCCD vor 10 Monaten',
  '▰▰▱▱▱▱▱▱▱▱ 25% 11/44 WASM4 1 month ago',
  '▱▱▱▱▱▱▱▱▱▱ 0\u{202F}%\u{202F}0/7\u{202F}DC il y a 3 semaines',
])('is the width of the drawn line, in digits (%s)', (line) => {
  const digits = drawnWidth(line, 100) / drawnWidth('0', 100);
  expect(Math.abs(lineWidth(line) / digits - 1)).toBeLessThan(0.03);
});

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 29);

it.each([
  ['en', NOW - 10 * 30.5 * 24 * HOUR, '10 months ago'],
  ['en', NOW - 24 * HOUR, '1 day ago'],
  ['en', NOW, '59 seconds ago'],
  ['es', NOW - 3 * HOUR, 'hace 23 horas'],
  ['en', NOW + 2 * 60_000, 'in 59 minutes'],
  ['de', NOW - 11 * 30.5 * 24 * HOUR, 'vor 11 Monaten'],
  ['ja', NOW - 12 * HOUR, '12 時間前'],
  ['fr', NOW - 400 * 365.25 * 24 * HOUR, 'il y a 400 ans'],
])('of a time is the width of its words (%s %i)', (language, at, words) => {
  expect(relativeTimeWidth(at, NOW, language)).toBe(lineWidth(words));
  expect(relativeTimeWidth(at, NOW, language)).toBe(lineWidth(words));
});
