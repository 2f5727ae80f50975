import { start, withEnv } from './bots.ts';
import type { Bot, RunningBot } from './bots.ts';
import { askForCrowd } from './crowd.ts';
import { BOT_AND_FLOOR, inRounds } from './measure.ts';
import { COLLECTING, memoryLine, residentMb, usesOf } from './memory.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';
import { feedsFor } from './tracked.ts';

const PLAYERS = 100_000;
const WINNERS = 50;
const POLL_SECONDS = 0.5;

/** The memory of both bots in 2,500 servers: just started, and with a feed in each, for which the bot has polled and posted. */
export async function memoryWithServers(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const env = { DATABASE_URL: await stage.tracking(PLAYERS), POLL_SECONDS: String(POLL_SECONDS) };
  const bots = { ...stage.bots, bot: withEnv(stage.bots.bot, env) };
  const [uses, polls] = [usesOf(isQuick), isQuick ? 20 : 60];
  const started = await inRounds(
    isQuick ? 1 : 3,
    async (name) => {
      await using running = await startWithServers(stage.bots[name]);
      return await residentMb(running);
    },
    BOT_AND_FLOOR,
  );
  const held = (rounds: number, work: (running: RunningBot) => Promise<void>) =>
    inRounds(
      isQuick ? 1 : rounds,
      async (name) => {
        await using running = await startWithServers(bots[name]);
        await work(running);
        if (name === 'bot') await stage.activity.during(polls, WINNERS);
        return await residentMb(running);
      },
      BOT_AND_FLOOR,
    );
  const servers = feedsFor(PLAYERS).toLocaleString('en');
  const what = `${servers} servers and 100,000 tracked players, after ${polls} polls with a post each`;
  const used = await held(2, (running) => askForCrowd(running, uses));
  const idle = await held(3, () => Promise.resolve());
  return [
    memoryLine(`memory with ${servers} servers, before anyone uses the bot`, started),
    memoryLine(`memory after ${uses.toLocaleString('en')} \`/progress\`, with ${what}`, used),
    memoryLine('the same, without any `/progress`', idle),
  ];
}

function startWithServers(bot: Bot): Promise<RunningBot> {
  return start(bot, { moreFlags: COLLECTING, servers: feedsFor(PLAYERS) });
}
