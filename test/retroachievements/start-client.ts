import {
  createRetroAchievements,
  type RetroAchievements,
  type RetroAchievementsOptions,
} from '#src/retroachievements/client.ts';
import { createRequestBudget } from '#src/retroachievements/http/budget.ts';
import type { Failure } from '#src/retroachievements/retroachievements-error.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';
import { createFakeClock, type FakeClock } from '#test/support/fake-clock.ts';

/** Contains characters that a URL encodes. */
export const CANARY_KEY = 'c@nary+K3y/=&?#%';

export type StartedClient = AsyncDisposable & {
  readonly client: ReturnType<typeof createRetroAchievements>;
  readonly clock: FakeClock;
  readonly warnings: unknown[];
};

/** A client with a stopped clock and no jitter, so that retries are immediate. */
export function startClient(
  site: { readonly url: string; readonly apiKey?: string },
  options: Partial<RetroAchievementsOptions> = {},
): StartedClient {
  const clock = createFakeClock();
  const warnings: unknown[] = [];
  const client = createRetroAchievements({
    baseUrl: site.url,
    apiKey: site.apiKey ?? CANARY_KEY,
    userAgent: 'completionist-test/1.0',
    budget: createRequestBudget({ requestsPerMinute: 1000, clock }),
    clock,
    random: () => 0,
    log: { warn: (details, message) => warnings.push([details, message]) },
    ...options,
  });
  return { client, clock, warnings, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() };
}

/** The failure of a call; rethrows anything but a RetroAchievementsError. */
export async function failureOf(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    if (error instanceof RetroAchievementsError) return error.failure;
    throw error;
  }
  throw new Error('The call did not fail');
}

/** The first page of MaxMilyin's library, for a command. */
export function askForLibrary(client: RetroAchievements, signal?: AbortSignal) {
  return client.completionProgress(
    { kind: 'name', name: 'MaxMilyin' },
    { offset: 0, count: 500 },
    { priority: 'command', ...(signal && { signal }) },
  );
}
