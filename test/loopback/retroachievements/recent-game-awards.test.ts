import { expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { ask, feed, played } from '#loopback/retroachievements/test-client.ts';

const NOON = Date.parse('2025-01-06T12:00:00Z');
const MINUTE = 60_000;

/** Ada beats a game a minute from noon: game 1 first. */
async function siteWithAwards(count: number) {
  const ra = await startRetroAchievements({ clock: { now: () => NOON + 24 * 60 * MINUTE } });
  const ada = ra.addPlayer({ name: 'Ada', games: [] });
  for (let id = 1; id <= count; id += 1)
    ra.award('Ada', id, id % 2 === 0 ? 'beaten-softcore' : 'beaten-hardcore', NOON + id * MINUTE);
  return { ra, ada, [Symbol.asyncDispose]: () => ra.close() };
}

test('the newest awards of the whole site come first, 25 by default', async () => {
  await using site = await siteWithAwards(130);
  const { ra, ada } = site;
  ra.addPlayer({ name: 'Bob', games: [] });
  ra.award('Bob', 5, 'beaten-hardcore', NOON + 1000 * MINUTE);
  const page = await feed(ra);
  expect(page).toMatchObject({ Count: 25, Total: 131 });
  expect(page.Results.slice(0, 2)).toEqual([
    expect.objectContaining({ User: 'Bob', GameID: 5 }),
    {
      User: 'Ada',
      ULID: ada.ulid,
      AwardKind: 'beaten-softcore',
      AwardDate: '2025-01-06T14:10:00+00:00',
      GameID: 130,
      GameTitle: 'Game 130',
      ConsoleID: 1,
      ConsoleName: 'Genesis/Mega Drive',
    },
  ]);
});

test('more than a hundred are never sent, and an offset reaches the rest', async () => {
  await using site = await siteWithAwards(130);
  const first = await feed(site.ra, { c: 5000 });
  const rest = await feed(site.ra, { c: 100, o: 100 });
  expect([first.Count, rest.Count]).toEqual([100, 30]);
  const ids = [...first.Results, ...rest.Results].map(({ GameID }) => GameID);
  expect(ids).toEqual(Array.from({ length: 130 }, (_, index) => 130 - index));
  expect(await feed(site.ra, { o: 130 })).toEqual({ Count: 0, Total: 130, Results: [] });
});

test('kinds are chosen by a comma-separated list, and unknown ones are ignored', async () => {
  await using site = await siteWithAwards(10);
  site.ra.award('Ada', 10, 'completed', NOON + 20 * MINUTE);
  const kinds = async (k: string) => {
    const { Total, Results } = await feed(site.ra, { k, c: 100 });
    return [Total, new Set(Results.map(({ AwardKind }) => AwardKind))];
  };
  expect(await kinds('beaten-hardcore')).toEqual([5, new Set(['beaten-hardcore'])]);
  expect(await kinds('completed,beaten-softcore,platinum')).toEqual([
    6,
    new Set(['completed', 'beaten-softcore']),
  ]);
  expect(await kinds('platinum')).toEqual([0, new Set()]);
});

test('a day returns the awards up to its end in UTC', async () => {
  await using ra = await startRetroAchievements({ clock: { now: () => NOON } });
  ra.addPlayer({ name: 'Ada', games: [] });
  const midnight = Date.parse('2025-01-06T00:00:00Z');
  ra.award('Ada', 1, 'beaten-hardcore', midnight - 24 * 60 * MINUTE);
  ra.award('Ada', 2, 'beaten-hardcore', midnight - 1000);
  ra.award('Ada', 3, 'beaten-hardcore', midnight);
  const games = async (d: string) => (await feed(ra, { d })).Results.map(({ GameID }) => GameID);
  expect(await games('2025-01-05')).toEqual([2, 1]);
  expect(await games('2025-01-06')).toEqual([3, 2, 1]);
  expect(await games('2025-01-04')).toEqual([]);
});

test.each([
  [{ d: '2025-02-31x' }, 'd'],
  [{ d: '2025-01-08' }, 'd'],
  [{ c: 0 }, 'c'],
  [{ o: -1 }, 'o'],
])('%o is refused with 422', async (query, field) => {
  await using site = await siteWithAwards(0);
  expect(await ask(site.ra, 'API_GetRecentGameAwards', query)).toMatchObject({
    status: 422,
    body: { errors: { [field]: {} } },
  });
});

test('mastering an unbeaten game appears twice in the feed', async () => {
  await using site = await siteWithAwards(0);
  site.ra.award('Ada', 9, 'mastered', NOON);
  const { Results } = await feed(site.ra);
  expect(Results.map(({ AwardKind }) => AwardKind)).toEqual(['mastered', 'beaten-hardcore']);
});

test('mastering a beaten game adds one award, and repeating it none', async () => {
  await using site = await siteWithAwards(1);
  site.ra.award('Ada', 1, 'mastered', NOON + 5 * MINUTE);
  site.ra.award('Ada', 1, 'mastered', NOON + 6 * MINUTE);
  const { Results } = await feed(site.ra);
  expect(Results.map(({ AwardKind }) => AwardKind)).toEqual(['mastered', 'beaten-hardcore']);
});

test('a subset is mastered without being beaten', async () => {
  await using site = await siteWithAwards(0);
  site.ra.unlock('Ada', 9, { game: { Title: 'Suikoden [Subset - Bonus]' } });
  site.ra.award('Ada', 9, 'mastered', NOON);
  expect(await feed(site.ra)).toMatchObject({ Total: 1, Results: [{ AwardKind: 'mastered' }] });
});

test('a late award appears in the order of its date', async () => {
  await using site = await siteWithAwards(3);
  await feed(site.ra);
  site.ra.award('Ada', 99, 'beaten-hardcore', NOON + 2.5 * MINUTE);
  const { Results } = await feed(site.ra);
  expect(Results.map(({ GameID }) => GameID)).toEqual([3, 99, 2, 1]);
});

test("a new player's past awards are in the feed unless told otherwise", async () => {
  await using ra = await startRetroAchievements();
  const date = '2025-01-03T10:00:00+00:00';
  const games = [played(1, date, { HighestAwardKind: 'mastered', HighestAwardDate: date })];
  ra.addPlayer({ name: 'Quiet', games, history: false });
  expect(await feed(ra)).toMatchObject({ Total: 0 });
  ra.addPlayer({ name: 'Known', games });
  expect(await feed(ra)).toMatchObject({
    Total: 2,
    Results: [
      { User: 'Known', AwardKind: 'mastered', AwardDate: date },
      { AwardKind: 'beaten-hardcore' },
    ],
  });
});

test('a removed account leaves gaps: the rows become an object with numeric keys', async () => {
  await using site = await siteWithAwards(2);
  site.ra.addPlayer({ name: 'Gone', games: [] });
  site.ra.award('Gone', 7, 'beaten-hardcore', NOON + 1.5 * MINUTE);
  await feed(site.ra);
  site.ra.remove('Gone');
  expect(await ask(site.ra, 'API_GetRecentGameAwards')).toMatchObject({
    body: { Count: 2, Total: 3, Results: { 0: { GameID: 2 }, 2: { GameID: 1 } } },
  });
  expect(await ask(site.ra, 'API_GetUserProfile', { u: 'Gone' })).toMatchObject({ status: 404 });
});

test('a removed account at the end of a page leaves no gap', async () => {
  await using site = await siteWithAwards(2);
  site.ra.addPlayer({ name: 'Gone', games: [] });
  site.ra.award('Gone', 7, 'beaten-hardcore', NOON);
  site.ra.remove('Gone');
  expect(await feed(site.ra)).toMatchObject({ Count: 2, Total: 3 });
});
