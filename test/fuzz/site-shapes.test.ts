import assert from 'node:assert/strict';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { decodeCompletionProgress } from '#src/retroachievements/api/completion-progress.ts';
import { decodeRecentGameAwards } from '#src/retroachievements/api/recent-game-awards.ts';
import { decodeUserProfile } from '#src/retroachievements/api/user-profile.ts';
import { parseJson } from '#src/retroachievements/http/response.ts';
import { RetroAchievementsError } from '#src/retroachievements/retroachievements-error.ts';

import { asItIs, WIRE_GAME, oddAwards, oddLibrary, oddProfile } from './odd-site.ts';
import type { Rewrite } from './odd-site.ts';
import { FUZZ_TIMEOUT, runs } from './runs.ts';

/** Whatever RetroAchievements sends is fit for messages and tables once read, or it's rejected. */

const AWARD = {
  User: 'Max',
  ULID: '01HZZZZZZZZZZZZZZZZZZZZZZZ',
  AwardKind: 'mastered',
  AwardDate: '2024-01-01T00:00:00+00:00',
  GameID: 1,
  GameTitle: 'Sonic',
  ConsoleID: 1,
  ConsoleName: 'Mega Drive',
};
const PROFILE = { User: 'Max', ULID: AWARD.ULID, UserPic: '/UserPic/Max.png', Motto: 'x' };
const pageOf = (row: object) => ({ Count: 3, Total: 3, Results: [row, row, row] });
/** What the database takes. */
const LARGEST = 2 ** 31 - 1;
/** ms since 1970: what a date of JavaScript holds. */
const LAST_TIME = 8.64e15;

/** Null for what is refused. @throws Error for any other failure */
function decoded<T>(body: unknown, decode: (json: unknown) => T): T | null {
  try {
    return decode(parseJson(JSON.stringify(body)));
  } catch (error) {
    if (!(error instanceof RetroAchievementsError)) throw error;
    assert.ok(error.message.length < 400, 'It quotes what came');
    return null;
  }
}

/** How a property is tried: once with what the site usually sends. */
const shapes = () => ({ ...runs(3_000), examples: [[asItIs]] satisfies [Rewrite][] });

function isText(text: string | null, limit: number): void {
  if (text === null) return;
  expect(text.length).toBeGreaterThan(0);
  expect(text.length).toBeLessThanOrEqual(limit);
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
}

function isCount(value: number | null, min = 0): void {
  if (value === null) return;
  expect(Number.isInteger(value)).toBe(true);
  expect(value).toBeLessThanOrEqual(LARGEST);
  expect(value).toBeGreaterThanOrEqual(min);
}

function isTime(value: number | null): void {
  if (value === null) return;
  expect(Number.isFinite(value)).toBe(true);
  expect(Math.abs(value)).toBeLessThanOrEqual(LAST_TIME);
}

test('a library', { timeout: FUZZ_TIMEOUT }, () => {
  let games = 0;
  fc.assert(
    fc.property(oddLibrary, (rewrite) => {
      const page = decoded(rewrite(pageOf(WIRE_GAME)), (json) =>
        decodeCompletionProgress(json, (kind) => isText(kind, 60)),
      );
      isCount(page?.total ?? 0);
      for (const game of page?.games ?? []) {
        games += 1;
        isCount(game.gameId, 1);
        for (const count of [game.possible, game.awarded, game.awardedHardcore, game.systemId]) {
          isCount(count);
        }
        expect(game.awarded).toBeLessThanOrEqual(game.possible);
        expect(game.awardedHardcore).toBeLessThanOrEqual(game.awarded);
        isText(game.title, 255);
        isText(game.systemName, 100);
        isText(game.iconPath, 1_000);
        isTime(game.awardedAt);
        isTime(game.lastUnlockAt);
      }
    }),
    shapes(),
  );
  expect(games).toBeGreaterThan(0);
});

test('the latest awards', { timeout: FUZZ_TIMEOUT }, () => {
  let awards = 0;
  fc.assert(
    fc.property(oddAwards, (rewrite) => {
      const page = decoded(rewrite(pageOf(AWARD)), (json) =>
        decodeRecentGameAwards(json, (kind) => isText(kind || null, 60)),
      );
      isCount(page?.total ?? 0);
      for (const award of page?.awards ?? []) {
        awards += 1;
        isCount(award.gameId, 1);
        isCount(award.systemId, 1);
        isTime(award.awardedAt);
        isText(award.playerName, 50);
        isText(award.gameTitle, 255);
        isText(award.systemName, 100);
      }
    }),
    shapes(),
  );
  expect(awards).toBeGreaterThan(0);
});

test('a profile', { timeout: FUZZ_TIMEOUT }, () => {
  let players = 0;
  fc.assert(
    fc.property(oddProfile, (rewrite) => {
      const player = decoded(rewrite(PROFILE), (json) => decodeUserProfile(json, 'Max'));
      if (!player) return;
      players += 1;
      isText(player.name, 50);
      isText(player.avatarPath, 1_000);
      isText(player.motto || null, 500);
      expect(typeof player.isUnranked).toBe('boolean');
    }),
    shapes(),
  );
  expect(players).toBeGreaterThan(0);
});
