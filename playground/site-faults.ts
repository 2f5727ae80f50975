import type { Effect } from '#loopback/retroachievements/faults.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';

import type { FaultSwitch } from './faults.ts';

const RETRY_AFTER_SECONDS = 20;
const SLOW_MS = 2500;

export function siteFaults(site: LoopbackRetroAchievements): FaultSwitch[] {
  const fault = (id: string, label: string, hint: string, effect: Effect): FaultSwitch => ({
    id,
    service: 'site',
    label,
    hint,
    arm: () => {
      const active = site.faults.add({ effect });
      return () => active.release();
    },
  });
  const retryAfter = { seconds: RETRY_AFTER_SECONDS };
  return [
    fault('site-down', 'Site down', '503 for every request', {
      kind: 'status',
      status: 503,
      body: 'html',
    }),
    fault('site-slow', 'Slow', `each response takes ${SLOW_MS / 1000} s`, {
      kind: 'delay',
      ms: SLOW_MS,
    }),
    fault('site-limited', 'Rate limited', `429, try again in ${RETRY_AFTER_SECONDS} s`, {
      kind: 'status',
      status: 429,
      retryAfter,
    }),
    fault('site-html', 'HTML response', 'a page instead of JSON', { kind: 'html' }),
    fault('site-key', 'Key refused', '401, as for a wrong key', { kind: 'status', status: 401 }),
    fault('site-hangs', 'Hangs', 'connects, but never responds', { kind: 'hang' }),
  ];
}
