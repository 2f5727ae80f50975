import type { Random } from './random.ts';
import type { GameTitle } from './sample-titles.ts';
import { canHave, wireDate, type WireAwardKind, type WireGame } from './wire.ts';

/** How far a player got in a game, with shares out of 100. The site lists no game without an unlock or an award. */
const STATES = [
  ['mastered', 26],
  ['beaten-hardcore', 24],
  ['completed', 4],
  ['beaten-softcore', 5],
  ['revised', 2],
  ['started', 39],
] as const;
type State = (typeof STATES)[number][0] | 'demoted';

/** Longest time between beating a game and its last unlock: two months, in ms. */
const LONGEST_WAIT = 60 * 24 * 3_600_000;

function pickState({ title, possible }: GameTitle, random: Random): State {
  if (possible === 0) return 'demoted';
  if (possible === 1) return 'mastered';
  let left = random() * 100;
  const state = STATES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'started';
  const isBeaten = state === 'beaten-hardcore' || state === 'beaten-softcore';
  return isBeaten && !canHave(state, title) ? 'started' : state;
}

/**
 * A random but plausible library row.
 * @param playedAt the last unlock, ms since 1970.
 * @param softcore whether the player rarely plays in hardcore.
 */
export function generatedGame(
  game: GameTitle,
  playedAt: number,
  softcore: boolean,
  random: Random,
): WireGame {
  const { gameId, title, systemId, systemName, possible } = game;
  const state = pickState(game, random);
  const award = awardOf(state, game, softcore, random);
  const count = countOf(state, possible, random);
  const wait = award?.startsWith('beaten') && random() < 0.5 ? random() * LONGEST_WAIT : 0;
  // Unlocks can vanish with the achievements of a demoted set.
  const hasLastUnlock = state !== 'demoted' || random() < 0.75;
  return {
    GameID: gameId,
    Title: title,
    ImageIcon: `/Images/${String(gameId).padStart(6, '0')}.png`,
    ConsoleID: systemId,
    ConsoleName: systemName,
    MaxPossible: possible,
    NumAwarded: count,
    NumAwardedHardcore: hardcoreOf(award, count, softcore, random),
    MostRecentAwardedDate: hasLastUnlock ? wireDate(playedAt) : null,
    HighestAwardKind: award,
    HighestAwardDate: award && wireDate(playedAt - wait),
  };
}

function awardOf(
  state: State,
  { title }: GameTitle,
  softcore: boolean,
  random: Random,
): WireAwardKind | null {
  switch (state) {
    case 'mastered':
    case 'revised':
      return softcore ? 'completed' : 'mastered';
    case 'beaten-hardcore':
      return softcore ? 'beaten-softcore' : 'beaten-hardcore';
    case 'demoted':
      if (!canHave('beaten-hardcore', title)) return softcore ? 'completed' : 'mastered';
      return softcore || random() < 0.2 ? 'beaten-softcore' : 'beaten-hardcore';
    case 'completed':
    case 'beaten-softcore':
      return state;
    case 'started':
      return null;
  }
}

function countOf(state: State, possible: number, random: Random): number {
  const between = (low: number, high: number): number => {
    const wanted = Math.round(possible * (low + random() * (high - low)));
    return Math.min(possible - 1, Math.max(1, wanted));
  };
  switch (state) {
    case 'mastered':
    case 'completed':
      return possible;
    case 'revised':
      return between(0.7, 0.95);
    case 'beaten-hardcore':
    case 'beaten-softcore':
      return between(0.35, 0.99);
    case 'started':
      return between(0, 0.7);
    case 'demoted':
      return 0;
  }
}

function hardcoreOf(
  award: WireAwardKind | null,
  count: number,
  softcore: boolean,
  random: Random,
): number {
  if (award === 'mastered') return count;
  if (softcore) return random() < 0.9 ? 0 : Math.floor(count / 3);
  if (award === 'beaten-hardcore') return random() < 0.8 ? count : Math.ceil(count * 0.8);
  if (award === null) return random() < 0.7 ? count : Math.floor(count * random());
  return Math.floor(count * random());
}
