import { setTimeout as delay } from 'node:timers/promises';

import { start, withEnv } from './bots.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';

/** How many players are tracked, in feeds of 40. */
const TRACKED = [1, 1_000, 100_000];
const POLL_SECONDS = 0.5;
const POLLS_AN_HOUR = 60;
const LOOK_MS = 10;
const QUIET_MS = 2_000;

/**
 * What announcements ask of the site, however many players are tracked: while five awards are won between two polls,
 * one of them by the same tracked player. The daily sweep, which is one request a player, comes beside it; none is due.
 */
export async function announcementRequests(stage: Stage, isQuick: boolean): Promise<Line[]> {
  const awards = isQuick ? 5 : 20;
  const rates: number[] = [];
  for (const players of TRACKED)
    rates.push((await requestsPerPoll(stage, players, awards)) * POLLS_AN_HOUR);
  const counts = TRACKED.map((players) => players.toLocaleString('en'));
  return [
    {
      what: `requests per hour for announcements, with ${counts.join(', ')} tracked players who earn one award a minute (over ${awards} polls)`,
      goal: 'the same',
      measured: rates.map((rate) => rate.toFixed(0)).join(', '),
      isReached: rates.every((rate) => rate === rates[0]),
    },
  ];
}

/** Those for the award feed, by poll, and all others, by award: as if each poll brought one award. */
async function requestsPerPoll(stage: Stage, players: number, awards: number): Promise<number> {
  const { site, activity, bots } = stage;
  const DATABASE_URL = await stage.tracking(players);
  const env = { DATABASE_URL, POLL_SECONDS: String(POLL_SECONDS) };
  await using bot = await start(withEnv(bots.bot, env));
  const announceOne = async () => {
    const { posts } = bot.discord;
    activity.turn(1);
    while (bot.discord.posts === posts) await delay(LOOK_MS);
  };
  // What was won since they are tracked is posted first.
  await announceOne();
  await delay(QUIET_MS);
  const before = { all: site.count(), feed: activity.feedRequests, polls: activity.polls };
  for (let award = 0; award < awards; award += 1) await announceOne();
  const feed = activity.feedRequests - before.feed;
  const others = site.count() - before.all - feed;
  return feed / (activity.polls - before.polls) + others / awards;
}
