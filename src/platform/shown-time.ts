/** Discord's clients and every calendar can show the years 1 to 9999. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** The time, or the nearest that can be shown: a row of the database may have any. @param at ms since 1970 */
export function shownTime(at: number): number {
  return Math.min(Math.max(at, FIRST), LAST);
}

/** As ISO 8601, in UTC. @param at ms since 1970 */
export function isoTime(at: number): string {
  return new Date(shownTime(at)).toISOString();
}

/** The same; null for no time. */
export function isoTimeOrNull(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : isoTime(at);
}
