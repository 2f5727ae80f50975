import { describe, expect, it } from 'vitest';

import { DEFAULT_SCHEDULE, WEEKDAYS } from '#src/announcements/feed.ts';
import type { Schedule } from '#src/announcements/feed.ts';
import { nextDigestAt } from '#src/announcements/schedule.ts';

import { changesOf, DAY_MS, dueOn, localDays, QUARTER_MS } from './local-days.ts';
import type { LocalDay } from './local-days.ts';

const START = Date.UTC(2015, 11, 28);
const END = Date.UTC(2028, 0, 10);
const HOUR_MS = 4 * QUARTER_MS;

const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  // Summer began at midnight, until 2019.
  'America/Sao_Paulo',
  // Half an hour of summer.
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  // Summer all the year round, but for Ramadan.
  'Africa/Casablanca',
  'Pacific/Apia',
  // Summer begins an hour before midnight, since 2024.
  'America/Nuuk',
  // Summer began at midnight of 1 October in 2017 and 2023.
  'America/Asuncion',
];

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

function daily(timezone: string, hour: number): Schedule {
  return { ...DEFAULT_SCHEDULE, cadence: 'daily', hour, timezone };
}

function weekly(timezone: string, hour: number, weekday: number): Schedule {
  const day = WEEKDAYS[weekday - 1] ?? 'monday';
  return { cadence: 'weekly', hour, weekday: day, timezone };
}

function monthly(timezone: string, hour: number): Schedule {
  return { ...DEFAULT_SCHEDULE, cadence: 'monthly', hour, timezone };
}

function hourly(timezone: string): Schedule {
  return { ...DEFAULT_SCHEDULE, cadence: 'hourly', timezone };
}

/** All digests from one to another, both included. */
function digests(schedule: Schedule, first = 0, last = 0): readonly number[] {
  const found: number[] = [];
  let at = nextDigestAt(schedule, first - 1);
  while (at !== null && at <= last) {
    found.push(at);
    at = nextDigestAt(schedule, at);
  }
  return found;
}

const UNCHANGED = new Set(['UTC', 'Asia/Kathmandu']);

/** The days round each change of a zone's clock; some days where there is none. */
function daysRoundChanges(timezone: string) {
  const isUnchanged = UNCHANGED.has(timezone);
  const changes = isUnchanged ? [Date.UTC(2020, 1, 28)] : changesOf(timezone, START, END);
  expect(changes).not.toEqual([]);
  return changes.map((change) => localDays(timezone, change - 3 * DAY_MS, change + 3 * DAY_MS));
}

/** Twelve years of days; worked out once for the tests of a zone, which follow each other. */
function allDays(timezone: string): readonly LocalDay[] {
  if (kept?.timezone !== timezone) kept = { timezone, days: localDays(timezone, START, END) };
  return kept.days;
}
let kept: { readonly timezone: string; readonly days: readonly LocalDay[] } | undefined;

/** What the bot's loop does: it wakes, posts what is due, and plans again from now. */
function run(schedule: Schedule, wakes: readonly number[]): readonly number[] {
  const posted: number[] = [];
  let next = nextDigestAt(schedule, wakes[0] ?? 0);
  for (const now of wakes) {
    if (next === null || next > now) continue;
    posted.push(now);
    next = nextDigestAt(schedule, now);
  }
  return posted;
}

/** Each full minute from one time to another. */
const everyMinute = (from: number, to: number) =>
  Array.from({ length: (to - from) / 60_000 }, (_, minute) => from + minute * 60_000);

const iso = (times: readonly number[]) => times.map((at) => new Date(at).toISOString());

