import { start, withEnv } from './bots.ts';
import type { Bot, BotName } from './bots.ts';
import { BOT_AND_FLOOR, compare, inRounds } from './measure.ts';
import type { Stage } from './stage.ts';
import { atMost, inMs } from './table.ts';
import type { Line } from './table.ts';

/** From the start of the process until it is connected and has written its commands; Discord knows none before. */
export async function startUp({ bots, database }: Stage, isQuick: boolean): Promise<Line[]> {
  const startMs = async (name: BotName, env: Bot['env'] = {}) => {
    await using running = await start(withEnv(bots[name], env));
    return running.startMs;
  };
  let firsts = 0;
  const rounds = isQuick ? 2 : 7;
  const later = compare(await inRounds(rounds, (name) => startMs(name), BOT_AND_FLOOR));
  const first = compare(
    await inRounds(
      rounds,
      (name) => {
        const DATABASE_URL = database(`first-${(firsts += 1)}`);
        return startMs(name, { NODE_DISABLE_COMPILE_CACHE: '1', DATABASE_URL });
      },
      BOT_AND_FLOOR,
    ),
  );
  return [
    atMost(
      'time from start to ready, including registering commands',
      later,
      { floor: 1.25 },
      inMs,
    ),
    atMost(
      'the very first start, with no compile cache and no database',
      first,
      { floor: 1.25 },
      inMs,
    ),
  ];
}
