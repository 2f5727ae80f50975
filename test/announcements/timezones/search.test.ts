import { describe, expect, it } from 'vitest';

import { parseTimezone } from '#src/announcements/timezones/search.ts';
import { timezones } from '#src/announcements/timezones/timezone.ts';

describe('a time zone that is typed, not chosen', () => {
  it.each([
    ['berlin', 'Europe/Berlin'],
    ['Tokyo', 'Asia/Tokyo'],
    ['New York', 'America/New_York'],
    ['new_york', 'America/New_York'],
    ['kiev', 'Europe/Kyiv'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['nyc', 'America/New_York'],
    ['belgium', 'Europe/Brussels'],
    ['Europe/Berlin · 23:16', 'Europe/Berlin'],
    ['UTC · 23:16', 'UTC'],
    ['us/eastern', 'America/New_York'],
    ['gmt', 'UTC'],
    ['paris', 'Europe/Paris'],
    ['wien', 'Europe/Vienna'],
    ['ny', 'America/New_York'],
    ['leningrad', 'Europe/Moscow'],
    ['British Summer Time', 'Europe/London'],
    ['Greenwich Mean Time', 'Europe/London'],
    ['Nova Scotia', 'America/Halifax'],
    ['East Timor', 'Asia/Dili'],
    ['UCT', 'UTC'],
    ['Lviv', 'Europe/Kyiv'],
    ['Ciudad de México', 'America/Mexico_City'],
    ['dacca', 'Asia/Dhaka'],
    ['Macao', 'Asia/Macau'],
    ['Ulan Bator', 'Asia/Ulaanbaatar'],
    ['Ashkhabad', 'Asia/Ashgabat'],
    ['PRC', 'Asia/Shanghai'],
    ['ROK', 'Asia/Seoul'],
    ['London time', 'Europe/London'],
    ['Japan Standard Time', 'Asia/Tokyo'],
    ['west', 'Europe/Lisbon'],
    ['tok', 'Asia/Tokyo'],
    ['Macedonia', 'Europe/Skopje'],
    ['Ivory Coast', 'Africa/Abidjan'],
    ['Côte d’Ivoire', 'Africa/Abidjan'],
  ])('as %j is %s', (typed, zone) => {
    expect(parseTimezone(typed)).toBe(zone);
  });

  it.each([
    ['eastern', ['America/New_York', 'America/Toronto']],
    ['EST', ['America/New_York', 'America/Toronto']],
    ['Eastern Standard Time', ['America/New_York', 'America/Toronto']],
    [
      'Central European Summer Time',
      ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome'],
    ],
    ['CET', ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid', 'Europe/Rome']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['Berlin, Germany', ['Europe/Berlin']],
    ['(UTC-05:00) Eastern Time (US & Canada)', ['America/New_York', 'America/Toronto']],
    ['palestine', ['Asia/Gaza', 'Asia/Hebron']],
    ['georgia', ['America/New_York', 'Asia/Tbilisi']],
  ])('as %j is ambiguous: %j', (typed, zones) => {
    expect(parseTimezone(typed)).toEqual(zones);
  });

  it.each(['', ' ', '+02:00', 'UTC+2', 'Mars', 'd_howe', 'europe', 'é'.repeat(5_000), '· 12:00'])(
    'as %j is unknown',
    (typed) => {
      expect(parseTimezone(typed)).toEqual([]);
    },
  );

  it('can be any that is offered', () => {
    expect(timezones().map(parseTimezone)).toEqual(timezones());
  });
});
