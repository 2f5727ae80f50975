import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';

import type { RunningBot } from './bots.ts';
import { person, progressCommand } from './interactions.ts';
import { addPlayer } from './site-player.ts';

const PLAYERS = 1_000;
const AT_ONCE = 16;

const people = Array.from({ length: PLAYERS }, (_, index) => person(`reader${index}`));

/** 1,000 players with 100 games on average. */
export function addCrowd(site: LoopbackRetroAchievements): void {
  for (let index = 0; index < PLAYERS; index += 1) addPlayer(site, nameOf(index), sizeOf(index));
}

/** Several people ask for each player, and each of them asks for several players. */
export async function askForCrowd({ discord }: RunningBot, uses: number): Promise<void> {
  let next = 0;
  const askOnAndOn = async () => {
    for (let use = next++; use < uses; use = next++) {
      const user = people[(use * 7 + Math.floor(use / PLAYERS)) % PLAYERS];
      if (user) await discord.ask(progressCommand(user, nameOf(use % PLAYERS)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askOnAndOn));
}

function nameOf(index: number): string {
  return `Player${index}`;
}

/** Many small libraries and a few large ones: 100 games on average, 4 to 500. */
function sizeOf(index: number): number {
  const share = ((index * 37) % PLAYERS) / PLAYERS;
  return Math.ceil(3 + 497 * share ** 4.1);
}
