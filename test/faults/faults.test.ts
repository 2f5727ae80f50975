import { isDeepStrictEqual } from 'node:util';

import { expect, test } from 'vitest';

import { cannotStartRedis, NEEDS_REDIS_SERVER } from '#test/support/redis-server.ts';
import { cannotMount, NEEDS_SMALL_DISK } from '#test/support/small-disk.ts';
import { cannotUsePostgres, NEEDS_POSTGRES } from '#test/support/store.ts';

import { EXPECTED } from './expected.ts';
import type { Fault } from './fault.ts';
import { FAULTS } from './faults.ts';
import { runFault } from './run-fault.ts';
import type { Outcomes } from './run-fault.ts';

/** Longer than all waits of one run together should take. */
const RUN_MS = 400_000;
/** All with `npm run faults`, a few with `npm test`; or those whose title has these words. */
const WANTED = process.env['FAULTS'];
const FEW = new Set([
  'RetroAchievements hangs',
  'Discord’s API answers 500',
  'Discord’s gateway closes the connection',
  'Postgres ends all sessions',
]);

type Run = { readonly title: string; readonly fault: Fault; readonly expected: Outcomes };

const runs = Object.entries(FAULTS).flatMap(([part, faults]) =>
  Object.entries<Fault>(faults).flatMap(([way, fault]): readonly Run[] => {
    const outcomes: Readonly<Record<string, Outcomes>> = tableOf(part);
    const expected = outcomes[way];
    return expected ? [{ title: `${part} ${way}`, fault, expected }] : [];
  }),
);

function tableOf(part: string): Readonly<Record<string, Outcomes>> {
  return Object.entries(EXPECTED).find(([name]) => name === part)?.[1] ?? {};
}

function isWanted({ title }: Run): boolean {
  if (WANTED === undefined) return FEW.has(title);
  return WANTED === 'all' || title.includes(WANTED);
}

/** Why this machine can't run it. */
function missing({ fault: { store, hasRedis } }: Run): string | null {
  if (store === 'postgres' && cannotUsePostgres) return NEEDS_POSTGRES;
  if (store === 'small disk' && cannotMount) return NEEDS_SMALL_DISK;
  return hasRedis === true && cannotStartRedis ? NEEDS_REDIS_SERVER : null;
}

const wanted = runs.filter(isWanted).map((run) => ({ ...run, reason: missing(run) }));

test.concurrent.for(wanted)(
  '$title',
  { timeout: RUN_MS },
  async ({ title, fault, expected, reason }, { skip }) => {
    if (reason !== null) skip(reason);
    const { observed, words } = await runFault(fault, expected);
    if (!isDeepStrictEqual(observed, expected)) console.log(`${title}:\n${words}`);
    expect(observed).toEqual(expected);
  },
);
