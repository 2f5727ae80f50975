import { setTimeout as delay } from 'node:timers/promises';

import type { BotName, RunningBot } from './bots.ts';
import type { InteractionText } from './discord.ts';

/** The bots being compared. */
export type Trio = Readonly<Record<BotName, RunningBot>>;

/** The same measurement for each. */
export type Measured<T> = Readonly<Record<BotName, T>>;

const ALL = ['bot', 'floor', 'bare'] as const;
/** For lines without the bare bot. */
export const BOT_AND_FLOOR = ['bot', 'floor'] as const;

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @param share 0–1, for example 0.99. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** How many interactions one bot gets before the next one's turn: whatever else the machine does affects them all. */
const TURN = 25;
/** Between two interactions, so that the second doesn't wait for the rest of the first. */
const PAUSE_MS = 1;

/** How long each answer takes, ms: all three get the same interactions, one at a time, in turns. */
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
  /** Null if it wasn't measured. */
  readonly bare: Rival | null;
};

/** What the bot is compared with: its number, and the bot's divided by it, the median of all rounds. */
export type Rival = { readonly value: number; readonly ratio: number };

/** Turns the rounds into ratios, one per round, so that a slow minute of the machine counts for every bot. */
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

/** The answers' median and 99th percentile, in several rounds. */
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
