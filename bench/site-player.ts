import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { SitePlayer } from '#loopback/retroachievements/site-player.ts';

/** Someone with this many games, whose awards are too old for the award feed. */
export function addPlayer(site: LoopbackRetroAchievements, name: string, size: number): SitePlayer {
  const games = generateLibrary({ seed: size, size, now: Date.now() });
  return site.addPlayer({ name, games, history: false });
}
