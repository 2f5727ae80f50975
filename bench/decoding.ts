import * as untypedApi from '@retroachievements/api';
import { z } from 'zod';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { decodeCompletionProgress } from '#src/retroachievements/api/completion-progress.ts';

import { median } from './measure.ts';
import type { Line } from './table.ts';

const GAMES = 500;

/** Its types are not found under `module: nodenext`. */
const api = z
  .object({
    getUserCompletionProgress: z.custom<(...values: unknown[]) => Promise<unknown>>(
      (value) => typeof value === 'function',
    ),
  })
  .parse({ ...untypedApi });
const AUTHORIZATION = { username: 'nobody', webApiKey: 'none' };

type Way = 'parse' | 'ours' | 'theirs';

/** Reads one answer of 500 games: parsed alone, parsed and validated by the bot, read by `@retroachievements/api`. */
export async function decoding(isQuick: boolean): Promise<Line[]> {
  const games = generateLibrary({ seed: 1, size: GAMES, now: Date.now() });
  const text = JSON.stringify({ Count: GAMES, Total: GAMES, Results: games });
  globalThis.fetch = () =>
    Promise.resolve(Object.assign(new Response(), { json: async () => JSON.parse(text) }));
  const ways: Record<Way, () => unknown> = {
    parse: () => JSON.parse(text),
    ours: () => decodeCompletionProgress(JSON.parse(text), () => undefined),
    theirs: () => api.getUserCompletionProgress(AUTHORIZATION, { username: 'nobody' }),
  };
  const times: Record<Way, number[]> = { parse: [], ours: [], theirs: [] };
  for (let round = 0; round < (isQuick ? 100 : 1_500); round += 1) {
    for (const way of ['parse', 'ours', 'theirs'] as const) {
      const startedAt = performance.now();
      await ways[way]();
      times[way].push(performance.now() - startedAt);
    }
  }
  const [parse, ours, theirs] = [settled(times.parse), settled(times.ours), settled(times.theirs)];
  const line = (what: string, ratio: number, goal: number, sign: string, than: number): Line => ({
    what,
    goal: `≤ ${sign} ×`,
    measured: `${ratio.toFixed(2)} × (${ours.toFixed(2)} ms against ${than.toFixed(2)} ms)`,
    isReached: ratio <= goal,
  });
  return [
    line(
      'decoding and validating a response with 500 games, compared with `JSON.parse` alone',
      ours / parse,
      3.5,
      '3.50',
      parse,
    ),
    line('the same, compared with `@retroachievements/api`', ours / theirs, 1 / 3, '0.33', theirs),
  ];
}

/** The first rounds run code that V8 hasn't optimized yet. */
function settled(all: readonly number[]): number {
  return median(all.slice(all.length / 3));
}
