import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

import type { MovedClock } from './moved-clock.ts';

const number = z.number();
const sample = z.object({
  /** ms since 1970, by the soak's clock. */
  at: number,
  /** Bytes, once garbage was collected. */
  rss: number,
  heapUsed: number,
  external: number,
  /** Timers, sockets and the like that Node waits for. */
  handles: number,
  /** Open file descriptors. */
  files: number,
  /** How late the event loop was at the 99th percentile since the sample before, ms, with the timer's own 10 ms. */
  delayMs: number,
});
export type Sample = z.output<typeof sample>;
export type Vital = Exclude<keyof Sample, 'at'>;

const LOOK_MS = 20;
const PATIENCE_MS = 10_000;

/** How the process that is left alone does, as it notes itself. */
export class Vitals {
  readonly samples: Sample[] = [];
  /** Where it writes. */
  readonly path: string;
  readonly #clock: MovedClock;

  constructor(path: string, clock: MovedClock) {
    this.path = path;
    this.#clock = clock;
  }

  /** Takes one more sample. @throws Error where the process does not answer */
  async sample(): Promise<void> {
    this.#clock.askForSample();
    const end = performance.now() + PATIENCE_MS;
    while (performance.now() < end) {
      const text = await readFile(this.path, 'utf8').catch(() => '');
      const lines = text.split('\n').slice(0, -1);
      const line = lines[this.samples.length];
      if (line !== undefined) {
        this.samples.push(sample.parse(JSON.parse(line)));
        return;
      }
      await delay(LOOK_MS);
    }
    throw new Error('The process notes no vitals');
  }
}

/** How far one may grow: by a factor, and by so much more, which is what single samples differ by. */
const BOUNDS: Readonly<Record<Vital, { readonly factor: number; readonly more: number }>> = {
  rss: { factor: 1.15, more: 0 },
  heapUsed: { factor: 1.15, more: 0 },
  external: { factor: 1.15, more: 2_000_000 },
  handles: { factor: 1, more: 4 },
  files: { factor: 1, more: 4 },
  delayMs: { factor: 1.25, more: 5 },
};

/**
 * What grew from the second quarter of the samples to the last, one sentence each. The first quarter is left out: caches
 * fill. Medians, because a sample in the middle of a trouble says little.
 */
export function growth(samples: readonly Sample[]): readonly string[] {
  return VITALS.flatMap((vital) => {
    const { before, after } = compare(samples, vital);
    const { factor, more } = BOUNDS[vital];
    return after <= before * factor + more ? [] : [`${vital} grew from ${before} to ${after}`];
  });
}

const VITALS: readonly Vital[] = ['rss', 'heapUsed', 'external', 'handles', 'files', 'delayMs'];

/** The medians of the second and the last quarter. */
export function compare(
  samples: readonly Sample[],
  vital: Vital,
): { readonly before: number; readonly after: number } {
  const quarter = Math.floor(samples.length / 4);
  const median = (some: readonly Sample[]) =>
    some.map((one) => one[vital]).toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0;
  return {
    before: median(samples.slice(quarter, 2 * quarter)),
    after: median(samples.slice(-quarter)),
  };
}
