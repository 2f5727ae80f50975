/** How long the shared cache keeps anything: during an outage, an old copy is better than none. */
export const KEPT_MS = 24 * 60 * 60_000;
/** By how much the clocks of two machines may differ. */
const CLOCKS_APART_MS = 60_000;

/** Whether a copy from the shared cache has an age that one can have: one from the future would never grow old. */
export function isOfToday(at: number, now: number): boolean {
  return at <= now + CLOCKS_APART_MS && at >= now - KEPT_MS;
}
