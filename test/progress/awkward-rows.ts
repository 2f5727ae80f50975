import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { seededRandom } from '#loopback/retroachievements/random.ts';
import { realTitles } from '#loopback/retroachievements/real-titles.ts';
import { SAMPLE_TITLES, type GameTitle } from '#loopback/retroachievements/sample-titles.ts';
import { WIRE_AWARD_KINDS, type WireGame } from '#loopback/retroachievements/wire.ts';

const NOW = Date.UTC(2025, 5, 1);

/** The site's own titles where they are at hand. */
export const TITLES: readonly GameTitle[] = realTitles() ?? SAMPLE_TITLES;
// Loops over them must not end before they begin.
if (TITLES.length < 80) throw new Error('Hardly any titles');

/** Titles that have to do with each other: they differ in case, accents, zeros, punctuation or system alone. */
const NEIGHBOURS = [
  'Pokémon Pinball',
  'Pokemon Pinball',
  'POKÉMON PINBALL',
  '~Hack~ Pokémon Pinball',
  'Pokémon Pinball [Subset - Bonus]',
  'Mega Man 2',
  'Mega Man 10',
  'Mega Man 02',
  'Mega Man 123456789',
  'Mega Man 99999999',
  '"Mega Man" 2',
  '...Mega Man 2',
  'Mega Man: 2 | Rockman 2',
  'Ranma ½: Hard Battle',
  'Ôkami',
  'Ωmega ΣΑΣ',
  '~Homebrew~ ~Demo~',
  '???',
  '悪魔城ドラキュラ',
];

/**
 * A library like a real one that has been made hard to sort: moments, counts and titles that several
 * rows share, awards without a date, empty sets without an award, games that nobody played.
 * In the site's order; the same for the same seed.
 */
export function awkwardRows(seed: number): readonly WireGame[] {
  const random = seededRandom(seed * 7919);
  const size = Math.floor(random() ** 2 * 130);
  const start = Math.floor(random() * TITLES.length);
  const titles = [...TITLES.slice(start), ...TITLES].slice(0, 250);
  const rows = generateLibrary({ seed, size, titles, now: NOW });
  return rows
    .map((row) => (random() < 0.4 ? roughen(row, random) : row))
    .toSorted((a, b) => playedAt(b) - playedAt(a));
}

function roughen(row: WireGame, random: () => number): WireGame {
  const possible = pick([0, 0, 4, 8, 100, 200], random);
  const awarded = Math.floor(possible * pick([0, 0.005, 0.25, 0.5, 0.999, 1], random));
  const kind = pick([...WIRE_AWARD_KINDS, null], random);
  const title = random() < 0.5 ? row.Title : pick(NEIGHBOURS, random);
  return {
    ...row,
    Title: title,
    MaxPossible: possible,
    NumAwarded: awarded,
    NumAwardedHardcore: Math.floor(awarded / 2),
    MostRecentAwardedDate: pick(DATES, random),
    HighestAwardKind: kind,
    HighestAwardDate: kind === null ? null : pick(DATES, random),
  };
}

const DATES = [
  null,
  '2024-05-01T12:00:00+00:00',
  '2024-05-01T12:00:01+00:00',
  '2019-01-01T00:00:00+00:00',
];

function playedAt(row: WireGame): number {
  return row.MostRecentAwardedDate === null ? 0 : Date.parse(row.MostRecentAwardedDate);
}

export function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}
