import type { Clock } from './clock.ts';

/** A place among those who may go at the same time, until it is disposed. */
export type Turn = Disposable;

/**
 * Lets at most `places` go at the same time; others wait in order.
 * @param options.longestMs after this, the next one gets the place anyway.
 */
export function createTurns(options: {
  readonly places: number;
  readonly longestMs: number;
  readonly clock: Clock;
}) {
  const { longestMs, clock } = options;
  const waiting: (() => void)[] = [];
  let free = options.places;

  function begin(): Turn {
    const ended = new AbortController();
    const end = () => {
      if (ended.signal.aborted) return;
      ended.abort();
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    };
    clock.sleep(longestMs, ended.signal).then(end, () => undefined);
    return { [Symbol.dispose]: end };
  }

  return {
    async take(): Promise<Turn> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      return begin();
    },
  };
}
