import { expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import { ask, feed, library, played } from '#loopback/retroachievements/test-client.ts';

test('a profile has the site’s spelling of the name, in whatever case it was requested', async () => {
  await using ra = await startRetroAchievements();
  const { ulid } = ra.addPlayer({
    name: 'MaxMilyin',
    motto: 'Join me',
    games: [played(42, '2025-01-03T10:00:00+00:00')],
  });
  for (const u of ['maxmilyin', ulid])
    expect(await ask(ra, 'API_GetUserProfile', { u })).toMatchObject({
      status: 200,
      body: {
        User: 'MaxMilyin',
        ULID: ulid,
        UserPic: '/UserPic/MaxMilyin.png',
        LastGameID: 42,
        RichPresenceMsg: 'Playing Game 42',
        TotalPoints: 15,
        Untracked: 0,
        Motto: 'Join me',
      },
    });
});

test('an unknown profile is a 404 with an empty list', async () => {
  await using ra = await startRetroAchievements();
  expect(await ask(ra, 'API_GetUserProfile', { u: 'Nobody' })).toEqual({ status: 404, body: [] });
});

test('a profile request without a name is refused', async () => {
  await using ra = await startRetroAchievements();
  expect(await ask(ra, 'API_GetUserProfile')).toMatchObject({
    status: 422,
    body: { errors: { u: {} } },
  });
});

test('motto and untracked state are edited on the account', async () => {
  await using ra = await startRetroAchievements();
  const player = ra.addPlayer({ name: 'Edits', games: [] });
  player.motto = 'completionist-1234';
  player.untracked = true;
  expect(await ask(ra, 'API_GetUserProfile', { u: 'Edits' })).toMatchObject({
    body: { Motto: 'completionist-1234', Untracked: 1 },
  });
});

test('after a rename the old name is unknown, and ULID, picture and games stay', async () => {
  await using ra = await startRetroAchievements();
  const games = [played(1, '2025-01-03T10:00:00+00:00', { HighestAwardKind: 'mastered' })];
  const { ulid } = ra.addPlayer({ name: 'OldOak', games });
  await feed(ra);
  ra.rename('oldoak', 'NewLeaf');
  expect(await ask(ra, 'API_GetUserProfile', { u: 'OldOak' })).toMatchObject({ status: 404 });
  expect(await library(ra, { u: 'OldOak' })).toMatchObject({ Total: 0 });
  for (const u of ['NewLeaf', ulid]) {
    expect(await library(ra, { u })).toMatchObject({ Total: 1 });
    expect(await ask(ra, 'API_GetUserProfile', { u })).toMatchObject({
      body: { User: 'NewLeaf', ULID: ulid, UserPic: '/UserPic/OldOak.png' },
    });
  }
  expect((await feed(ra)).Results[0]).toMatchObject({ User: 'NewLeaf', ULID: ulid });
});

test('a name in use can’t be taken, by a newcomer or by a rename', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'First', games: [] });
  ra.addPlayer({ name: 'Second', games: [] });
  expect(() => ra.addPlayer({ name: 'FIRST', games: [] })).toThrow('taken');
  expect(() => ra.rename('Second', 'first')).toThrow('taken');
  expect(ra.player('Second').name).toBe('Second');
});

test('a player can change the case of their name', async () => {
  await using ra = await startRetroAchievements();
  ra.addPlayer({ name: 'Oldoak', games: [] });
  ra.rename('Oldoak', 'OldOak');
  expect(await ask(ra, 'API_GetUserProfile', { u: 'oldoak' })).toMatchObject({
    body: { User: 'OldOak' },
  });
});

test('names and ULIDs that the real site couldn’t have are refused', async () => {
  await using ra = await startRetroAchievements();
  expect(() => ra.addPlayer({ name: 'x', games: [] })).toThrow('Not a name');
  expect(() => ra.addPlayer({ name: 'Fine', ulid: 'not-one', games: [] })).toThrow('Not a name');
  expect(() => ra.player('Nobody')).toThrow('no player');
});
