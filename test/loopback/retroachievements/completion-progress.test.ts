import { expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { ask, library, played } from '#loopback/retroachievements/test-client.ts';

const HUNDREDS = Array.from({ length: 1287 }, (_, index) => played(index + 1, null));
const FRIDAY = '2025-01-03T10:00:00+00:00';
const MONDAY = '2025-01-06T10:00:00+00:00';

async function siteWithMax() {
  const ra = await startRetroAchievements({ clock: { now: () => Date.parse(MONDAY) } });
  const max = ra.addPlayer({ name: 'MaxMilyin', games: HUNDREDS });
  return { ra, max, [Symbol.asyncDispose]: () => ra.close() };
}

test('a library has a hundred games per page by default, with its total size', async () => {
  await using site = await siteWithMax();
  const first = await library(site.ra, { u: 'MaxMilyin' });
  expect(first).toMatchObject({ Count: 100, Total: 1287 });
  expect(first.Results).toHaveLength(100);
});

test('pages by offset and count add up to the whole library', async () => {
  await using site = await siteWithMax();
  const pages = [];
  for (const o of [0, 500, 1000]) pages.push(await library(site.ra, { u: 'MaxMilyin', c: 500, o }));
  expect(pages.map(({ Count }) => Count)).toEqual([500, 500, 287]);
  const ids = pages.flatMap(({ Results }) => Results.map(({ GameID }) => GameID));
  expect(ids).toEqual(HUNDREDS.map(({ GameID }) => GameID));
});

test('an offset past the end returns an empty page with the total', async () => {
  await using site = await siteWithMax();
  expect(await library(site.ra, { u: 'MaxMilyin', o: 1287 })).toEqual({
    Count: 0,
    Total: 1287,
    Results: [],
  });
});

test('the newest unlock comes first and games never played come last', async () => {
  await using ra = await startRetroAchievements();
  const games = [played(1, null), played(2, FRIDAY), played(3, MONDAY), played(4, FRIDAY)];
  ra.addPlayer({ name: 'Sorted', games });
  const { Results } = await library(ra, { u: 'Sorted' });
  expect(Results.map(({ GameID }) => GameID)).toEqual([3, 2, 4, 1]);
});

test('a player is found by name in any case and by ULID', async () => {
  await using site = await siteWithMax();
  for (const u of ['maxmilyin', 'MAXMILYIN', site.max.ulid, site.max.ulid.toLowerCase()])
    expect(await library(site.ra, { u, c: 1 })).toMatchObject({ Total: 1287 });
});

test('an unknown player answers exactly like one without games', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'NoGamesYet', games: [] });
  const nothing = { status: 200, body: { Count: 0, Total: 0, Results: [] } };
  for (const u of ['NoGamesYet', 'Nobody', '01ARZ3NDEKTSV4RRFFQ69G5FAV'])
    expect(await ask(ra, 'API_GetUserCompletionProgress', { u })).toEqual(nothing);
});

test.each([
  [{ c: 0 }, 'c', 'The c field must be at least 1.'],
  [{ c: 501 }, 'c', 'The c field must not be greater than 500.'],
  [{ c: 'many' }, 'c', 'The c field must be an integer.'],
  [{ o: -1 }, 'o', 'The o field must be at least 0.'],
  [{ u: '' }, 'u', 'The u field is required.'],
  [{ u: 'a' }, 'u', 'The u field must be a valid username or ULID.'],
  [{ u: 'not a name' }, 'u', 'The u field must be a valid username or ULID.'],
])('%o is refused with 422 and the wrong field', async (query, field, message) => {
  await using site = await siteWithMax();
  const answer = await ask(site.ra, 'API_GetUserCompletionProgress', { u: 'MaxMilyin', ...query });
  expect(answer).toEqual({ status: 422, body: { message, errors: { [field]: [message] } } });
});

test('several wrong fields are refused together', async () => {
  await using ra = await startRetroAchievements();
  expect(await ask(ra, 'API_GetUserCompletionProgress', { c: 501 })).toMatchObject({
    status: 422,
    body: { message: 'The u field is required. (and 1 more error)', errors: { u: {}, c: {} } },
  });
});

test('the site accepts counts of 1 and 500', async () => {
  await using site = await siteWithMax();
  for (const c of [1, 500])
    expect(await library(site.ra, { u: 'MaxMilyin', c })).toMatchObject({ Count: c });
});

test('an unlock moves its game to the top with the new counts', async () => {
  await using site = await siteWithMax();
  await library(site.ra, { u: 'MaxMilyin', c: 1 });
  site.ra.unlock('MaxMilyin', 900, { count: 4 });
  site.ra.unlock('MaxMilyin', 900, { count: 2, hardcore: false });
  const { Results, Total } = await library(site.ra, { u: 'MaxMilyin', c: 1 });
  expect(Total).toBe(1287);
  expect(Results).toEqual([played(900, MONDAY, { NumAwarded: 6, NumAwardedHardcore: 4 })]);
});

test('an unlock in a new game makes the library larger', async () => {
  await using site = await siteWithMax();
  site.ra.unlock('MaxMilyin', 5000, { game: { Title: 'Brand New', MaxPossible: 1 }, count: 9 });
  const { Results, Total } = await library(site.ra, { u: 'MaxMilyin', c: 1 });
  expect(Total).toBe(1288);
  expect(Results).toMatchObject([{ GameID: 5000, Title: 'Brand New', NumAwarded: 1 }]);
});

test('a higher award replaces the lower one, a lower one does not replace the higher', async () => {
  await using site = await siteWithMax();
  site.ra.award('MaxMilyin', 7, 'beaten-softcore', Date.parse(FRIDAY));
  const top = async () => (await library(site.ra, { u: 'MaxMilyin', c: 1 })).Results[0];
  expect(await top()).toMatchObject({
    GameID: 7,
    NumAwarded: 5,
    NumAwardedHardcore: 0,
    HighestAwardKind: 'beaten-softcore',
    HighestAwardDate: FRIDAY,
  });
  site.ra.award('MaxMilyin', 7, 'mastered', Date.parse(MONDAY));
  site.ra.award('MaxMilyin', 7, 'completed', Date.parse(FRIDAY));
  expect(await top()).toMatchObject({
    NumAwarded: 10,
    NumAwardedHardcore: 10,
    MostRecentAwardedDate: MONDAY,
    HighestAwardKind: 'mastered',
    HighestAwardDate: MONDAY,
  });
});

test('an award for a demoted set remains without achievements', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'Demoted', games: [played(20_246, FRIDAY, { MaxPossible: 0 })] });
  ra.award('Demoted', 20_246, 'beaten-hardcore');
  const { Results } = await library(ra, { u: 'Demoted' });
  expect(Results).toMatchObject([{ MaxPossible: 0, HighestAwardKind: 'beaten-hardcore' }]);
});
