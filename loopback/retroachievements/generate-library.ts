import { generatedGame } from './generated-game.ts';
import { seededRandom, shuffled, type Random } from './random.ts';
import { SAMPLE_TITLES, type GameTitle } from './sample-titles.ts';
import type { WireGame } from './wire.ts';

export type LibraryPlan = {
  /** The same seed, size, titles and time give the same library. */
  readonly seed: number;
  readonly size: number;
  readonly titles?: readonly GameTitle[];
  /** ms since 1970: nothing in the library is later. */
  readonly now: number;
  /** True for a player who rarely plays in hardcore. */
  readonly softcore?: boolean;
};

/** In ms. */
const SEVEN_YEARS = 7 * 365 * 24 * 3_600_000;

/**
 * Makes a plausible library, last unlock first. It holds every kind of award, casual unlocks, 0/0 games
 * with an award, mastered games whose sets grew, rows without a date, and rows of the same second.
 * When titles run out, the older games are numbered volumes of them.
 */
export function generateLibrary(plan: LibraryPlan): WireGame[] {
  const random = seededRandom(plan.seed);
  const titles = titlesFor(plan.size, plan.titles ?? SAMPLE_TITLES, random);
  const dates = datesFor(plan.size, plan.now, random);
  return titles
    .map((title, index) =>
      generatedGame(title, dates[index] ?? plan.now, plan.softcore ?? false, random),
    )
    .toSorted(
      (a, b) => Number(a.MostRecentAwardedDate === null) - Number(b.MostRecentAwardedDate === null),
    );
}

function titlesFor(size: number, titles: readonly GameTitle[], random: Random): GameTitle[] {
  if (titles.length === 0) throw new Error('A library needs titles');
  // A round number, so that a volume has the same id in every library of a site.
  const step = 10 ** String(Math.max(...titles.map(({ gameId }) => gameId))).length;
  const volumes = Array.from({ length: Math.ceil(size / titles.length) }, (_, volume) =>
    shuffled(titles, random).map((title) => ({
      ...title,
      gameId: title.gameId + volume * step,
      title: volume === 0 ? title.title : numbered(title.title, volume + 1),
    })),
  );
  return volumes.flat().slice(0, size);
}

/** Numbers a title before its suffix: `Suikoden, Vol. 2 [Subset - Bonus]`. */
function numbered(title: string, volume: number): string {
  return title.replace(/( \| .*| \[Subset - .*)?$/s, (rest) => `, Vol. ${volume}${rest}`);
}

/** Last unlocks, newest first and mostly recent. Some share a second. */
function datesFor(size: number, now: number, random: Random): number[] {
  const ages = Array.from({ length: size }, () => random() ** 1.3 * SEVEN_YEARS);
  const sorted = ages.toSorted((a, b) => a - b);
  return sorted.map((age, index) => now - (index % 25 === 24 ? (sorted[index - 1] ?? age) : age));
}
