import { expect, it } from 'vitest';

import { cannotStartRedis, NEEDS_REDIS_SERVER } from '#test/support/redis-server.ts';
import { describeOnPostgres } from '#test/support/store.ts';

import { keepReport, reportOf } from './report.ts';
import { soak } from './soak.ts';
import type { SoakPlan } from './soak.ts';
import { growth } from './vitals.ts';

const WEEK_HOURS = 168;
const HOURS = Number(process.env['SOAK_HOURS'] ?? 6);
const IS_LONG = HOURS >= 24;
const SEED = Number(process.env['SOAK_SEED'] ?? 1);
const MINUTE_MS = 60_000;

/** Each ends after New York has set its clocks back, on the first day of a month and a Sunday. */
const LONG: SoakPlan = {
  seed: SEED,
  start: Date.UTC(2026, 9, 27),
  hours: HOURS,
  servers: 1_000,
  players: 10_000,
  hourly: 110,
  troubleOnceIn: 3,
  spellOnceIn: 12,
  longestSpell: 10,
  watchedFrom: 24,
};
const SHORT: SoakPlan = {
  ...LONG,
  start: Date.UTC(2026, 10, 1, 3),
  servers: 60,
  players: 400,
  hourly: 120,
  troubleOnceIn: 1.2,
  spellOnceIn: 2,
  longestSpell: 3,
  watchedFrom: Infinity,
};

describeOnPostgres(`${HOURS} hours of three processes`, () => {
  it.skipIf(cannotStartRedis)(
    `with random failures: the books balance ${NEEDS_REDIS_SERVER}`,
    async () => {
      const plan = IS_LONG ? LONG : SHORT;
      const outcome = await soak(plan, IS_LONG ? console.log : undefined);
      const report = reportOf(plan, outcome);
      if (IS_LONG) console.log(report);
      expect(outcome.mistakes).toEqual([]);
      expect(outcome.told).toBeGreaterThan(HOURS * 20);
      expect(outcome.passed).toBeLessThanOrEqual(outcome.expected / 200);
      // The short run has none.
      expect(growth(outcome.vitals)).toEqual([]);
      if (HOURS >= WEEK_HOURS) {
        keepReport(report, new Date().toLocaleDateString('en-GB', { dateStyle: 'long' }));
      }
    },
    HOURS * MINUTE_MS + 2 * MINUTE_MS,
  );
});
