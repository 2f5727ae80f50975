import { KEPT_WHILE_PAUSED_MS } from './feed.ts';
import type { Schedule } from './feed.ts';
import { nextDigestAt } from './schedule.ts';
import { isPlannable } from './timezones/timezone.ts';

/** The longest month, and a clock change. */
const LONGEST_PERIOD_MS = 32 * 24 * 60 * 60_000;

/**
 * From when on a paused feed keeps what it has seen, ms since 1970. In a weekly or monthly feed, awards wait for their
 * digest anyway: only those of a digest that was due more than KEPT_WHILE_PAUSED_MS ago are dropped.
 */
export function keptSince(schedule: Schedule, now: number): number {
  const bound = now - KEPT_WHILE_PAUSED_MS;
  const isLong = schedule.cadence === 'weekly' || schedule.cadence === 'monthly';
  if (!isLong || !isPlannable(schedule)) return bound;
  let since = bound - LONGEST_PERIOD_MS;
  for (let at: number | null = since; at !== null && at <= bound; at = nextDigestAt(schedule, at)) {
    since = at;
  }
  return since;
}
