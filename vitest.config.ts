import { defineConfig } from 'vitest/config';

import { SkippedReporter } from './test/support/skipped-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', new SkippedReporter()],
    restoreMocks: true,
    // Many tests wait for a process: as many at once as there are cores.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
