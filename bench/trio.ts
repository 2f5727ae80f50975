import { start } from './bots.ts';
import type { Bot } from './bots.ts';
import type { Trio } from './measure.ts';
import type { Stage } from './stage.ts';

/** Starts all three, side by side. @param bot one with settings other than the stage's. */
export async function startTrio(
  { bots }: Stage,
  bot: Bot = bots.bot,
): Promise<Trio & AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const trio = {
    bot: started.use(await start(bot)),
    floor: started.use(await start(bots.floor)),
    bare: started.use(await start(bots.bare)),
  };
  const kept = started.move();
  return { ...trio, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
