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

/** A window that lets at most `capacity` start within any `span` ms. */
export function createSlidingWindow(capacity: number, span: number): SlidingWindow {
  let starts: number[] = [];
  return {
    start(now) {
      // A start further back than `capacity` others can't hold anything up. Dropping half at a time keeps it cheap.
      if (starts.length >= 2 * capacity) starts = starts.slice(-capacity);
      starts.push(now);
    },
    freeAt(now, planned) {
      const index = starts.length + planned.length - capacity;
      if (index < 0) return now;
      const start = starts[index];
      // A start that lies in the future only says that the machine's clock was set back.
      const freed = start === undefined ? planned[index - starts.length] : Math.min(start, now);
      return freed === undefined ? now : Math.max(now, freed + span);
    },
  };
}
