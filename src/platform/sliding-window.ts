/** Requests that started, and how many may start within any `span`. Times are ms since 1970. */
export type SlidingWindow = {
  /** Notes that one starts. */
  start(now: number): void;
  /**
   * The earliest time at which one more may start after those that are planned already.
   * @param planned times, ascending, at which others are to start.
   */
  freeAt(now: number, planned: readonly number[]): number;
};

/** Old starts are dropped many at a time: one by one would cost more than the memory is worth. */
const PRUNE_AT = 256;

/** A window that lets at most `capacity` start within any `span` ms. */
export function createSlidingWindow(capacity: number, span: number): SlidingWindow {
  let starts: number[] = [];
  let pruneAt = PRUNE_AT;
  return {
    start(now) {
      if (starts.length >= pruneAt) {
        starts = starts.filter((start) => start > now - span);
        pruneAt = Math.max(PRUNE_AT, 2 * starts.length);
      }
      starts.push(now);
    },
    freeAt(now, planned) {
      // A start that lies in the future says that the machine's clock was set back.
      if ((starts.at(-1) ?? 0) > now) starts = starts.map((start) => Math.min(start, now));
      const index = starts.length + planned.length - capacity;
      if (index < 0) return now;
      const start = starts[index] ?? planned[index - starts.length];
      return start === undefined ? now : Math.max(now, start + span);
    },
  };
}
