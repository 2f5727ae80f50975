import type { WireGame } from '#loopback/retroachievements/wire.ts';

/** A player can beat a game with fewer, but on the site hardly anybody does. */
const BEATEN_SHARE = 0.25;

/** What the site would never say of a game: a sentence for each rule that its row breaks. */
export function implausible(game: WireGame, now: number): string[] {
  return Object.entries(RULES).flatMap(([rule, holds]) =>
    holds(game, now)
      ? []
      : [
          `${game.Title} (${game.NumAwarded}/${game.MaxPossible}, ${game.HighestAwardKind}): ${rule}`,
        ],
  );
}

const isSubset = ({ Title }: WireGame): boolean => Title.includes('[Subset - ');
const isDemoted = ({ MaxPossible }: WireGame): boolean => MaxPossible === 0;
const at = (date: string | null): number | null => (date === null ? null : Date.parse(date));

const RULES: Readonly<Record<string, (game: WireGame, now: number) => boolean>> = {
  'hardcore ≤ all ≤ possible': ({ NumAwardedHardcore: hardcore, NumAwarded: all, MaxPossible }) =>
    0 <= hardcore && hardcore <= all && all <= MaxPossible,
  'a 0/0 game has an award': (game) => !isDemoted(game) || game.HighestAwardKind !== null,
  'an unfinished game has some achievements, but not all': (game) =>
    game.HighestAwardKind !== null || (0 < game.NumAwarded && game.NumAwarded < game.MaxPossible),
  'all achievements in hardcore are mastered': (game) =>
    isDemoted(game) ||
    game.NumAwardedHardcore < game.MaxPossible ||
    game.HighestAwardKind === 'mastered',
  'all achievements, some of them casual, are completed, or mastered before': (game) =>
    isDemoted(game) ||
    game.NumAwarded < game.MaxPossible ||
    game.HighestAwardKind === 'completed' ||
    game.HighestAwardKind === 'mastered',
  'a mastered game has no casual achievements': (game) =>
    game.HighestAwardKind !== 'mastered' || game.NumAwardedHardcore === game.NumAwarded,
  'a beaten game has enough achievements': (game) =>
    isDemoted(game) ||
    game.HighestAwardKind !== 'beaten-softcore' ||
    game.NumAwarded >= game.MaxPossible * BEATEN_SHARE,
  'a game beaten in hardcore has enough achievements in hardcore': (game) =>
    isDemoted(game) ||
    game.HighestAwardKind !== 'beaten-hardcore' ||
    game.NumAwardedHardcore >= game.MaxPossible * BEATEN_SHARE,
  'nobody beats a subset': (game) =>
    !isSubset(game) || game.HighestAwardKind?.startsWith('beaten') !== true,
  'an award has a date, and nothing else has': (game) =>
    (game.HighestAwardKind === null) === (game.HighestAwardDate === null),
  'an unlock has a date': (game) =>
    game.MostRecentAwardedDate !== null || (isDemoted(game) && game.NumAwarded === 0),
  'an award is no later than the last unlock, and neither is to come': (game, now) =>
    (at(game.HighestAwardDate) ?? 0) <= (at(game.MostRecentAwardedDate) ?? now) &&
    (at(game.MostRecentAwardedDate) ?? 0) <= now,
  'the Events system is never in a library': ({ ConsoleID }) => ConsoleID !== 101,
};
