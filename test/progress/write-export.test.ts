import { describe, expect, it } from 'vitest';

import type { LibraryEntry } from '#src/progress/library.ts';
import type { ExportFormat } from '#src/progress/write-export.ts';
import { writeExport } from '#src/progress/write-export.ts';
import type { GameProgress } from '#src/retroachievements/api/completion-progress.ts';
import { AWARD_KINDS } from '#src/retroachievements/award-kind.ts';
import { fc } from '#test/support/fast-check.ts';

import { entry } from './entries.ts';

const HEADER = [
  'game_id',
  'title',
  'system',
  'award',
  'awarded_at',
  'achievements_won',
  'achievements_won_hardcore',
  'achievements_possible',
  'last_unlock_at',
  'url',
];

const GAME: Partial<GameProgress> = {
  gameId: 1,
  title: 'Sonic the Hedgehog',
  systemId: 1,
  award: 'mastered',
  awardedAt: 1_700_000_000_000,
  awarded: 36,
  awardedHardcore: 30,
  possible: 36,
  lastUnlockAt: 1_700_000_001_000,
};

const exportFile = (rows: readonly LibraryEntry[], format: ExportFormat) =>
  [...writeExport(rows, format)].join('');

/** Reads CSV a character at a time (RFC 4180). */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === ',' || character === '\n') {
      row.push(field);
      field = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (character !== '\r' || text[at + 1] !== '\n') field += character;
  }
  if (field !== '' || row.length > 0) throw new Error('The file does not end with a line');
  return rows;
}

const csvOf = (rows: readonly LibraryEntry[]) => {
  const text = exportFile(rows, 'csv');
  // Excel takes a file without it for another encoding.
  expect(text.startsWith('\uFEFF')).toBe(true);
  return readCsv(text.slice(1));
};

const anyTime = fc.option(
  fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1_000),
);
const anyEntry: fc.Arbitrary<LibraryEntry> = fc
  .record({
    gameId: fc.nat(),
    title: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('a,b', 'say "hi"', 'two\nlines', 'two\r\nlines', ' spaces ', '"', ','),
    ),
    systemId: fc.constant(999),
    systemName: fc.constantFrom('Quantum Deck', 'A "B", C'),
    award: fc.option(fc.constantFrom(...AWARD_KINDS)),
    awardedAt: anyTime,
    awarded: fc.nat(),
    awardedHardcore: fc.nat(),
    possible: fc.nat(),
    lastUnlockAt: anyTime,
  })
  .map(entry);

/** The apostrophe before what a spreadsheet would run. */
function unarmed(fields: readonly string[]): readonly string[] {
  return fields.map((field) =>
    field.replace(/^'(?=[\t\r\n]|["'\s\p{C}\p{Z}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, ''),
  );
}

describe('a CSV file', () => {
  it('has a header and a line per game', () => {
    expect(csvOf([entry(GAME)])).toEqual([
      HEADER,
      [
        '1',
        'Sonic the Hedgehog',
        'MD',
        'mastered',
        '2023-11-14T22:13:20.000Z',
        '36',
        '30',
        '36',
        '2023-11-14T22:13:21.000Z',
        'https://retroachievements.org/game/1',
      ],
    ]);
  });

  it('says the same as the rows, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (rows) => {
        const [header, ...lines] = csvOf(rows);
        expect(header).toEqual(HEADER);
        expect(lines.map(unarmed)).toEqual(
          rows.map((row) => [
            String(row.game.id),
            row.game.title,
            row.game.systemName,
            row.award ?? '',
            row.awardedAt === null ? '' : new Date(row.awardedAt).toISOString(),
            String(row.awarded),
            String(row.awardedHardcore),
            String(row.possible),
            row.lastUnlockAt === null ? '' : new Date(row.lastUnlockAt).toISOString(),
            `https://retroachievements.org/game/${row.game.id}`,
          ]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '" =1"',
    '\u00a0=1',
    '\u200b=1',
    '\n\n  @x',
    '\t',
    '=HYPERLINK("http://x","y")',
    '＝1',
    ' ＠1',
  ])('has no formula in it (%o)', (title) => {
    const [, line] = csvOf([entry({ ...GAME, title })]);
    expect(line?.[1]).toBe(`'${title}`);
  });

  it.each(['1 = 1', 'Pac-Man', 'a+b', '~Hack~ =x', "'tis"])('leaves others alone (%o)', (title) => {
    const [, line] = csvOf([entry({ ...GAME, title })]);
    expect(line?.[1]).toBe(title);
  });

  it('without games has its header', () => {
    expect(csvOf([])).toEqual([HEADER]);
  });

  it('is empty where there is no award or time', () => {
    const none = { award: null, awardedAt: null, lastUnlockAt: null } as const;
    const [, line] = csvOf([entry({ ...GAME, ...none })]);
    expect([line?.[3], line?.[4], line?.[8]]).toEqual(['', '', '']);
  });
});

describe('a JSON file', () => {
  it('has an object per game', () => {
    expect(JSON.parse(exportFile([entry(GAME)], 'json'))).toEqual([
      {
        game_id: 1,
        title: 'Sonic the Hedgehog',
        system: 'MD',
        award: 'mastered',
        awarded_at: '2023-11-14T22:13:20.000Z',
        achievements_won: 36,
        achievements_won_hardcore: 30,
        achievements_possible: 36,
        last_unlock_at: '2023-11-14T22:13:21.000Z',
        url: 'https://retroachievements.org/game/1',
      },
    ]);
  });

  it('says the same as the rows, formulas as they are', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (rows) => {
        const read: unknown = JSON.parse(exportFile(rows, 'json'));
        expect(read).toMatchObject(
          rows.map(({ game, award }) => ({ game_id: game.id, title: game.title, award })),
        );
      }),
    );
    expect(exportFile([entry({ ...GAME, title: '=1+1' })], 'json')).toContain('"=1+1"');
  });

  it.each([249, 250, 251, 1_000])('of %i games is written as one list', (count) => {
    const rows = Array.from({ length: count }, (_, index) => entry({ ...GAME, gameId: index + 1 }));
    const text = exportFile(rows, 'json');
    const read: unknown = JSON.parse(text);
    expect(text).toBe(`${JSON.stringify(read, null, 2)}\n`);
    expect(read).toHaveLength(count);
    expect(csvOf(rows)).toHaveLength(count + 1);
  });

  it('without games is an empty list', () => {
    expect(JSON.parse(exportFile([], 'json'))).toEqual([]);
  });
});
