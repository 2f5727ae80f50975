import { describe, expect, test, vi } from 'vitest';

import { decodeRecentGameAwards } from '#src/retroachievements/api/recent-game-awards.ts';

import { wireAward, without } from './wire-fixtures.ts';

const AWARD = {
  playerName: 'MaxMilyin',
  ulid: '00003EMFWR7XB8SDPEHB3K56ZQ',
  kind: 'mastered',
  awardedAt: Date.UTC(2024, 11, 7, 11, 57, 18),
  gameId: 7128,
  gameTitle: 'Elf: The Movie',
  systemId: 5,
  systemName: 'Game Boy Advance',
};

function decode(Results: unknown) {
  return decodeRecentGameAwards({ Count: 1, Total: 1_725_170, Results }, () => undefined);
}

describe('the award feed', () => {
  test('is decoded', () => {
    expect(decode([wireAward()])).toEqual({ total: 1_725_170, rowCount: 1, awards: [AWARD] });
  });

  test('can be empty', () => {
    expect(decode([])).toEqual({ total: 1_725_170, rowCount: 0, awards: [] });
  });

  test('can be an object with numeric keys, in their order', () => {
    const page = decode({
      11: wireAward({ GameID: 3 }),
      2: wireAward({ GameID: 2 }),
      0: wireAward(),
    });
    expect(page.awards.map(({ gameId }) => gameId)).toEqual([7128, 2, 3]);
    expect(page.rowCount).toBe(3);
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a game that is gone',
      { GameTitle: null, ConsoleID: null, ConsoleName: null },
      { gameTitle: null, systemId: null, systemName: null },
    ],
    ['numbers as texts', { GameID: '7128', ConsoleID: '5' }, {}],
    ['a malformed ULID', { ULID: 'MaxMilyin' }, { ulid: null }],
    ['no name', { User: null }, { playerName: null }],
    ['a name that shows nothing', { User: '\u200b' }, { playerName: null }],
    ['a name of 300 letters', { User: 'M'.repeat(300) }, { playerName: `${'M'.repeat(49)}…` }],
    ['a name that turns the direction', { User: 'Max\u202eMilyin\u2066' }, {}],
    ['a title that shows nothing', { GameTitle: '\u3164\u200b' }, { gameTitle: null }],
    [
      'a title in HTML',
      { GameTitle: 'Tom &amp; Jerry &#039;94' },
      { gameTitle: "Tom & Jerry '94" },
    ],
    ['half a character in a title', { GameTitle: 'Elf: The Movie\ud83d' }, {}],
    [
      'a system’s name of 5,000 letters',
      { ConsoleName: 'x'.repeat(5_000) },
      { systemName: `${'x'.repeat(99)}…` },
    ],
  ])('tolerates %s', (_name, wire, domain) => {
    expect(decode([wireAward(wire)]).awards).toEqual([{ ...AWARD, ...domain }]);
  });

  test('tolerates old data without ULIDs', () => {
    expect(decode([without(wireAward(), 'ULID')]).awards).toEqual([{ ...AWARD, ulid: null }]);
  });

  test.each<[string, unknown]>([
    ['no player', wireAward({ User: null, ULID: null })],
    ['no game', wireAward({ GameID: null })],
    ['no moment', wireAward({ AwardDate: 'lately' })],
    ['no kind', wireAward({ AwardKind: null })],
    ['nothing', null],
  ])('skips a row with %s, and counts it', (_name, row) => {
    expect(decode([row, wireAward()])).toEqual({
      total: 1_725_170,
      rowCount: 2,
      awards: [AWARD],
    });
  });

  test('skips unknown kinds, and reports them', () => {
    const onUnknownKind = vi.fn<(kind: string) => void>();
    const json = { Count: 1, Total: 1, Results: [wireAward({ AwardKind: 'gilded' })] };
    expect(decodeRecentGameAwards(json, onUnknownKind)).toEqual({
      total: 1,
      rowCount: 1,
      awards: [],
    });
    expect(onUnknownKind).toHaveBeenCalledExactlyOnceWith('gilded');
  });

  test('shortens an unknown kind', () => {
    const onUnknownKind = vi.fn<(kind: string) => void>();
    const AwardKind = 'gilded \ud83d'.repeat(50_000);
    const json = { Count: 1, Total: 1, Results: [wireAward({ AwardKind })] };
    expect(decodeRecentGameAwards(json, onUnknownKind).awards).toEqual([]);
    const told = onUnknownKind.mock.calls.flat();
    expect(told).toHaveLength(1);
    expect(told.join().length).toBeLessThanOrEqual(60);
    expect(told.join().isWellFormed()).toBe(true);
  });

  test.each([
    ['a list', Array.from({ length: 1_001 }, () => null)],
    ['an object', Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [index, null]))],
  ])('%s of 1,001 awards at once is unreadable: 100 were requested', (_, Results) => {
    expect(() => decodeRecentGameAwards({ Total: 1, Results }, () => undefined)).toThrow(
      expect.objectContaining({
        failure: { kind: 'unreadable', detail: expect.stringContaining('rows') },
      }),
    );
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', []],
    ['no results', { Count: 0, Total: 0 }],
    ['results in words', { Count: 0, Total: 0, Results: 'none' }],
    ['rows of another kind altogether', { Count: 2, Total: 2, Results: [{ Id: 1 }, { Id: 2 }] }],
  ])('%s is unreadable', (_name, json) => {
    expect(() => decodeRecentGameAwards(json, () => undefined)).toThrow(
      expect.objectContaining({ failure: { kind: 'unreadable', detail: expect.any(String) } }),
    );
  });
});
