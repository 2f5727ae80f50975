import * as fc from 'fast-check';

const SEED = 20_261_129;

/** The same values in every run, so that a test that passes once always does. `FUZZ_SEED` brings others. */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? SEED) });

export { fc };
