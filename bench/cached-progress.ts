import type { RunningBot } from './bots.ts';
import { progressCommand } from './interactions.ts';
import { answerTimes, compare, compareAnswers, inRounds } from './measure.ts';
import type { Pair } from './measure.ts';
import { startPair } from './pair.ts';
import { cachedPage, PLAYER, READER } from './stage.ts';
import type { Stage } from './stage.ts';
import { atLeast, atMost, inMs } from './table.ts';
import type { Line } from './table.ts';

const AT_ONCE = 64;

/** `/progress` of a library that the bot has: one at a time, and many at once. */
export async function cachedProgress(stage: Stage, isQuick: boolean): Promise<Line[]> {
  await using pair = await startPair(stage);
  return await progressLines(pair, isQuick);
}

/** The same lines of a pair that runs already. */
export async function progressLines(pair: Pair, isQuick: boolean): Promise<Line[]> {
  await cachedPage(pair.bot, PLAYER);
  const round = Array.from({ length: isQuick ? 200 : 800 }, () => COMMAND);
  await answerTimes(pair, round);
  const rounds = Array.from({ length: isQuick ? 1 : 5 }, () => round);
  const { middle, tail } = await compareAnswers(pair, rounds);
  const rate = compare(
    await inRounds(isQuick ? 2 : 10, (name) => perSecond(pair[name], isQuick ? 500 : 2_000)),
  );
  const rates = `${rate.bot.toFixed(0)} against ${rate.floor.toFixed(0)}`;
  return [
    atMost('cached `/progress`, time to the answer, median', middle.ratio, 1, inMs(middle)),
    atMost('the same, 99th percentile', tail.ratio, 1.25, inMs(tail)),
    atLeast(`interactions a second, cached, ${AT_ONCE} at once`, rate.ratio, 1, rates),
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
