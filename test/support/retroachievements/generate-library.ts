import { seededRandom, shuffled } from './random.ts';
import { SAMPLE_TITLES, type GameTitle } from './sample-titles.ts';
import { wireDate, type WireAwardKind, type WireGame } from './wire.ts';

export type LibraryPlan = {
  /** The same seed, size, titles and time give the same library. */
  readonly seed: number;
  readonly size: number;
  readonly titles?: readonly GameTitle[];
  /** ms since 1970: nothing in the library is later. */
  readonly now: number;
  /** True for a player who hardly ever plays in hardcore mode. */
  readonly softcore?: boolean;
};

type Random = () => number;

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

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;

/**
 * A plausible library, last played first: awards of every kind, softcore among hardcore, demoted
 * sets (0/0) that keep their award, mastered sets that have grown since, games never played (null
 * dates) and rows of the same second. The most recent rows have the titles as they are; where there
 * are more rows than titles, the older ones are numbered volumes of them.
 */
export function generateLibrary(plan: LibraryPlan): WireGame[] {
  const random = seededRandom(plan.seed);
  const titles = titlesFor(plan.size, plan.titles ?? SAMPLE_TITLES, random);
  const dates = datesFor(plan.size, plan.now, random);
  return titles
    .map((title, index) =>
      gameRow(
        title,
        dates[index] ?? plan.now,
        pickState(title, random),
        plan.softcore ?? false,
        random,
      ),
    )
    .toSorted(
      (a, b) => Number(a.MostRecentAwardedDate === null) - Number(b.MostRecentAwardedDate === null),
    );
}

function titlesFor(size: number, titles: readonly GameTitle[], random: Random): GameTitle[] {
  if (titles.length === 0) throw new Error('A library needs titles');
  const step = Math.max(...titles.map(({ gameId }) => gameId)) + 1;
  const volumes = Array.from({ length: Math.ceil(size / titles.length) }, (_, volume) =>
    shuffled(titles, random).map((title) => ({
      ...title,
      gameId: title.gameId + volume * step,
      title: volume === 0 ? title.title : numbered(title.title, volume + 1),
    })),
  );
  return volumes.flat().slice(0, size);
}

/** The number goes before what stands behind a title: `Suikoden, Vol. 2 [Subset - Bonus]`. */
function numbered(title: string, volume: number): string {
  return title.replace(/( \| .*| \[Subset - .*)?$/s, (rest) => `, Vol. ${volume}${rest}`);
}

/** Moments of last play, newest first, a handful a day of late and fewer the longer ago; some are the same second. */
function datesFor(size: number, now: number, random: Random): number[] {
  const ages = Array.from({ length: size }, () => random() ** 2 * 7 * YEAR + random() * HOUR);
  const sorted = ages.toSorted((a, b) => a - b);
  return sorted.map((age, index) => now - (index % 25 === 24 ? (sorted[index - 1] ?? age) : age));
}

function pickState({ title, possible }: GameTitle, random: Random): State {
  if (possible === 0) return 'demoted';
  let left = random() * 100;
  const state = STATES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'started';
  // Nobody beats a subset: it has no story of its own.
  const beaten = ['beaten-hardcore', 'beaten-softcore', 'demoted'].includes(state);
  return beaten && title.includes('[Subset - ') ? 'started' : state;
}

function gameRow(
  { gameId, title, systemId, systemName, possible }: GameTitle,
  playedAt: number,
  state: State,
  softcore: boolean,
  random: Random,
): WireGame {
  const award = awardOf(state, softcore, random);
  const counts = countsOf(state, possible, random);
  // An award can be older than the last unlock; that of a mastered game is the last unlock.
  const wait = award?.startsWith('beaten') && random() < 0.5 ? random() * 0.2 * YEAR : 0;
  return {
    GameID: gameId,
    Title: title,
    ImageIcon: `/Images/${String(gameId).padStart(6, '0')}.png`,
    ConsoleID: systemId,
    ConsoleName: systemName,
    MaxPossible: state === 'demoted' ? 0 : possible,
    NumAwarded: counts,
    NumAwardedHardcore: hardcoreOf(award, counts, softcore, random),
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
