import { describe, expect, it } from 'vitest';

import { canonicalTimezone, timezones } from '#src/announcements/timezones/timezone.ts';

describe('the time zone that someone means', () => {
  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['europe/paris', 'Europe/Paris'],
    [' EUROPE/PARIS ', 'Europe/Paris'],
    ['america/port-au-prince', 'America/Port-au-Prince'],
    ['america/argentina/rio_gallegos', 'America/Argentina/Rio_Gallegos'],
    ['utc', 'UTC'],
    ['Etc/UTC', 'UTC'],
    ['gmt', 'UTC'],
    ['etc/gmt+5', 'Etc/GMT+5'],
    ['US/Eastern', 'America/New_York'],
    ['asia/kathmandu', 'Asia/Kathmandu'],
    ['asia/katmandu', 'Asia/Kathmandu'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['asia/calcutta', 'Asia/Kolkata'],
  ])('%s is %s', (typed, zone) => {
    expect(canonicalTimezone(typed)).toBe(zone);
  });

  it.each([
    '',
    ' ',
    '+02:00',
    '-0330',
    '+5',
    'UTC+2',
    'GMT+2',
    'IST',
    'est',
    'CET',
    'Paris',
    'Europe/Atlantis',
    'SystemV/PST8PDT',
    'Etc/Unknown',
    'local',
    'Europe/Paris; drop',
    'é'.repeat(5_000),
  ])('%s is unknown', (typed) => {
    expect(canonicalTimezone(typed)).toBeNull();
  });
});

describe('the time zones on offer', () => {
  it('are all of Intl’s, and UTC, each once', () => {
    const names = timezones();
    expect(names[0]).toBe('UTC');
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(names.map(inIntl))).toEqual(
      new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]),
    );
  });

  it('have their current names', () => {
    const names = timezones();
    expect(names).toContain('Asia/Kathmandu');
    expect(names).toContain('Europe/Kyiv');
    expect(names).not.toContain('Asia/Katmandu');
    expect(names).not.toContain('Europe/Kiev');
  });

  it('are accepted as offered', () => {
    expect(timezones().map(canonicalTimezone)).toEqual(timezones());
  });
});

function inIntl(timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
}
