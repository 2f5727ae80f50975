import * as untypedApi from '@retroachievements/api';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';

import type { AwardKind } from '#src/retroachievements/award-kind.ts';

import { wireAward, wireGame, wirePage, wireProfile } from './api/wire-fixtures.ts';
import { startScripted } from './scripted-server.ts';
import { askForLibrary, startClient } from './start-client.ts';

const AUTHORIZATION = { username: 'me', webApiKey: 'key' };
const KINDS: AwardKind[] = ['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore'];

const date = z.string().nullable();
const progress = z.object({
  total: z.number(),
  results: z.array(
    z.object({
      gameId: z.number(),
      title: z.string(),
      imageIcon: z.string(),
      consoleId: z.number(),
      consoleName: z.string(),
      maxPossible: z.number(),
      numAwarded: z.number(),
      numAwardedHardcore: z.number(),
      mostRecentAwardedDate: date,
      highestAwardKind: z.string().nullable(),
      highestAwardDate: date,
    }),
  ),
});
const feed = z.object({
  total: z.number(),
  results: z.array(
    z.object({
      user: z.string(),
      ulid: z.string(),
      awardKind: z.string(),
      awardDate: z.string(),
      gameId: z.number(),
      gameTitle: z.string(),
      consoleId: z.number(),
      consoleName: z.string(),
    }),
  ),
});
const profile = z.object({
  user: z.string(),
  ulid: z.string(),
  userPic: z.string(),
  motto: z.string(),
});

/** Untyped, because its declarations import without file extensions, which TypeScript doesn't follow here. */
const endpoint = z.custom<(authorization: object, options?: object) => Promise<unknown>>(
  (value) => typeof value === 'function',
);
const api = z
  .object({
    getUserCompletionProgress: endpoint,
    getRecentGameAwards: endpoint,
    getUserProfile: endpoint,
  })
  .parse({ ...untypedApi });

/** Serves one recorded response, also to the official library, which only knows the public address. */
async function serve(json: object) {
  const body = JSON.stringify(json);
  vi.stubGlobal('fetch', async () => new Response(body));
  return await startScripted((_request, response) => response.end(body));
}

function time(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

describe('our decoding and @retroachievements/api agree', () => {
  test('on completion progress, field by field', async () => {
    const rows = [...KINDS, null].map((HighestAwardKind, index) =>
      wireGame({
        GameID: 100 + index,
        Title: `~Hack~ Quest ${index} | Another [Subset - Bonus]`,
        NumAwardedHardcore: index,
        HighestAwardKind,
        HighestAwardDate: HighestAwardKind && `2024-02-2${index + 5}T00:00:00+00:00`,
        MostRecentAwardedDate: index === 4 ? null : '2024-12-31T23:59:59+00:00',
      }),
    );
    const demoted = { MaxPossible: 0, NumAwarded: 0, NumAwardedHardcore: 0, GameID: 20246 };
    await using server = await serve(wirePage([...rows, wireGame(demoted)], 1287));
    await using started = startClient(server);
    const ours = await askForLibrary(started.client);
    const theirs = progress.parse(
      await api.getUserCompletionProgress(AUTHORIZATION, { username: 'MaxMilyin' }),
    );
    expect(ours.games).toHaveLength(6);
    expect(ours.total).toBe(theirs.total);
    expect(ours.rowCount).toBe(theirs.results.length);
    expect(ours.games).toEqual(
      theirs.results.map((game) => ({
        gameId: game.gameId,
        title: game.title,
        iconPath: game.imageIcon,
        systemId: game.consoleId,
        systemName: game.consoleName,
        possible: game.maxPossible,
        awarded: game.numAwarded,
        awardedHardcore: game.numAwardedHardcore,
        lastUnlockAt: time(game.mostRecentAwardedDate),
        award: game.highestAwardKind,
        awardedAt: time(game.highestAwardDate),
      })),
    );
  });

  test('on the award feed, field by field', async () => {
    const rows = KINDS.map((AwardKind, index) => wireAward({ AwardKind, GameID: 7 + index }));
    await using server = await serve(wirePage(rows, 1_725_170));
    await using started = startClient(server);
    const ours = await started.client.recentGameAwards(
      { kinds: KINDS, offset: 0, count: 100 },
      { priority: 'background' },
    );
    const theirs = feed.parse(await api.getRecentGameAwards(AUTHORIZATION));
    expect(ours.awards).toHaveLength(4);
    expect(ours.total).toBe(theirs.total);
    expect(ours.awards).toEqual(
      theirs.results.map((award) => ({
        playerName: award.user,
        ulid: award.ulid,
        kind: award.awardKind,
        awardedAt: time(award.awardDate),
        gameId: award.gameId,
        gameTitle: award.gameTitle,
        systemId: award.consoleId,
        systemName: award.consoleName,
      })),
    );
  });

  test('on a profile, field by field', async () => {
    await using server = await serve(wireProfile());
    await using started = startClient(server);
    const ours = await started.client.userProfile(
      { kind: 'name', name: 'MaxMilyin' },
      { priority: 'command' },
    );
    const theirs = profile.parse(
      await api.getUserProfile(AUTHORIZATION, { username: 'MaxMilyin' }),
    );
    expect(ours).toEqual({
      name: theirs.user,
      ulid: theirs.ulid,
      avatarPath: theirs.userPic,
      motto: theirs.motto,
      isUnranked: false,
    });
  });
});
