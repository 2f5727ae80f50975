/**
 * The calendars of zones, worked out with Intl.DateTimeFormat alone by walking through time in quarters of an hour:
 * what schedules are held against. Every clock was changed on a quarter of an hour since 2010.
 */

export const QUARTER_MS = 15 * 60_000;
export const DAY_MS = 96 * QUARTER_MS;
/** No clock is changed twice within so long. */
const STRIDE_MS = 7 * DAY_MS;

/** A day as a zone's calendar has it: a date that never was is not among them. */
export type LocalDay = {
  /** `2018-11-04` */
  readonly date: string;
  /** 1 is Monday. */
  readonly weekday: number;
  /** Its quarters in the order of time, and how many minutes after midnight the clock shows. */
  readonly quarters: readonly { readonly at: number; readonly minutes: number }[];
};

/** What a zone's clock is ahead of UTC, in ms, from a moment on. */
type Offset = { readonly from: number; readonly ms: number };

/** The whole days of a zone between two moments. */
export function localDays(timezone: string, start: number, end: number): readonly LocalDay[] {
  const byDay = new Map<number, { at: number; minutes: number }[]>();
  const offsets = offsetsOf(timezone, start, end);
  for (const [index, { from, ms }] of offsets.entries()) {
    const until = offsets[index + 1]?.from ?? end;
    for (let at = from; at < until; at += QUARTER_MS) {
      const day = Math.floor((at + ms) / DAY_MS);
      const quarters = byDay.get(day) ?? [];
      quarters.push({ at, minutes: (at + ms - day * DAY_MS) / 60_000 });
      byDay.set(day, quarters);
    }
  }
  const days = [...byDay].map(([day, quarters]) => {
    const midnight = new Date(day * DAY_MS);
    const date = midnight.toISOString().slice(0, 10);
    return { date, weekday: midnight.getUTCDay() || 7, quarters };
  });
  // Of the first and the last, a part may lie outside.
  return days.slice(1, -1);
}

/** When the day's digest is due: at the first moment of that hour or after it, else in the day's last minute. */
export function dueOn({ quarters }: LocalDay, hour: number): number {
  const due = quarters.find(({ minutes }) => minutes >= hour * 60)?.at;
  return due ?? (quarters.at(-1)?.at ?? Number.NaN) + QUARTER_MS - 60_000;
}

/** The moments at which a zone's clock was changed. */
export function changesOf(timezone: string, start: number, end: number): readonly number[] {
  return offsetsOf(timezone, start, end)
    .slice(1)
    .map(({ from }) => from);
}

function offsetsOf(timezone: string, start: number, end: number): readonly Offset[] {
  const offsetAt = offsetReader(timezone);
  const offsets: Offset[] = [{ from: start, ms: offsetAt(start) }];
  for (let at = start; at < end; at += STRIDE_MS) {
    const before = offsetAt(at);
    if (offsetAt(at + STRIDE_MS) === before) continue;
    let change = at;
    while (offsetAt(change) === before) change += QUARTER_MS;
    offsets.push({ from: change, ms: offsetAt(change) });
  }
  return offsets;
}

function offsetReader(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  // Swedes write `2018-11-04 01:00:00`.
  return (at) => Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - at;
}
