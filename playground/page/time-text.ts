const SECOND = 1000;
const UNITS = [
  ['year', 365.25 * 24 * 3600],
  ['month', 30.44 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** Days before months and 24 hours, as in most of the world. */
const ENGLISH = 'en-GB';
const DEFAULT_LOCALE = 'en-US';

const STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(style: string, locale: string): Intl.DateTimeFormat {
  const key = `${locale} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const language = locale === DEFAULT_LOCALE ? ENGLISH : locale;
  const format = new Intl.DateTimeFormat(language, STYLES[style] ?? STYLES['f']);
  formats.set(key, format);
  return format;
}

/** A relative time in Discord's words. @param at, now ms since 1970 */
export function relativeTime(at: number, now: number, locale = DEFAULT_LOCALE): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const seconds = (at - now) / SECOND;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative.format(Math.sign(seconds) * Math.round(Math.abs(seconds) / size), unit);
}

/** A moment in one of the styles of `<t:…>`. */
export function absoluteTime(at: number, style: string, locale = DEFAULT_LOCALE): string {
  return formatFor(style, locale).format(at);
}

const day = (time: number) => new Date(time).toDateString();

/** A message's time, as shown next to its author. */
export function messageTime(at: number, now: number, locale = DEFAULT_LOCALE): string {
  const clock = absoluteTime(at, 't', locale);
  if (locale !== DEFAULT_LOCALE) return `${absoluteTime(at, 'd', locale)} ${clock}`;
  if (day(at) === day(now)) return `Today at ${clock}`;
  if (day(at) === day(now - 24 * 3600 * SECOND)) return `Yesterday at ${clock}`;
  return `${absoluteTime(at, 'd')} ${clock}`;
}
