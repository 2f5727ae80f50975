import { describe, expect, it } from 'vitest';

import { isoTime, shownTime } from '#src/platform/shown-time.ts';

describe('a time that people see', () => {
  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
    [1_700_000_000_123, '2023-11-14T22:13:20.123Z'],
    [9e15, '9999-12-31T23:59:59.000Z'],
    [1e300, '9999-12-31T23:59:59.000Z'],
    [2 ** 63, '9999-12-31T23:59:59.000Z'],
    [-9e15, '0001-01-01T00:00:00.000Z'],
    [-(2 ** 63), '0001-01-01T00:00:00.000Z'],
  ])('is %d, or the nearest that there is', (at, text) => {
    expect(isoTime(at)).toBe(text);
    expect(shownTime(at)).toBe(Date.parse(text));
  });
});
