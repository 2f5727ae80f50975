import type { Effect } from '#loopback/retroachievements/faults.ts';
import type { ProxyMode } from '#test/support/tcp-proxy.ts';

import type { Fault } from './fault.ts';

const POLL_FAILED = /the award feed could not be read/;

function network(mode: ProxyMode): Fault {
  return {
    begin: ({ networks }) => networks.site.set(mode),
    end: ({ networks }) => networks.site.set({ kind: 'through' }),
    pollFailed: POLL_FAILED,
  };
}

function answer(effect: Effect): Fault {
  return {
    begin: ({ stage }) => void stage.site.faults.add({ effect }),
    end: ({ stage }) => stage.site.faults.clear(),
    pollFailed: POLL_FAILED,
  };
}

/** What RetroAchievements, or the network to it, can do. */
export const SITE = {
  'refuses connections': network({ kind: 'refuse' }),
  hangs: network({ kind: 'hang' }),
  'is slow': network({ kind: 'slow', ms: 1_000 }),
  'cuts responses short': network({ kind: 'truncate' }),
  'sends garbage': network({ kind: 'garbage' }),
  'sends a web page': answer({ kind: 'html' }),
  'answers 401': answer({ kind: 'status', status: 401 }),
  'answers 404': answer({ kind: 'status', status: 404, body: 'html' }),
  'answers 429': answer({ kind: 'status', status: 429 }),
  'answers 500': answer({ kind: 'status', status: 500 }),
} as const satisfies Record<string, Fault>;
