import { afterAll, describe, expect, test } from 'vitest';

import { startRetroAchievements } from '#loopback/retroachievements/loopback-retroachievements.ts';
import type { WireGame } from '#loopback/retroachievements/wire.ts';
import { implausible } from '#test/loopback/retroachievements/implausible.ts';

import { SamplePlayers } from '../../playground/sample-site.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const PLAYERS = ['MaxMilyin', 'NoGamesYet', 'Completionist10k', 'SofterTimes', 'NewLeaf'];

const site = await startRetroAchievements({ clock: { now: () => NOW } });
const players = new SamplePlayers(site, NOW, () => undefined);
afterAll(() => site.close());

const share = (games: readonly WireGame[], holds: (game: WireGame) => boolean): number =>
  games.filter(holds).length / games.length;
const isFull = ({ HighestAwardKind: kind }: WireGame): boolean =>
  kind === 'mastered' || kind === 'completed';
const isSubset = ({ Title }: WireGame): boolean => Title.includes('[Subset - ');

describe('the playground’s site', () => {
  test('says nothing about a game that the real site wouldn’t say', () => {
    const games = PLAYERS.flatMap((name) => site.player(name).games);
    expect(games.length).toBe(1287 + 10_000 + 130 + 240);
    expect(games.flatMap((game) => implausible(game, NOW))).toEqual([]);
    const full = games.filter(
      ({ NumAwarded, MaxPossible }) => MaxPossible > 0 && NumAwarded === MaxPossible,
    );
    expect(full.length).toBeGreaterThan(1_000);
    expect(full.filter((game) => game.HighestAwardDate !== game.MostRecentAwardedDate)).toEqual([]);
  });

  test('has each game once, with the same title, system, and set size for everyone', () => {
    const known = new Map<number, string>();
    const games = PLAYERS.flatMap((name) => site.player(name).games);
    for (const { GameID, Title, ConsoleName, MaxPossible } of games) {
      const facts = `${Title} · ${ConsoleName} · ${MaxPossible}`;
      expect(known.get(GameID) ?? facts).toBe(facts);
      known.set(GameID, facts);
    }
    expect(games.length - known.size).toBeGreaterThan(100);
  });

  test('gives MaxMilyin 1,287 games of more systems than a menu holds', () => {
    const { games } = site.player('MaxMilyin');
    expect(players.views.map(({ name }) => name)).toEqual(PLAYERS);
    expect(games.length).toBe(1287);
    expect(new Set(games.map(({ ConsoleID }) => ConsoleID)).size).toBe(33);
  });

  test.each(['MaxMilyin', 'Completionist10k', 'NewLeaf'])(
    '%s plays hacks, homebrew, and subsets about as often as the site has them',
    (name) => {
      const { games } = site.player(name);
      const tagged = (tag: string) => share(games, ({ Title }) => Title.startsWith(`~${tag}~`));
      expect(tagged('Hack')).toBeGreaterThan(0.06);
      expect(tagged('Hack')).toBeLessThan(0.14);
      expect(tagged('Homebrew')).toBeGreaterThan(0.02);
      expect(tagged('Homebrew')).toBeLessThan(0.09);
      expect(share(games, isSubset)).toBeGreaterThan(0.02);
      expect(share(games, isSubset)).toBeLessThan(0.06);
    },
  );

  test('has a few demoted 0/0 games and revised sets in a large library, and every kind of award', () => {
    const { games } = site.player('MaxMilyin');
    const demoted = games.filter(({ MaxPossible }) => MaxPossible === 0);
    expect(demoted.length).toBeGreaterThan(2);
    expect(demoted.length).toBeLessThan(20);
    const revised = games.filter((game) => isFull(game) && game.NumAwarded < game.MaxPossible);
    expect(revised.length).toBeGreaterThan(5);
    expect(revised.length).toBeLessThan(60);
    const kinds = new Set(games.map(({ HighestAwardKind }) => HighestAwardKind));
    expect(kinds).toEqual(
      new Set(['mastered', 'completed', 'beaten-hardcore', 'beaten-softcore', null]),
    );
  });
});

test('whatever the panel’s buttons do, the site stays plausible', async () => {
  await using other = await startRetroAchievements({ clock: { now: () => NOW } });
  const played = new SamplePlayers(other, NOW, () => undefined);
  const small = played.views.filter(({ games }) => games < 2000);
  expect(small).toHaveLength(4);
  for (const { ulid, games } of small) {
    const often = games < 500 ? 300 : 60;
    for (let count = 0; count < often; count += 1) played.play(ulid, 'unlock');
    for (const how of ['beat', 'master', 'beat-six', 'unlock'] as const) played.play(ulid, how);
    const rows = other.player(ulid).games;
    expect(rows).not.toEqual([]);
    expect(rows.flatMap((game) => implausible(game, NOW))).toEqual([]);
  }
});
