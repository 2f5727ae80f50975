import { setTimeout as delay } from 'node:timers/promises';

import type { RunningBot } from './bots.ts';
import type { InteractionText } from './discord.ts';

/** The two that are compared. */
export type Pair = { readonly bot: RunningBot; readonly floor: RunningBot };

/** The same measured of both. */
export type Measured<T> = { readonly bot: T; readonly floor: T };

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0–1, for example 0.99. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** So many interactions go to one bot before the other has its turn: whatever else the machine does hits both. */
const TURN = 25;
/** Between two interactions, so that the second does not wait for what is left of the first. */
const PAUSE_MS = 1;

/** How long each answer takes, ms: the same interactions to both bots, one after the other, in turns that alternate. */
export async function answerTimes(
  { bot, floor }: Pair,
  texts: readonly InteractionText[],
): Promise<Measured<number[]>> {
  const times: Measured<number[]> = { bot: [], floor: [] };
  for (let first = 0; first < texts.length; first += TURN) {
    const turn = texts.slice(first, first + TURN);
    const order = (first / TURN) % 2 === 0 ? [bot, floor] : [floor, bot];
    for (const one of order) {
      for (const text of turn) {
        const { ms } = await one.discord.ask(text);
        times[one.name].push(ms);
        await delay(PAUSE_MS);
      }
    }
  }
  return times;
}

/** Measures both a number of times, each going first in every other round. */
export async function inRounds<T>(
  rounds: number,
  measure: (name: 'bot' | 'floor') => Promise<T>,
): Promise<Measured<T[]>> {
  const measured: Measured<T[]> = { bot: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['bot', 'floor'] as const) : (['floor', 'bot'] as const);
    for (const name of order) measured[name].push(await measure(name));
  }
  return measured;
}

/** Ratios and absolute numbers of several rounds. */
export type Compared = {
  /** The bot's number by the floor's, the median of all rounds. */
  readonly ratio: number;
  readonly bot: number;
  readonly floor: number;
};

/** Brings the rounds of both down to one ratio: by round, so that a slow minute of the machine counts for both. */
export function compare({ bot, floor }: Measured<readonly number[]>): Compared {
  const ratios = bot.map((value, round) => value / (floor[round] ?? Number.NaN));
  return { ratio: median(ratios), bot: median(bot), floor: median(floor) };
}

/** Median and 99th percentile of the answers, in several rounds. */
export async function compareAnswers(
  pair: Pair,
  rounds: readonly (readonly InteractionText[])[],
): Promise<{ readonly middle: Compared; readonly tail: Compared }> {
  const middles: Measured<number[]> = { bot: [], floor: [] };
  const tails: Measured<number[]> = { bot: [], floor: [] };
  for (const texts of rounds) {
    const times = await answerTimes(pair, texts);
    for (const name of ['bot', 'floor'] as const) {
      middles[name].push(median(times[name]));
      tails[name].push(quantile(times[name], 0.99));
    }
  }
  return { middle: compare(middles), tail: compare(tails) };
}
