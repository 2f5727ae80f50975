import { describe, expect, it } from 'vitest';

import { createExportQueue } from '#src/progress/export-queue.ts';
import type { WriteExport } from '#src/progress/export-queue.ts';
import type { LibraryEntry } from '#src/progress/library.ts';
import { GAMES_PER_SLICE, writeExport } from '#src/progress/write-export.ts';
import { createFakeClock } from '#test/support/fake-clock.ts';

import { entry } from './entries.ts';

const GAMES = 8_000;
const SLICES = GAMES / GAMES_PER_SLICE;

const libraryOf = (games: number): readonly LibraryEntry[] =>
  Array.from({ length: games }, (_, index) => entry({ gameId: index + 1, title: `Game ${index}` }));

/** Counts what is written in one turn, and how many turns are left to others. */
function start() {
  let turns = 0;
  let partsInTurn = 0;
  let mostInTurn = 0;
  let writes = 0;
  const counted: WriteExport = function* write(entries, format) {
    writes += 1;
    for (const part of writeExport(entries, format)) {
      partsInTurn += 1;
      mostInTurn = Math.max(mostInTurn, partsInTurn);
      yield part;
    }
  };
  const exports = createExportQueue({
    clock: createFakeClock(),
    load: async () => counted,
    async nextTurn() {
      turns += 1;
      partsInTurn = 0;
    },
  });
  return { exports, turns: () => turns, mostInTurn: () => mostInTurn, writes: () => writes };
}

describe('thirty people who export', () => {
  it('the same library at the same time get one file', async () => {
    const { exports, writes, turns } = start();
    const entries = libraryOf(GAMES);
    const files = await Promise.all(Array.from({ length: 30 }, () => exports.file(entries, 'csv')));
    expect(writes()).toBe(1);
    expect(new Set(files).size).toBe(1);
    // The header, and a turn for others after each slice.
    expect(turns()).toBe(1 + SLICES);
    expect(Buffer.from(files[0] ?? []).toString()).toBe([...writeExport(entries, 'csv')].join(''));
  });

  it('different libraries at the same time get one slice per turn', async () => {
    const { exports, writes, turns, mostInTurn } = start();
    const libraries = Array.from({ length: 30 }, () => libraryOf(1_000));
    const files = await Promise.all(libraries.map((entries) => exports.file(entries, 'json')));
    expect(writes()).toBe(30);
    expect(mostInTurn()).toBe(1);
    expect(turns()).toBe(30 * (2 + 1_000 / GAMES_PER_SLICE));
    expect(new Set(files).size).toBe(30);
  });
});

it('a file is written in slices, with room for other work in between', async () => {
  const exports = createExportQueue({ clock: createFakeClock() });
  let turns = 0;
  let isDone = false;
  const work = exports.file(libraryOf(GAMES), 'csv').finally(() => {
    isDone = true;
  });
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  expect(turns).toBeGreaterThan(SLICES);
});

it('each format gets its own file', async () => {
  const { exports } = start();
  const entries = libraryOf(3);
  const [csv, json] = await Promise.all([
    exports.file(entries, 'csv'),
    exports.file(entries, 'json'),
  ]);
  expect(Buffer.from(csv).toString()).toContain('game_id,title');
  expect(JSON.parse(Buffer.from(json).toString())).toHaveLength(3);
});

it('a file is written again for whoever asks later', async () => {
  const { exports, writes } = start();
  const entries = libraryOf(3);
  await exports.file(entries, 'csv');
  await exports.file(entries, 'csv');
  expect(writes()).toBe(2);
});

it('a failing file holds up nobody', async () => {
  let loads = 0;
  const exports = createExportQueue({
    clock: createFakeClock(),
    async load() {
      loads += 1;
      if (loads === 1) throw new Error('not there');
      return writeExport;
    },
  });
  const entries = libraryOf(3);
  const first = exports.file(entries, 'csv');
  const second = exports.file(libraryOf(2), 'csv');
  await expect(first).rejects.toThrow('not there');
  expect((await second).length).toBeGreaterThan(0);
  expect((await exports.file(entries, 'csv')).length).toBeGreaterThan(0);
});

it('two files are sent at a time, and the others wait', async () => {
  const clock = createFakeClock();
  const exports = createExportQueue({ clock });
  let sending = 0;
  const send = () => exports.turnToSend().then(() => (sending += 1));
  await Promise.race([Promise.all([send(), send(), send()]), clock.advance(0)]);
  expect(sending).toBe(2);
});
