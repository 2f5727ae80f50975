import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from 'vitest';

import { SITE_OUTCOMES } from './expected.ts';
import type { Fault } from './fault.ts';
import { runFault } from './run-fault.ts';
import type { Outcomes } from './run-fault.ts';
import { SITE } from './site.ts';

/** Longer than all waits of one run together should take. */
const RUN_MS = 400_000;
const ALL = process.env['FAULTS'] === 'all';

/** Runs all faults with `npm run faults`, and a few with `npm test`. */
function testFaults<Way extends string>(
  faults: Readonly<Record<Way, Fault>>,
  outcomes: Readonly<Record<Way, Outcomes>>,
  few: readonly Way[],
): void {
  const all = Object.keys(faults).filter((way): way is Way => way in outcomes);
  test.concurrent.each(ALL ? all : few)(
    '%s',
    async (way) => {
      const { observed, words } = await runFault(faults[way], outcomes[way]);
      if (!isDeepStrictEqual(observed, outcomes[way])) console.log(`${way}:\n${words}`);
      expect(observed).toEqual(outcomes[way]);
    },
    RUN_MS,
  );
}

describe('while RetroAchievements', () => {
  testFaults(SITE, SITE_OUTCOMES, ['hangs', 'answers 500']);
});
