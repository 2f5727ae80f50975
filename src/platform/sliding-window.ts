/** Old starts are dropped in bulk: dropping each on its own would cost more time than it saves memory. */
const PRUNE_AT = 256;

/** Lets at most `capacity` requests start within any `span` ms. Times are ms since 1970. */
export function createSlidingWindow(capacity: number, span: number) {
  let starts: number[] = [];
  let pruneAt = PRUNE_AT;
  return {
    start(now: number): void {
      if (starts.length >= pruneAt) {
        starts = starts.filter((start) => start > now - span);
        pruneAt = Math.max(PRUNE_AT, 2 * starts.length);
      }
      starts.push(now);
    },
    /** Takes back a start at that time. */
    undo(at: number): void {
      const index = starts.lastIndexOf(at);
      if (index !== -1) starts.splice(index, 1);
    },
    /**
     * The earliest time at which one more may start.
     * @param planned times, ascending, at which others start first.
     */
    freeAt(now: number, planned: readonly number[]): number {
      // A start in the future means that the clock was set back.
      if ((starts.at(-1) ?? 0) > now) starts = starts.map((start) => Math.min(start, now));
      const index = starts.length + planned.length - capacity;
      if (index < 0) return now;
      const start = starts[index] ?? planned[index - starts.length];
      return start === undefined ? now : Math.max(now, start + span);
    },
  };
}
