import type { Effect } from '#loopback/discord/faults.ts';

import { onNetwork } from './fault.ts';
import type { Fault } from './fault.ts';

const BLIND = { isBlind: true };

function answer(effect: Effect): Fault {
  return {
    begin: ({ stage }) => void stage.discord.faults.add({ path: /^/, times: Infinity, effect }),
    end: ({ stage }) => stage.discord.faults.clear(),
    ...BLIND,
  };
}

/** What Discord's REST API, or the network to it, can do. */
export const DISCORD = {
  'refuses connections': onNetwork('discord', { kind: 'refuse' }, BLIND),
  hangs: onNetwork('discord', { kind: 'hang' }, BLIND),
  'is slow': onNetwork('discord', { kind: 'slow', ms: 400 }),
  'cuts responses short': answer({ cut: 'after' }),
  'sends garbage': onNetwork('discord', { kind: 'garbage' }, BLIND),
  'answers 403': answer({ status: 403, code: 50_001, message: 'Missing Access' }),
  'answers 429': answer({ rateLimit: { retryAfter: 2, global: true } }),
  'answers 500': answer({ status: 500 }),
} as const satisfies Record<string, Fault>;

/** What Discord's gateway, or the network to it, can do. */
export const GATEWAY = {
  'refuses connections': onNetwork('gateway', { kind: 'refuse' }, BLIND),
  hangs: onNetwork('gateway', { kind: 'hang' }, BLIND),
  'is slow': onNetwork('gateway', { kind: 'slow', ms: 400 }),
  'cuts frames short': onNetwork('gateway', { kind: 'truncate', bytes: 16 }, BLIND),
  'sends garbage': onNetwork('gateway', { kind: 'garbage' }, BLIND),
  'closes the connection': {
    begin: ({ stage }) => stage.discord.gateway.drop(4000),
    end: () => undefined,
  },
} as const satisfies Record<string, Fault>;
