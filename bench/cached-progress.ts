import type { RunningBot } from './bots.ts';
import { progressCommand } from './interactions.ts';
import { answerTimes, compare, compareAnswers, inRounds } from './measure.ts';
import type { Trio } from './measure.ts';
import { cachedPage, PLAYER, READER } from './stage.ts';
import type { Stage } from './stage.ts';
import { atLeast, atMost, inMs } from './table.ts';
import type { Line } from './table.ts';
import { startTrio } from './trio.ts';

const AT_ONCE = 64;

/** `/progress` of a library in memory: one at a time, and many at once. */
export async function cachedProgress(stage: Stage, isQuick: boolean): Promise<Line[]> {
  await using trio = await startTrio(stage);
  return await progressLines(trio, isQuick, { median: 1.25, rate: 1 });
}

/** The same lines for three bots that are running. @param byBare goals against the bare bot, if any. */
export async function progressLines(
  trio: Trio,
  isQuick: boolean,
  byBare: { readonly median?: number; readonly rate?: number } = {},
): Promise<Line[]> {
  await cachedPage(trio.bot, PLAYER);
  const round = Array.from({ length: isQuick ? 200 : 800 }, () => COMMAND);
  await answerTimes(trio, round);
  const rounds = Array.from({ length: isQuick ? 1 : 5 }, () => round);
  const { middle, tail } = await compareAnswers(trio, rounds);
  const rate = compare(
    await inRounds(isQuick ? 2 : 10, (name) => perSecond(trio[name], isQuick ? 500 : 2_000)),
  );
  return [
    atMost(
      'time to answer a cached `/progress`, median',
      middle,
      { floor: 1, bare: byBare.median },
      inMs,
    ),
    atMost('the same, 99th percentile', tail, { floor: 1.25 }, inMs),
    atLeast(
      `cached interactions per second, ${AT_ONCE} at once`,
      rate,
      { floor: 1, bare: byBare.rate },
      (value) => value.toFixed(0),
    ),
  ];
}

const COMMAND = progressCommand(READER, PLAYER);

async function perSecond({ discord }: RunningBot, count: number): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  const askOnAndOn = async () => {
    while (left > 0) {
      left -= 1;
      await discord.ask(COMMAND);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOnAndOn));
  return count / ((performance.now() - startedAt) / 1000);
}