describe.each(ZONES)('in %s', (zone) => {
  it('a day of twelve years has one digest', () => {
    const due = allDays(zone).map((day) => dueOn(day, 0));
    expect(due.length).toBeGreaterThan(12 * 365);
    expect(iso(digests(daily(zone, 0), due[0], due.at(-1)))).toEqual(iso(due));
  });

  it('a day on which the clock changes has one digest, at any hour', () => {
    for (const days of daysRoundChanges(zone)) {
      for (const hour of HOURS) {
        const due = days.map((day) => dueOn(day, hour));
        expect(iso(digests(daily(zone, hour), due[0], due.at(-1)))).toEqual(iso(due));
      }
    }
  });

  it('the next digest is the same from every earlier moment', () => {
    for (const days of daysRoundChanges(zone)) {
      for (const hour of [0, 2, 23]) {
        const due = days.map((day) => dueOn(day, hour));
        const looks = due.slice(0, -1).flatMap((at) => [at - 1, at, at + 1]);
        expect(iso(looks.map((after) => nextDigestAt(daily(zone, hour), after) ?? 0))).toEqual(
          iso(looks.map((after) => due.find((at) => at > after) ?? 0)),
        );
      }
    }
  });

  it.each([
    [1, 0],
    [5, 18],
    [6, 23],
    [7, 2],
  ])('a week of twelve years has one digest on day %i at %i o’clock', (weekday, hour) => {
    const days = allDays(zone).filter((day) => day.weekday === weekday);
    const due = days.map((day) => dueOn(day, hour));
    expect(due.length).toBeGreaterThan(12 * 52);
    expect(iso(digests(weekly(zone, hour, weekday), due[0], due.at(-1)))).toEqual(iso(due));
  });

  it.each([0, 2, 18, 23])(
    'a month of twelve years has one digest on its 1st at %i o’clock',
    (hour) => {
      const firsts = allDays(zone).filter(({ date }) => date.endsWith('-01'));
      const due = firsts.map((day) => dueOn(day, hour));
      expect(due).toHaveLength(12 * 12 + 1);
      expect(iso(digests(monthly(zone, hour), due[0], due.at(-1)))).toEqual(iso(due));
    },
  );

  it('an hourly digest comes whenever the clock shows a full hour', () => {
    for (const days of daysRoundChanges(zone)) {
      const near = days.slice(1, 4).flatMap((day) => day.quarters);
      const quarters = near.toSorted((a, b) => a.at - b.at);
      const due = quarters.filter(({ minutes }) => minutes % 60 === 0).map(({ at }) => at);
      const found = digests(hourly(zone), due[0], due.at(-1));
      expect(iso(found)).toEqual(iso(due));
      const pauses = found.slice(1).map((at, index) => at - (found[index] ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(HOUR_MS / 2);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(2 * HOUR_MS);
    }
  });
});

describe('a digest', () => {
  it('is never due for a live feed', () => {
    expect(nextDigestAt(DEFAULT_SCHEDULE, START)).toBeNull();
  });

  it.each([
    ['comes at its hour', daily('Europe/Paris', 18), '2024-07-01T10:00:00Z', '2024-07-01T16:00'],
    ['is the next one', daily('Europe/Paris', 18), '2024-07-01T16:00:00Z', '2024-07-02T16:00'],
    ['is strictly after', daily('UTC', 0), '2023-12-31T23:59:59.999Z', '2024-01-01T00:00'],
    [
      'comes at :15 in Kathmandu',
      hourly('Asia/Kathmandu'),
      '2024-07-01T10:00Z',
      '2024-07-01T10:15',
    ],
    ['comes on its weekday', weekly('UTC', 18, 1), '2024-07-01T18:00:00Z', '2024-07-08T18:00'],
    ['comes on Sunday', weekly('UTC', 0, 7), '2024-07-01T00:00:00Z', '2024-07-07T00:00'],
    // There was no 0:00 in São Paulo: the clock went to 1:00.
    ['is not skipped', daily('America/Sao_Paulo', 0), '2018-11-03T12:00Z', '2018-11-04T03:00'],
    // There was no 2:00 in Paris.
    ['is at 3:00', daily('Europe/Paris', 2), '2024-03-30T12:00Z', '2024-03-31T01:00'],
    // The clock went from 2:00 to 2:30.
    ['is at 2:30', daily('Australia/Lord_Howe', 2), '2024-10-05T00:00Z', '2024-10-05T15:30'],
    // 2:00 came at 0:00 UTC, and again at 1:00.
    ['is at the first 2:00', daily('Europe/Paris', 2), '2024-10-26T12:00Z', '2024-10-27T00:00'],
    ['is not at the second', daily('Europe/Paris', 2), '2024-10-27T00:00Z', '2024-10-28T01:00'],
    // The clock went from 23:00 on Saturday to 0:00 on Sunday.
    ['stays on its day', daily('America/Nuuk', 23), '2024-03-30T12:00Z', '2024-03-31T00:59'],
    ['stays in its week', weekly('America/Nuuk', 23, 6), '2024-03-30T12:00Z', '2024-03-31T00:59'],
    // Friday, 30 December 2011, never was.
    ['of no day is none', daily('Pacific/Apia', 18), '2011-12-30T04:00Z', '2011-12-31T04:00'],
    [
      'of no Friday is there',
      weekly('Pacific/Apia', 18, 5),
      '2011-12-29T04:00Z',
      '2011-12-30T10:00',
    ],
    ['of that week is one', weekly('Pacific/Apia', 18, 5), '2011-12-30T10:00Z', '2012-01-06T04:00'],
    ['comes on the 1st', monthly('UTC', 18), '2024-01-01T18:00Z', '2024-02-01T18:00'],
    ['of a short month comes, too', monthly('UTC', 0), '2023-02-01T00:00Z', '2023-03-01T00:00'],
    ['of a leap year', monthly('Asia/Tokyo', 8), '2024-02-29T22:59Z', '2024-02-29T23:00'],
    ['is on the zone’s 1st', monthly('Asia/Tokyo', 8), '2024-02-29T23:00Z', '2024-03-31T23:00'],
    ['comes in the new year', monthly('Europe/Paris', 0), '2024-12-01T00:00Z', '2024-12-31T23:00'],
    // There was no 0:00 in Asunción: the clock went to 1:00.
    ['is at 1:00', monthly('America/Asuncion', 0), '2017-09-02T00:00Z', '2017-10-01T04:00'],
    // 1:00 came at 5:00 UTC, and again at 6:00.
    [
      'is at the first 1:00',
      monthly('America/New_York', 1),
      '2026-10-02T00:00Z',
      '2026-11-01T05:00',
    ],
  ])('%s: %j', (_, schedule, time, expected) => {
    expect(nextDigestAt(schedule, Date.parse(time))).toBe(Date.parse(`${expected}Z`));
  });
});

describe('a runner that remembers its next digest', () => {
  it('posts what it missed once, and then at its hour again', () => {
    const [start, off, on] = [
      Date.UTC(2024, 2, 28),
      Date.UTC(2024, 2, 29),
      Date.UTC(2024, 3, 2, 9),
    ];
    const wakes = [...everyMinute(start, off), ...everyMinute(on, on + 2 * DAY_MS)];
    expect(iso(run(daily('Europe/Paris', 18), wakes))).toEqual([
      '2024-03-28T17:00:00.000Z',
      '2024-04-02T09:00:00.000Z',
      '2024-04-02T16:00:00.000Z',
      '2024-04-03T16:00:00.000Z',
    ]);
  });

  it('makes one digest of the months it missed', () => {
    const [start, off] = [Date.UTC(2024, 0, 30), Date.UTC(2024, 1, 20)];
    const on = Date.UTC(2024, 4, 10, 9);
    const wakes = [...everyMinute(start, off), ...everyMinute(on, on + 60 * DAY_MS)];
    expect(iso(run(monthly('Europe/Paris', 18), wakes))).toEqual([
      '2024-02-01T17:00:00.000Z',
      '2024-05-10T09:00:00.000Z',
      '2024-06-01T16:00:00.000Z',
      '2024-07-01T16:00:00.000Z',
    ]);
  });

  it('posts once for each day, through every change of the clock', () => {
    for (const zone of ZONES) {
      for (const days of daysRoundChanges(zone)) {
        const first = days[0]?.quarters[0]?.at ?? 0;
        const last = days.at(-1)?.quarters.at(-1)?.at ?? 0;
        const wakes = everyMinute(first - 60_000, last + QUARTER_MS);
        expect(run(daily(zone, 23), wakes)).toHaveLength(days.length);
      }
    }
  });
});
