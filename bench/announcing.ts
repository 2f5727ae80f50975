import { withEnv } from './bots.ts';
import { progressLines } from './cached-progress.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';
import { startTrio } from './trio.ts';

const PLAYERS = 100_000;
/** A minute of announcing in each second. */
const POLL_SECONDS = 1;
const WINNERS = 50;

/** What announcements cost people who ask for pages: the lines of cached-progress.ts again, while the bot announces. */
export async function announcing(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const DATABASE_URL = await stage.tracking(PLAYERS);
  const env = { DATABASE_URL, POLL_SECONDS: String(POLL_SECONDS) };
  await using trio = await startTrio(stage, withEnv(stage.bots.bot, env));
  const activity = setInterval(() => stage.activity.turn(WINNERS), POLL_SECONDS * 1000);
  try {
    const lines = await progressLines(trio, isQuick);
    if (trio.bot.discord.posts === 0) throw new Error('Nothing was announced meanwhile');
    const meanwhile = 'while polling and posting once a second for 100,000 tracked players';
    return lines.map((line, index) =>
      index === 0 ? { ...line, what: `${line.what}, ${meanwhile}` } : line,
    );
  } finally {
    clearInterval(activity);
  }
}
