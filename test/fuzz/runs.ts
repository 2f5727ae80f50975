import type { Parameters } from 'fast-check';

/** Makes the normal suite the same every time. */
const USUAL_SEED = 20_261_129;
/** Ms that a property may take with its usual runs, and with as many as someone wants. */
const [USUAL_TIMEOUT, LONG_TIMEOUT] = [60_000, 4 * 60 * 60_000];

const wanted = numberOf('FUZZ_RUNS');
/** fast-check takes 32 bits. */
const seed =
  numberOf('FUZZ_SEED') ?? (wanted === undefined ? USUAL_SEED : Math.floor(Date.now() / 1000));
// At the start: not every failure is a property's.
if (seed !== USUAL_SEED) process.stdout.write(`FUZZ_SEED=${seed}\n`);

/** For a test with more runs than usual. */
export const FUZZ_TIMEOUT = wanted === undefined ? USUAL_TIMEOUT : LONG_TIMEOUT;

/**
 * How a property is tried: `usual` times with a fixed seed, or as `FUZZ_RUNS` and `FUZZ_SEED` say.
 */
export function runs(usual: number): Parameters<unknown> {
  return { seed, numRuns: wanted ?? usual };
}

function numberOf(name: 'FUZZ_RUNS' | 'FUZZ_SEED'): number | undefined {
  const value = process.env[name];
  return value ? Number(value) : undefined;
}
