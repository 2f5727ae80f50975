import { setTimeout as delay } from 'node:timers/promises';

import { start } from './bots.ts';
import { person, progressCommand } from './interactions.ts';
import { addPlayer } from './site-player.ts';
import type { Stage } from './stage.ts';
import type { Line } from './table.ts';

const PEOPLE = 200;
const GAMES = 1_287;
const GAMES_A_REQUEST = 500;
const QUIET_MS = 1_000;

/** Many people ask for the same player at the same time, whom the bot doesn't know yet. */
export async function singleFlight({ site, bots }: Stage): Promise<Line[]> {
  await using bot = await start(bots.bot);
  const name = 'NobodyYet';
  addPlayer(site, name, GAMES);
  const people = Array.from({ length: PEOPLE }, (_, index) => person(`crowd${index}`));
  const before = site.count('API_GetUserCompletionProgress');
  await Promise.all(people.map((user) => bot.discord.ask(progressCommand(user, name))));
  await delay(QUIET_MS);
  const requests = site.count('API_GetUserCompletionProgress') - before;
  const goal = Math.ceil(GAMES / GAMES_A_REQUEST);
  return [
    {
      what: `requests when ${PEOPLE} people look up the same uncached player of 1,287 games at once`,
      goal: String(goal),
      measured: String(requests),
      isReached: requests === goal,
    },
  ];
}
