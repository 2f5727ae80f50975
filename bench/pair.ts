import { start } from './bots.ts';
import type { Bot } from './bots.ts';
import type { Pair } from './measure.ts';
import type { Stage } from './stage.ts';

/** Starts both bots, side by side. @param bot with other settings than the stage's. */
export async function startPair(
  { bots }: Stage,
  bot: Bot = bots.bot,
): Promise<Pair & AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const pair = {
    bot: started.use(await start(bot)),
    floor: started.use(await start(bots.floor)),
  };
  const kept = started.move();
  return { ...pair, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
