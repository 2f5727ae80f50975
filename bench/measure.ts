import { setTimeout as delay } from 'node:timers/promises';

import type { BotName, RunningBot } from './bots.ts';
import type { InteractionText } from './discord.ts';

/** All that are compared. */
export type Trio = Readonly<Record<BotName, RunningBot>>;

/** The same measured of each. */
export type Measured<T> = Readonly<Record<BotName, T>>;

const ALL = ['bot', 'floor', 'bare'] as const;
/** For what the bare bot has no part in. */
export const BOT_AND_FLOOR = ['bot', 'floor'] as const;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0–1, for example 0.99. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** So many interactions go to one bot before the next has its turn: whatever else the machine does hits all. */
const TURN = 25;
/** Between two interactions, so that the second does not wait for what is left of the first. */
const PAUSE_MS = 1;

/** How long each answer takes, ms: the same interactions to all three, one after the other, in turns. */
export async function answerTimes(
  trio: Trio,
  texts: readonly InteractionText[],
): Promise<Measured<number[]>> {
  const times = noneOf<number>();
  for (let first = 0; first < texts.length; first += TURN) {
    const turn = texts.slice(first, first + TURN);
    for (const name of orderOf(ALL, first / TURN)) {
      for (const text of turn) {
        const { ms } = await trio[name].discord.ask(text);
        times[name].push(ms);
        await delay(PAUSE_MS);
      }
    }
  }
  return times;
}

/** Measures each a number of times, in an order that changes from round to round. */
export async function inRounds<T>(
  rounds: number,
  measure: (name: BotName) => Promise<T>,
  names: readonly BotName[] = ALL,
): Promise<Measured<T[]>> {
  const measured = noneOf<T>();
  for (let round = 0; round < rounds; round += 1) {
    for (const name of orderOf(names, round)) measured[name].push(await measure(name));
  }
  return measured;
}

function noneOf<T>(): Measured<T[]> {
  return { bot: [], floor: [], bare: [] };
}

/** Each goes first as often as the others, and before each of them as often as after it. */
function orderOf(names: readonly BotName[], round: number): readonly BotName[] {
  const first = Math.floor(round / 2) % names.length;
  const rotated = [...names.slice(first), ...names.slice(0, first)];
  return round % 2 === 0 ? rotated : rotated.toReversed();
}

/** The bot's number, the median of several rounds, and how it compares. */
export type Compared = {
  readonly bot: number;
  readonly floor: Rival;
  /** Null where it was not measured. */
  readonly bare: Rival | null;
};

/** One that the bot is compared with: its number, and the bot's by it, the median of all rounds. */
export type Rival = { readonly value: number; readonly ratio: number };

/** Brings the rounds of all down to ratios: by round, so that a slow minute of the machine counts for all. */
export function compare({ bot, floor, bare }: Measured<readonly number[]>): Compared {
  const against = (rival: readonly number[]): Rival => ({
    value: median(rival),
    ratio: median(bot.map((value, round) => value / (rival[round] ?? Number.NaN))),
  });
  return {
    bot: median(bot),
    floor: against(floor),
    bare: bare.length === 0 ? null : against(bare),
  };
}

/** Median and 99th percentile of the answers, in several rounds. */
export async function compareAnswers(
  trio: Trio,
  rounds: readonly (readonly InteractionText[])[],
): Promise<{ readonly middle: Compared; readonly tail: Compared }> {
  const middles = noneOf<number>();
  const tails = noneOf<number>();
  for (const texts of rounds) {
    const times = await answerTimes(trio, texts);
    for (const name of ALL) {
      middles[name].push(median(times[name]));
      tails[name].push(quantile(times[name], 0.99));
    }
  }
  return { middle: compare(middles), tail: compare(tails) };
}
