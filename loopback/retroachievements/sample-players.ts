import { generateLibrary } from './generate-library.ts';
import { SAMPLE_TITLES, type GameTitle } from './sample-titles.ts';
import type { PlayerInit } from './site-player.ts';

/**
 * The players of a generated site: a well-known library, an empty one, the largest, a casual one full of
 * hacks, subsets, and demoted sets, and a renamed player whose picture has the old name.
 * @param now ms since 1970: nothing in their libraries is later
 * @param titles the games they play; default: SAMPLE_TITLES
 */
export function samplePlayers(
  now: number,
  titles: readonly GameTitle[] = SAMPLE_TITLES,
): readonly PlayerInit[] {
  const library = (seed: number, size: number) => generateLibrary({ seed, size, titles, now });
  return [
    {
      name: 'MaxMilyin',
      motto: 'Join me on Twitch! GameSquadSquad for live RA',
      games: library(1, 1287),
    },
    { name: 'NoGamesYet', games: [] },
    {
      name: 'Completionist10k',
      motto: 'One more set',
      games: library(2, 10_000),
    },
    {
      name: 'SofterTimes',
      motto: 'Save states are a feature',
      games: generateLibrary({
        seed: 3,
        size: 130,
        titles: oddTitles(titles),
        now,
        softcore: true,
      }),
    },
    {
      name: 'NewLeaf',
      userPic: '/UserPic/OldOak.png',
      motto: 'Formerly OldOak',
      games: library(4, 240),
    },
  ];
}

/** Hacks, homebrew, subsets, and demoted sets, plus a few other games. */
function oddTitles(titles: readonly GameTitle[]): readonly GameTitle[] {
  const odd = titles.filter(
    ({ title, possible }) =>
      possible === 0 || title.startsWith('~') || title.includes('[Subset - '),
  );
  const others = titles.filter((title) => !odd.includes(title));
  return [...odd, ...others.slice(0, 10)];
}
