import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { createTranslations } from '#src/messages/languages/translate.ts';
import type { Translate } from '#src/messages/languages/translate.ts';
import { toRow } from '#src/progress/library-view.ts';
import { gameLines } from '#src/progress/messages/game-lines.ts';
import { createWrittenGames } from '#src/progress/written-games.ts';

import { entry, library } from './entries.ts';

const english = createTranslations()('en-GB');
const TURNS = 50;

/** Notes each game that is written: each has one percentage. */
function countingTexts() {
  const asked = { count: 0 };
  const percent = (number: number) => {
    asked.count += 1;
    return english.percent(number);
  };
  const translate = (...given: Parameters<Translate>) => english(...given);
  return { asked, t: Object.assign(translate, english, { percent }) };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

const many = (count: number) => library(Array.from({ length: count }, () => entry()));

describe('a game', () => {
  it('is written as a JSON string has it, on lines of its own', () => {
    const game = entry({ title: 'A "quoted" \\ title ~Hack~' });
    const text = createWrittenGames()
      .of(library([game]), english)
      .write(game);
    expect(JSON.parse(`"${text}"`)).toBe(`\n${gameLines(toRow(game), 0, english)}`);
  });

  it('is written once in each language, and again for another copy of the library', () => {
    const games = createWrittenGames();
    const whole = many(3);
    const { asked, t } = countingTexts();
    for (const one of [...whole.entries, ...whole.entries]) games.of(whole, t).write(one);
    expect(asked.count).toBe(3);
    const newer = { ...whole, fetchedAt: 5 };
    for (const one of whole.entries) games.of(newer, t).write(one);
    expect(asked.count).toBe(6);
    const other = countingTexts();
    for (const one of whole.entries) games.of(whole, other.t).write(one);
    expect(other.asked.count).toBe(3);
  });
});

it('keeps no more than some hundreds of small libraries', () => {
  const written = createWrittenGames();
  const { asked, t } = countingTexts();
  const shown = entry();
  const first = library([shown]);
  written.of(first, t).write(shown);
  for (let count = 0; count < 700; count += 1) written.of(many(1), english);
  written.of(first, t).write(shown);
  expect(asked.count).toBe(1);
  for (let count = 0; count < 900; count += 1) written.of(many(1), english);
  written.of(first, t).write(shown);
  expect(asked.count).toBe(2);
});

describe('writing ahead', () => {
  it('writes each other game once, a few a turn', async () => {
    const shown = entry();
    const whole = library([...many(499).entries, shown]);
    const { asked, t } = countingTexts();
    const games = createWrittenGames().of(whole, t);
    games.write(shown);
    games.writeAhead();
    games.writeAhead();
    expect(asked.count).toBe(1);
    await nextTurn();
    expect(asked.count).toBeLessThan(100);
    await turns();
    expect(asked.count).toBe(500);
    for (const one of whole.entries) games.write(one);
    expect(asked.count).toBe(500);
  });

  it('ends when other libraries have taken its place', async () => {
    const written = createWrittenGames();
    const { asked, t } = countingTexts();
    const shown = entry();
    const first = library([shown, ...many(15_000).entries]);
    written.of(first, t).writeAhead();
    for (const other of [many(15_000), many(15_000)]) written.of(other, english).writeAhead();
    await turns();
    expect(asked.count).toBe(0);
    written.of(first, t).write(shown);
    expect(asked.count).toBe(1);
  });

  it('leaves out a library that has more games than can be kept', async () => {
    const written = createWrittenGames();
    const { asked, t } = countingTexts();
    const shown = entry();
    const huge = library([shown, ...many(40_000).entries]);
    for (const count of [1, 2, 3]) {
      const games = written.of(huge, t);
      games.writeAhead();
      games.write(shown);
      await turns();
      expect(asked.count).toBe(count);
    }
  });

  it('leaves it to a page to say that a game can’t be written', async () => {
    const [good, bad] = [entry(), entry({ awarded: 10 })];
    const percent = (number: number) => {
      if (number === 100) throw new Error('It can’t be written');
      return english.percent(number);
    };
    const translate = (...given: Parameters<Translate>) => english(...given);
    const t = Object.assign(translate, english, { percent });
    const games = createWrittenGames().of(library([bad, good]), t);
    games.writeAhead();
    await turns();
    expect(() => games.write(bad)).toThrow('can’t be written');
    expect(games.write(good).length).toBeGreaterThan(0);
  });
});
