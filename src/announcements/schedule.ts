import { Cron, CronDate } from 'croner';
import { LRUCache } from 'lru-cache';

import { WEEKDAYS } from './feed.ts';
import type { Schedule } from './feed.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** No clock is changed twice within this time. */
const STRIDE_MS = 7 * DAY_MS;

/** Making one takes 80 kB and 0.1 ms, and many feeds share an hour and a zone. */
const CRONS_LIMIT = 32;
const crons = new LRUCache<string, Cron>({ max: CRONS_LIMIT });

/**
 * When a feed posts its next digest: the first moment after `after`, both in ms since 1970. Null for live feeds.
 *
 * There is one digest per calendar day of the zone, per week on the weekday, or per month on the 1st. If daylight saving
 * time skips the hour, the digest comes right after the gap, or in the last minute of a day that ends with it. If an hour
 * comes twice, the first one counts. Hourly digests come at each full hour of the zone's clock: 30 or 90 minutes apart
 * if the clock changes by half an hour.
 */
export function nextDigestAt(schedule: Schedule, after: number): number | null {
  if (schedule.cadence === 'live') return null;
  const next = cronOf(patternOf(schedule), schedule.timezone).nextRun(new Date(after));
  if (next === null || schedule.cadence === 'hourly') return next?.getTime() ?? null;
  return skippedBetween(schedule, after, next.getTime()) ?? next.getTime();
}

function patternOf({ cadence, hour, weekday }: Schedule): string {
  if (cadence === 'hourly') return '0 * * * *';
  if (cadence === 'monthly') return `0 ${hour} 1 * *`;
  // For croner, Monday is 1 and Sunday is 0 or 7.
  return `0 ${hour} * * ${cadence === 'weekly' ? WEEKDAYS.indexOf(weekday) + 1 : '*'}`;
}

function cronOf(pattern: string, timezone: string): Cron {
  const key = `${pattern} ${timezone}`;
  const kept = crons.get(key);
  if (kept) return kept;
  const cron = new Cron(pattern, { timezone });
  crons.set(key, cron);
  return cron;
}

/**
 * The digest that croner skips: it moves what falls into a gap to the gap's end, but only if that's on the same day.
 * Nuuk's clock goes from Saturday 22:59 to Sunday 0:00 each March; Apia had no 30 December 2011.
 */
function skippedBetween(schedule: Schedule, after: number, next: number): number | null {
  for (let start = after; start < next; start += STRIDE_MS) {
    const gapEnd = forwardBetween(schedule.timezone, start, Math.min(start + STRIDE_MS, next));
    const skipped = gapEnd === null ? [] : skippedBy(schedule, gapEnd);
    const found = skipped.find((at) => at > after && at < next);
    if (found !== undefined) return found;
  }
  return null;
}

/** When the digests that a gap swallows are due instead. */
function skippedBy(schedule: Schedule, gapEnd: number): readonly number[] {
  const { timezone, hour, cadence } = schedule;
  const lastMinute = wallClock(gapEnd - MINUTE_MS, timezone);
  const eve = startOfDay(lastMinute);
  const isWanted = (day: number) => isOn(schedule, day);
  const days = (startOfDay(wallClock(gapEnd, timezone)) - eve) / DAY_MS;
  const candidates: number[] = [];
  if (days > 0 && isWanted(eve) && eve + hour * 60 * MINUTE_MS > lastMinute) {
    candidates.push(gapEnd - MINUTE_MS);
  }
  // A day that doesn't exist needs no digest; its week or month still does.
  const vanished = Array.from({ length: Math.max(0, days - 1) }, (_, n) => eve + (n + 1) * DAY_MS);
  if (cadence !== 'daily' && vanished.some(isWanted)) candidates.push(gapEnd);
  return candidates;
}

/** When the zone's clock went forward, after `start` and up to `end`; null if it didn't. */
function forwardBetween(timezone: string, start: number, end: number): number | null {
  const offsetAt = (at: number) => wallClock(at, timezone) - at;
  let [before, since] = [floor(start, MINUTE_MS), end];
  const offset = offsetAt(before);
  if (offsetAt(since) <= offset) return null;
  // Clocks change on full minutes.
  while (since - before > MINUTE_MS) {
    const middle = floor((before + since) / 2, MINUTE_MS);
    if (offsetAt(middle) === offset) before = middle;
    else since = middle;
  }
  return since;
}

/** The zone's clock and calendar, read as if they were UTC. */
function wallClock(at: number, timezone: string): number {
  const { year, month, day, hour, minute, second } = new CronDate(new Date(at), timezone);
  return Date.UTC(year, month, day, hour, minute, second);
}

function startOfDay(wall: number): number {
  return floor(wall, DAY_MS);
}

function isOn({ cadence, weekday }: Schedule, day: number): boolean {
  const date = new Date(day);
  if (cadence === 'monthly') return date.getUTCDate() === 1;
  // Sunday is 0 for Date, and last in WEEKDAYS.
  return cadence === 'daily' || WEEKDAYS.at(date.getUTCDay() - 1) === weekday;
}

function floor(value: number, unit: number): number {
  return Math.floor(value / unit) * unit;
}
