import type { Random } from './random.ts';
import type { GameTitle } from './sample-titles.ts';
import { wireDate, type WireAwardKind, type WireGame } from './wire.ts';

/** How far a game has come; the shares are out of 100. */
const STATES = [
  ['mastered', 24],
  ['beaten-hardcore', 22],
  ['completed', 4],
  ['beaten-softcore', 5],
  ['demoted', 3],
  ['outgrown', 2],
  ['all-but-awarded', 2],
  ['never-played', 4],
  ['started', 34],
] as const;
type State = (typeof STATES)[number][0];

/** Between an award and the last unlock: two months, in ms. */
const LONGEST_WAIT = 60 * 24 * 3_600_000;

function pickState({ title, possible }: GameTitle, random: Random): State {
  if (possible === 0) return 'demoted';
  let left = random() * 100;
  const state = STATES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'started';
  // Nobody beats a subset: it has no story of its own.
  const beaten = ['beaten-hardcore', 'beaten-softcore', 'demoted'].includes(state);
  return beaten && title.includes('[Subset - ') ? 'started' : state;
}

/**
 * A row of a library with whatever somebody may have made of the game.
 * @param playedAt the last unlock, ms since 1970; unused where the game turns out to be never played.
 * @param softcore whether the player hardly ever plays in hardcore mode.
 */
export function generatedGame(
  game: GameTitle,
  playedAt: number,
  softcore: boolean,
  random: Random,
): WireGame {
  const { gameId, title, systemId, systemName, possible } = game;
  const state = pickState(game, random);
  const award = awardOf(state, softcore, random);
  const count = countsOf(state, possible, random);
  // An award can be older than the last unlock; that of a mastered game is the last unlock.
  const wait = award?.startsWith('beaten') && random() < 0.5 ? random() * LONGEST_WAIT : 0;
  return {
    GameID: gameId,
    Title: title,
    ImageIcon: `/Images/${String(gameId).padStart(6, '0')}.png`,
    ConsoleID: systemId,
    ConsoleName: systemName,
    MaxPossible: state === 'demoted' ? 0 : possible,
    NumAwarded: count,
    NumAwardedHardcore: hardcoreOf(award, count, softcore, random),
    MostRecentAwardedDate: state === 'never-played' ? null : wireDate(playedAt),
    HighestAwardKind: award,
    HighestAwardDate: award && wireDate(playedAt - wait),
  };
}

function awardOf(state: State, softcore: boolean, random: Random): WireAwardKind | null {
  switch (state) {
    case 'mastered':
    case 'outgrown':
      return softcore ? 'completed' : 'mastered';
    case 'beaten-hardcore':
      return softcore ? 'beaten-softcore' : 'beaten-hardcore';
    case 'demoted':
      return softcore || random() < 0.2 ? 'beaten-softcore' : 'beaten-hardcore';
    case 'completed':
    case 'beaten-softcore':
      return state;
    case 'all-but-awarded':
    case 'never-played':
    case 'started':
      return null;
  }
}

function countsOf(state: State, possible: number, random: Random): number {
  const between = (low: number, high: number): number =>
    Math.min(possible, Math.max(1, Math.round(possible * (low + random() * (high - low)))));
  switch (state) {
    case 'mastered':
    case 'completed':
    case 'all-but-awarded':
      return possible;
    case 'outgrown':
      return between(0.7, 0.95);
    case 'beaten-hardcore':
    case 'beaten-softcore':
      return between(0.3, 0.99);
    case 'started':
      return between(0, 0.7);
    case 'demoted':
    case 'never-played':
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
