import type { Schedule } from '#src/announcements/feed.ts';
import { WEEKDAYS } from '#src/announcements/feed.ts';

const HOUR_MS = 60 * 60_000;
/** Every zone's clock shows its full hours at one of these. */
const QUARTER_MS = 15 * 60_000;

type Wall = {
  readonly weekday: string;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
};

const formats = new Map<string, Intl.DateTimeFormat>();
const walls = new Map<string, Wall>();
const found = new Map<string, number>();

/**
 * When a feed's next digest is due: the first moment after `after`, both ms since 1970; `after` itself for live feeds.
 * Written without the bot's own calendar, by looking at a zone's clock every quarter of an hour.
 */
export function nextDigest(schedule: Schedule, after: number): number {
  if (schedule.cadence === 'live') return after;
  const first = (Math.floor(after / QUARTER_MS) + 1) * QUARTER_MS;
  const key = `${JSON.stringify(schedule)} ${first}`;
  let at = found.get(key) ?? first;
  while (!isDigestHour(schedule, at)) at += QUARTER_MS;
  found.set(key, at);
  return at;
}

function isDigestHour({ cadence, hour, weekday, timezone }: Schedule, at: number): boolean {
  const wall = wallAt(at, timezone);
  if (wall.minute !== 0) return false;
  if (cadence === 'hourly') return true;
  // Where a clock goes back, the hour that comes twice counts once.
  const isAgain = JSON.stringify(wallAt(at - HOUR_MS, timezone)) === JSON.stringify(wall);
  if (wall.hour !== hour || isAgain) return false;
  if (cadence === 'weekly') return wall.weekday === weekday;
  return cadence !== 'monthly' || wall.day === 1;
}

function wallAt(at: number, timezone: string): Wall {
  const key = `${timezone} ${at}`;
  const known = walls.get(key);
  if (known) return known;
  const parts = new Map(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const name = (parts.get('weekday') ?? '').toLowerCase();
  const wall = {
    weekday: WEEKDAYS.find((weekday) => weekday === name) ?? '',
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
  };
  walls.set(key, wall);
  return wall;
}

function formatOf(timezone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      weekday: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    });
  formats.set(timezone, format);
  return format;
}
