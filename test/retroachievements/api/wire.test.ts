import { describe, expect, test } from 'vitest';

import { readDate, readUlid } from '#src/retroachievements/api/wire.ts';

describe('a date of the wire', () => {
  test('is read as Date.parse reads it, on every day of four years', () => {
    for (let day = 0; day < 4 * 366; day += 1) {
      const time = Date.UTC(2023, 0, 1 + day, day % 24, day % 60, (day * 7) % 60);
      const text = new Date(time).toISOString().replace('.000Z', '+00:00');
      expect(readDate(text)).toBe(time);
    }
  });

  test.each([
    ['2023-10-27T02:52:34Z', Date.UTC(2023, 9, 27, 2, 52, 34)],
    ['2023-10-27T02:52:34.000000Z', Date.UTC(2023, 9, 27, 2, 52, 34)],
    ['2023-10-27T02:52:34+02:00', Date.UTC(2023, 9, 27, 0, 52, 34)],
    ['2023-10-27 02:52:34', Date.UTC(2023, 9, 27, 2, 52, 34)],
    ['1969-12-31T23:59:59+00:00', -1000],
  ])('%s is read, whatever its form and the machine’s time zone', (text, time) => {
    expect(readDate(text)).toBe(time);
  });

  test.each([
    '',
    'yesterday',
    '2023-13-01T00:00:00+00:00',
    '2023-00-10T00:00:00+00:00',
    '2023-01-00T00:00:00+00:00',
    '2023-02-32T00:00:00+00:00',
    '2023-01-01T25:00:00+00:00',
    '2023-01-01T00:60:00+00:00',
    '2023x01x01T00x00x00+00:00',
    '20a3-01-01T00:00:00+00:00',
    '2023',
    '1',
  ])('%j isn’t a date', (text) => {
    expect(readDate(text)).toBeNull();
  });

  test('null stays null', () => {
    expect(readDate(null)).toBeNull();
  });
});

describe('a ULID of the wire', () => {
  test.each([
    ['00003EMFWR7XB8SDPEHB3K56ZQ', '00003EMFWR7XB8SDPEHB3K56ZQ'],
    ['00003emfwr7xb8sdpehb3k56zq', '00003EMFWR7XB8SDPEHB3K56ZQ'],
    ['MaxMilyin', null],
    ['', null],
    [null, null],
  ])('%j is %j', (text, ulid) => {
    expect(readUlid(text)).toBe(ulid);
  });
});
