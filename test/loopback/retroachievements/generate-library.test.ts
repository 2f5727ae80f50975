import { expect, test } from 'vitest';

import { generateLibrary } from '#loopback/retroachievements/generate-library.ts';
import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { realTitles } from '#loopback/retroachievements/real-titles.ts';
import { samplePlayers } from '#loopback/retroachievements/sample-players.ts';
import { SAMPLE_TITLES } from '#loopback/retroachievements/sample-titles.ts';
import { feed, library } from '#loopback/retroachievements/test-client.ts';
import { WIRE_AWARD_KINDS } from '#loopback/retroachievements/wire.ts';

import { implausible } from './implausible.ts';

const NOW = Date.parse('2025-01-06T12:00:00Z');
const games = generateLibrary({ seed: 1, size: 1287, now: NOW });

type Plan = Omit<Parameters<typeof generateLibrary>[0], 'seed' | 'now' | 'titles'> & {
  readonly titles?: ReturnType<typeof realTitles>;
};

function smallSets() {
  return SAMPLE_TITLES.map((title, index) => ({ ...title, possible: index % 6 }));
}

test('the same seed gives the same library, another seed another', () => {
  expect(generateLibrary({ seed: 1, size: 1287, now: NOW })).toEqual(games);
  expect(generateLibrary({ seed: 2, size: 1287, now: NOW })).not.toEqual(games);
});

test('every game has its own id and title', () => {
  const large = generateLibrary({ seed: 2, size: 10_000, now: NOW });
  expect(new Set(large.map(({ GameID }) => GameID)).size).toBe(10_000);
  expect(new Set(large.map(({ GameID, Title }) => `${GameID} ${Title}`)).size).toBe(10_000);
});

test('volumes beyond the list keep tags and alternative names in their places', () => {
  const titles = games.map(({ Title }) => Title);
  expect(titles).toContain('Suikoden, Vol. 2 [Subset - Bonus]');
  expect(titles).toContain("Castlevania: Dracula X, Vol. 3 | Castlevania: Vampire's Kiss");
  expect(titles).toContain('~Hack~ ~Demo~ Super Mario Freedom, Vol. 2');
});

test('the most recent games have their titles as they are', () => {
  expect(games.slice(0, 50).filter(({ Title }) => Title.includes(', Vol. '))).toEqual([]);
});

test('a library is sorted last played first, with lost unlocks at the end, and none in the future', () => {
  const dates = games.map(({ MostRecentAwardedDate }) => MostRecentAwardedDate ?? '');
  expect(dates).toEqual(dates.toSorted().toReversed());
  expect(dates.at(-1)).toBe('');
  expect(Date.parse(dates[0] ?? '')).toBeLessThanOrEqual(NOW);
  expect(new Set(dates).size).toBeLessThan(dates.filter((date) => date !== '').length);
});

test.each([
  ['the sample titles', { size: 1287 }],
  ['the site’s own titles, where they are at hand', { size: 5000, titles: realTitles() }],
  ['sets of five achievements and fewer', { size: 600, titles: smallSets() }],
  ['a player who rarely plays in hardcore', { size: 1287, softcore: true }],
])('every row is plausible: %s', (_name, { titles, ...plan }: Plan) => {
  const rows = generateLibrary({ seed: 5, now: NOW, ...plan, titles: titles ?? SAMPLE_TITLES });
  expect(rows).toHaveLength(plan.size);
  expect(rows.flatMap((row) => implausible(row, NOW))).toEqual([]);
});

test('an implausible row is found', () => {
  const odd = games.slice(0, 1).map((row) => ({ ...row, MaxPossible: 5, NumAwarded: 6 }));
  expect(odd.flatMap((row) => implausible(row, NOW))).not.toEqual([]);
});

test('every state that a game can be in occurs', () => {
  const kinds = new Set(games.map(({ HighestAwardKind }) => HighestAwardKind));
  expect(kinds).toEqual(new Set([...WIRE_AWARD_KINDS, null]));
  expect(games.some(({ MaxPossible }) => MaxPossible === 0)).toBe(true);
  const mastered = games.filter(({ HighestAwardKind }) => HighestAwardKind === 'mastered');
  expect(mastered.some(({ MaxPossible, NumAwarded }) => NumAwarded < MaxPossible)).toBe(true);
  expect(games.some(({ NumAwarded, NumAwardedHardcore }) => NumAwardedHardcore < NumAwarded)).toBe(
    true,
  );
});

test('subsets occur, finished and unfinished', () => {
  const subsets = games.filter(({ Title }) => Title.includes('[Subset - '));
  const kinds = new Set(subsets.map(({ HighestAwardKind }) => HighestAwardKind));
  expect(kinds).toEqual(new Set(['mastered', null]));
});

test('a volume of a game has the same id in every library of a site', () => {
  const odd = SAMPLE_TITLES.filter(({ title }) => title.startsWith('~'));
  const few = generateLibrary({ seed: 2, size: 2 * odd.length, titles: odd, now: NOW });
  const ids = new Map(games.map(({ Title, GameID }) => [Title, GameID]));
  expect(few.map(({ GameID }) => GameID)).toEqual(few.map(({ Title }) => ids.get(Title)));
});

test('the sample titles cover many systems and every Markdown character', () => {
  expect(SAMPLE_TITLES.length).toBeGreaterThanOrEqual(80);
  expect(new Set(SAMPLE_TITLES.map(({ systemName }) => systemName)).size).toBeGreaterThanOrEqual(
    15,
  );
  expect(SAMPLE_TITLES.filter(({ systemName }) => systemName.startsWith('System '))).toEqual([]);
  expect(new Set(SAMPLE_TITLES.map(({ gameId }) => gameId)).size).toBe(SAMPLE_TITLES.length);
  const all = SAMPLE_TITLES.map(({ title }) => title).join('');
  for (const character of '*_~|>#-+.!()[]\\`') expect(all).toContain(character);
});

test('other titles are used if given, and missing lists are null', () => {
  const titles = SAMPLE_TITLES.slice(0, 3);
  const few = generateLibrary({ seed: 1, size: 3, titles, now: NOW });
  expect(new Set(few.map(({ Title }) => Title))).toEqual(new Set(titles.map(({ title }) => title)));
  expect(realTitles('/nowhere/list.tsv')).toBeNull();
});

test('the sample players are on one site, each with their well-known library', async () => {
  await using ra = await startRetroAchievements({ clock: { now: () => NOW } });
  for (const player of samplePlayers(NOW)) ra.addPlayer(player);
  const total = async (u: string) => (await library(ra, { u, c: 500 })).Total;
  expect(await total('MaxMilyin')).toBe(1287);
  expect(await total('NoGamesYet')).toBe(0);
  expect(await total('Completionist10k')).toBe(10_000);
  const softer = await library(ra, { u: 'SofterTimes', c: 500 });
  const kinds = new Set(softer.Results.map(({ HighestAwardKind }) => HighestAwardKind));
  expect(kinds).toEqual(new Set(['completed', 'beaten-softcore', null]));
  expect(ra.player('NewLeaf').userPic).toBe('/UserPic/OldOak.png');
  expect((await feed(ra, { c: 100 })).Count).toBe(100);
});
