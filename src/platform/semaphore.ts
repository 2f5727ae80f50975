import type { Clock } from './clock.ts';

/** One of the places, until it is disposed of. */
export type Place = Disposable;

/**
 * Lets at most `places` run at the same time; others wait their turn.
 * @param options.longestMs after this, the next one gets the place anyway.
 */
export function createSemaphore(options: {
  readonly places: number;
  readonly longestMs: number;
  readonly clock: Clock;
}) {
  const { longestMs, clock } = options;
  const waiting: (() => void)[] = [];
  let free = options.places;

  function begin(): Place {
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
    async take(): Promise<Place> {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => void waiting.push(resolve));
      return begin();
    },
  };
}
