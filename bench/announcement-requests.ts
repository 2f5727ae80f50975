import { setTimeout as delay } from 'node:timers/promises';

import { start, withEnv } from './bots.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';

/** How many players are tracked, in a feed for each 40. */
const TRACKED = [1, 1_000, 100_000];
const POLL_SECONDS = 0.25;
const POLLS_AN_HOUR = 60;
/** Until what the last poll started is over. */
const QUIET_MS = 1_000;

/**
 * What announcements ask of the site, however many players are tracked: while five awards are won between two polls,
 * one of them by the same tracked player. The daily sweep, which is one request a player, comes beside it; none is due.
 */
export async function announcementRequests(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const polls = isQuick ? 5 : 30;
  const rates: number[] = [];
  for (const players of TRACKED) {
    const perPoll = await requestsPerPoll(stage, players, polls);
    rates.push(perPoll * POLLS_AN_HOUR);
  }
  const counts = TRACKED.map((players) => players.toLocaleString('en'));
  const what = `requests an hour for announcements with ${counts.join(', ')} tracked players, one award of theirs a poll`;
  return [
    {
      what: `${what} (${polls} polls, by 60 an hour)`,
      goal: 'the same',
      measured: rates.map((rate) => rate.toFixed(0)).join(', '),
      isReached: rates.every((rate) => rate === rates[0]),
    },
  ];
}

async function requestsPerPoll(stage: Stage, players: number, polls: number): Promise<number> {
  const { site, activity, bots } = stage;
  const DATABASE_URL = await stage.tracking(players);
  const env = { DATABASE_URL, POLL_SECONDS: String(POLL_SECONDS) };
  await using bot = await start(withEnv(bots.bot, env));
  // Whatever was before is read and posted first.
  await activity.during(2, 1);
  await delay(QUIET_MS);
  const before = { all: site.count(), polls: activity.polls };
  await activity.during(polls, 1);
  await delay(QUIET_MS);
  if (bot.discord.posts < polls) throw new Error(`${bot.discord.posts} posts of ${polls} awards`);
  const more = activity.polls - before.polls - polls;
  return (site.count() - before.all - more) / polls;
}
