import { systemClock } from '#src/platform/clock.ts';
import type { Clock } from '#src/platform/clock.ts';

/** Limits for one request of a person, ms. */
export function timeoutsOf(
  limits: { readonly headers: number; readonly body: number },
  deadline: number,
) {
  return {
    attempt: { command: limits, poll: limits, library: limits, background: limits },
    deadline: { command: deadline, poll: 1, library: 1, background: 1 },
    connect: 1_000,
  };
}

/** A clock on which waits shorter than a deadline take no time. @param waitFor what the deadline takes */
export function hurriedClock(deadlineMs: number, waitFor: Clock['sleep']): Clock {
  let now = 0;
  return {
    ...systemClock,
    now: () => now,
    async sleep(ms, signal) {
      if (ms >= deadlineMs) await waitFor(ms, signal);
      now += ms;
    },
  };
}
