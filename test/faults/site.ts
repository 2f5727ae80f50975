import type { Effect } from '#loopback/retroachievements/faults.ts';

import { onNetwork } from './fault.ts';
import type { Fault } from './fault.ts';

const MEETS = { pollFailed: /the award feed could not be read/ };

function answer(effect: Effect): Fault {
  return {
    begin: ({ stage }) => void stage.site.faults.add({ effect }),
    end: ({ stage }) => stage.site.faults.clear(),
    ...MEETS,
  };
}

/** What RetroAchievements, or the network to it, can do. */
export const SITE = {
  'refuses connections': onNetwork('site', { kind: 'refuse' }, MEETS),
  hangs: onNetwork('site', { kind: 'hang' }, MEETS),
  'is slow': onNetwork('site', { kind: 'slow', ms: 1_000 }),
  'cuts responses short': onNetwork('site', { kind: 'truncate' }, MEETS),
  'sends garbage': onNetwork('site', { kind: 'garbage' }, MEETS),
  'sends a web page': answer({ kind: 'html' }),
  'answers 401': answer({ kind: 'status', status: 401 }),
  'answers 404': answer({ kind: 'status', status: 404, body: 'html' }),
  'answers 429': answer({ kind: 'status', status: 429 }),
  'answers 500': answer({ kind: 'status', status: 500 }),
} as const satisfies Record<string, Fault>;
