/** RFC 9110 wants the first form; the two others are obsolete, but a recipient has to read them. `Date.parse` reads all three. */
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /;

/**
 * Reads a `Retry-After` header (RFC 9110, section 10.2.3): whole seconds, or an HTTP date.
 * @param now ms since 1970.
 * @returns ms from `now`, 0 for a date that has passed; null where there is no header or it is neither form.
 */
export function parseRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  if (!HTTP_DATE.test(text)) return null;
  // The obsolete asctime form names no zone; HTTP dates are always UTC.
  const time = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}
