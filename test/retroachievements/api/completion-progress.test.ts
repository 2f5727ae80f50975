import { describe, expect, test, vi } from 'vitest';

import { decodeCompletionProgress } from '#src/retroachievements/api/completion-progress.ts';

import { wireGame, wirePage, without } from './wire-fixtures.ts';

const GAME = {
  gameId: 319,
  title: 'Chrono Trigger',
  iconPath: '/Images/063507.png',
  systemId: 3,
  systemName: 'SNES/Super Famicom',
  possible: 77,
  awarded: 40,
  awardedHardcore: 31,
  lastUnlockAt: Date.UTC(2024, 4, 1, 18, 22, 5),
  award: 'beaten-hardcore',
  awardedAt: Date.UTC(2024, 3, 30, 23, 59, 59),
};

function decode(json: unknown) {
  return decodeCompletionProgress(json, () => undefined);
}

describe('completion progress', () => {
  test('is decoded, without unused fields', () => {
    expect(decode(wirePage([wireGame({ Extra: [1] })], 1287))).toEqual({
      total: 1287,
      rowCount: 1,
      games: [GAME],
    });
  });

  test('of an unknown player is empty', () => {
    expect(decode(wirePage([]))).toEqual({ total: 0, rowCount: 0, games: [] });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a demoted set keeps its award',
      { MaxPossible: 0, NumAwarded: 0, NumAwardedHardcore: 0 },
      { possible: 0, awarded: 0, awardedHardcore: 0 },
    ],
    ['more awarded than there is', { NumAwarded: 99 }, { awarded: 77 }],
    ['more in hardcore than at all', { NumAwardedHardcore: 41 }, { awardedHardcore: 40 }],
    [
      'a game that was never played',
      { MostRecentAwardedDate: null, HighestAwardKind: null, HighestAwardDate: null },
      { lastUnlockAt: null, award: null, awardedAt: null },
    ],
    ['an award without a date', { HighestAwardDate: null }, { awardedAt: null }],
    ['an award of an unknown kind', { HighestAwardKind: 'gilded' }, { award: { word: 'gilded' } }],
    [
      'an award of an endless kind',
      { HighestAwardKind: 'x'.repeat(5_000) },
      { award: { word: `${'x'.repeat(59)}…` } },
    ],
    ['an award without a word', { HighestAwardKind: '' }, { award: null, awardedAt: null }],
    ['numbers as texts', { GameID: '319', MaxPossible: '77', NumAwarded: '40' }, {}],
    ['counts below zero', { NumAwarded: -4 }, { awarded: 0, awardedHardcore: 0 }],
    ['no title', { Title: null }, { title: 'Game 319' }],
    ['an empty title', { Title: '' }, { title: 'Game 319' }],
    ['no icon', { ImageIcon: null }, { iconPath: '/Images/000001.png' }],
    ['no system name', { ConsoleName: null }, { systemName: 'SNES/Super Famicom' }],
    [
      'no name of a system that is new',
      { ConsoleName: null, ConsoleID: 250 },
      { systemId: 250, systemName: 'System 250' },
    ],
    [
      'a system’s name of 5,000 letters',
      { ConsoleName: 'x'.repeat(5_000) },
      { systemName: `${'x'.repeat(99)}…` },
    ],
    ['a title that shows nothing', { Title: ' \u200b\u3164' }, { title: 'Game 319' }],
    ['a title in HTML', { Title: 'Tom &amp; Jerry &#039;94' }, { title: "Tom & Jerry '94" }],
    ['a title of 5,000 letters', { Title: 'x'.repeat(5_000) }, { title: `${'x'.repeat(254)}…` }],
    [
      'a picture elsewhere',
      { ImageIcon: 'https://example.com/a.png' },
      { iconPath: '/Images/000001.png' },
    ],
    [
      'a picture’s whole address',
      { ImageIcon: 'https://media.retroachievements.org/Images/063507.png' },
      {},
    ],
    ['a date that is none', { MostRecentAwardedDate: 'yesterday' }, { lastUnlockAt: null }],
    ['a date of another type', { HighestAwardDate: 1714521599 }, { awardedAt: null }],
    ['a kind of another type', { HighestAwardKind: 4 }, { award: null, awardedAt: null }],
  ])('tolerates %s', (_name, wire, domain) => {
    expect(decode(wirePage([wireGame(wire)]))).toMatchObject({ games: [{ ...GAME, ...domain }] });
  });

  test('tolerates a row that has lost everything but its id', () => {
    expect(decode(wirePage([{ GameID: 12 }])).games).toEqual([
      {
        gameId: 12,
        title: 'Game 12',
        iconPath: '/Images/000001.png',
        systemId: 0,
        systemName: 'System 0',
        possible: 0,
        awarded: 0,
        awardedHardcore: 0,
        lastUnlockAt: null,
        award: null,
        awardedAt: null,
      },
    ]);
  });

  test.each([null, 0, -3, 1.5, 2 ** 31, '9'.repeat(20), 'x', '', undefined, {}])(
    'skips a row with the id %j, and counts it',
    (GameID) => {
      const page = decode(wirePage([wireGame(), wireGame({ GameID })], 1287));
      expect(page).toEqual({ total: 1287, rowCount: 2, games: [GAME] });
    },
  );

  test.each(['9'.repeat(20), 1e300, 2 ** 31, -1, -0])(
    'accepts %j neither as a number of achievements nor as a system',
    (odd) => {
      const row = wireGame({ MaxPossible: odd, NumAwarded: odd, ConsoleID: odd });
      const counts = { possible: 0, awarded: 0, awardedHardcore: 0, systemId: 0 };
      expect(decode(wirePage([row])).games).toMatchObject([counts]);
    },
  );

  test('accepts a total as text', () => {
    expect(decode(wirePage([wireGame()], '1287')).total).toBe(1287);
  });

  test('is no larger than what people see, whatever the site sends', () => {
    const endless = 'Ünendlich 👩‍👩‍👧 '.repeat(20_000);
    const games = Array.from({ length: 500 }, (_, index) =>
      wireGame({
        GameID: index + 1,
        Title: endless,
        ConsoleName: endless,
        ImageIcon: endless,
        HighestAwardKind: endless,
      }),
    );
    const page = decodeCompletionProgress(wirePage(games), () => undefined);
    expect(page.games).toHaveLength(500);
    expect(JSON.stringify(page).length).toBeLessThan(500 * 1_000);
  });

  test.each([1_001, 50_000])(
    'isn’t accepted with %i games at once: 500 were requested',
    (count) => {
      const json = wirePage(Array.from({ length: count }, () => null));
      expect(() => decodeCompletionProgress(json, () => undefined)).toThrow(
        expect.objectContaining({
          failure: { kind: 'unreadable', detail: expect.stringContaining('rows') },
        }),
      );
    },
  );

  test.each<[string, string, string]>([
    ['a title', 'Half \ud83d and half \ude00', 'title'],
    ['a system', 'Half \ud83d and half \ude00', 'systemName'],
    ['an icon', '/Images/\ud83d.png', 'iconPath'],
  ])('has no half characters (%s)', (_, written, field) => {
    const game = wireGame({ Title: written, ConsoleName: written, ImageIcon: written });
    const [decoded] = decodeCompletionProgress(wirePage([game]), () => undefined).games;
    expect(decoded).toHaveProperty(field, expect.any(String));
    expect(JSON.stringify(decoded)).not.toMatch(/\\ud[89a-f]/i);
  });

  test('reports unknown award kinds', () => {
    const onUnknownKind = vi.fn<(kind: string) => void>();
    decodeCompletionProgress(wirePage([wireGame({ HighestAwardKind: 'gilded' })]), onUnknownKind);
    expect(onUnknownKind).toHaveBeenCalledExactlyOnceWith('gilded');
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['a text', 'Total'],
    ['no results', { Count: 1, Total: 1 }],
    ['no total', { Count: 0, Results: [] }],
    ['a negative total', wirePage([], -1)],
    ['half a total', wirePage([], 1.5)],
    ['an endless total', wirePage([], '9'.repeat(400))],
    ['a total in words', wirePage([], 'many')],
    ['results that are no list', { Count: 0, Total: 0, Results: 'none' }],
    ['rows of another kind altogether', wirePage([without(wireGame(), 'GameID'), 7, null])],
  ])('%s is unreadable', (_name, json) => {
    expect(() => decode(json)).toThrow(
      expect.objectContaining({ failure: { kind: 'unreadable', detail: expect.any(String) } }),
    );
  });
});
