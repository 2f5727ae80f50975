const SECOND = 1000;
const UNITS = [
  ['year', 365.25 * 24 * 3600],
  ['month', 30.44 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options);
const FORMATS: Readonly<Record<string, Intl.DateTimeFormat>> = {
  t: format({ timeStyle: 'short' }),
  T: format({ timeStyle: 'medium' }),
  d: format({ dateStyle: 'short' }),
  D: format({ dateStyle: 'long' }),
  f: format({ dateStyle: 'long', timeStyle: 'short' }),
  F: format({ dateStyle: 'full', timeStyle: 'short' }),
};

/** A relative time in Discord's words. @param at, now ms since 1970 */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / SECOND;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative.format(Math.sign(seconds) * Math.round(Math.abs(seconds) / size), unit);
}

/** A moment in one of the styles of `<t:…>`. */
export function absoluteTime(at: number, style: string): string {
  return (FORMATS[style] ?? FORMATS['f'])?.format(at) ?? '';
}

const day = (time: number) => new Date(time).toDateString();

/** A message's time, as shown next to its author. */
export function messageTime(at: number, now: number): string {
  const clock = absoluteTime(at, 't');
  if (day(at) === day(now)) return `Today at ${clock}`;
  if (day(at) === day(now - 24 * 3600 * SECOND)) return `Yesterday at ${clock}`;
  return `${absoluteTime(at, 'd')} ${clock}`;
}
