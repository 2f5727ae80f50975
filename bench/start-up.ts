import { start } from './bots.ts';
import { compare, inRounds } from './measure.ts';
import type { Stage } from './stage.ts';
import { atMost, inMs } from './table.ts';
import type { Line } from './table.ts';

/** From the start of the process until it is connected and has written its commands; Discord knows none before. */
export async function startUp({ bots }: Stage, isQuick: boolean): Promise<Line[]> {
  const startMs = async (name: 'bot' | 'floor', env: Readonly<Record<string, string>> = {}) => {
    await using running = await start({ ...bots[name], env: { ...bots[name].env, ...env } });
    return running.startMs;
  };
  const rounds = isQuick ? 2 : 7;
  const later = compare(await inRounds(rounds, (name) => startMs(name)));
  const first = compare(
    await inRounds(rounds, (name) => startMs(name, { NODE_DISABLE_COMPILE_CACHE: '1' })),
  );
  return [
    atMost('start to ready with commands registered', later.ratio, 1.25, inMs(later)),
    atMost('the very first start, with nothing compiled yet', first.ratio, 1.25, inMs(first)),
  ];
}
