import type { Clock } from '#src/platform/clock.ts';

import type { Failure } from './retroachievements-error.ts';

/** Times are ms since 1970. */
export type SiteHealth = {
  readonly lastAnswerAt: number | null;
  /** When requests began to fail; null while they succeed. */
  readonly failingSince: number | null;
};

/** How a call ended; `aborted` by whoever made it. */
export type SiteOutcome = 'ok' | Failure['kind'] | 'aborted';

const OUTAGES: ReadonlySet<SiteOutcome> = new Set(['network', 'timeout', 'status', 'unreadable']);

/** Remembers how calls ended. */
export function createSiteHealth(clock: Clock) {
  let health: SiteHealth = { lastAnswerAt: null, failingSince: null };
  return {
    note(outcome: SiteOutcome): void {
      const now = clock.now();
      if (outcome === 'ok') health = { lastAnswerAt: now, failingSince: null };
      if (OUTAGES.has(outcome)) health = { ...health, failingSince: health.failingSince ?? now };
    },
    current: (): SiteHealth => health,
  };
}
