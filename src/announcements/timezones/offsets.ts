/** `UTC+2`, `gmt-3`, `+05:30`. */
const OFFSET = /^(?:utc|gmt)? ?(?<sign>[+\-−]) ?(?<hours>\d{1,2}?)(?::?(?<minutes>\d\d))?$/i;

/** The offset that was typed, in minutes; null for any other text. */
export function parseOffset(typed: string): number | null {
  const { sign, hours, minutes = '0' } = OFFSET.exec(typed.trim())?.groups ?? {};
  if (hours === undefined) return null;
  const size = Number(hours) * 60 + Number(minutes);
  return sign === '+' ? size : -size;
}

/** How far a zone is ahead of UTC, in minutes, summer time included. @param now ms since 1970. */
export function offsetOf(timeZone: string, now: number): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value;
  return parseOffset(name ?? '') ?? 0;
}
