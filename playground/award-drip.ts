import type { LoopbackRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';
import { canHave } from '#loopback/retroachievements/wire.ts';

import { CATALOGUE } from './catalogue.ts';

const EVERY_MS = 20_000;
const OTHERS = ['PixelPilot', 'QuarterMuncher', 'RetroRacer', 'SaveStateSue', 'TurboTina'];
const GAMES = CATALOGUE.filter(
  ({ title, possible }) => possible > 0 && canHave('beaten-hardcore', title),
);
const KINDS = ['beaten-hardcore', 'mastered', 'beaten-softcore', 'beaten-hardcore'] as const;

/** Lets other players earn an award now and then, so that the award feed moves. */
export function dripAwards(site: LoopbackRetroAchievements): Disposable {
  const random = seededRandom(5);
  const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)];
  for (const name of OTHERS) site.addPlayer({ name, games: [] });
  const drip = () => {
    const [name, game, kind] = [oneOf(OTHERS), oneOf(GAMES), oneOf(KINDS)];
    if (name === undefined || game === undefined || kind === undefined) return;
    site.unlock(name, game.gameId, {
      game: {
        Title: game.title,
        ConsoleID: game.systemId,
        ConsoleName: game.systemName,
        MaxPossible: game.possible,
      },
    });
    site.award(name, game.gameId, kind);
  };
  const timer = setInterval(drip, EVERY_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
