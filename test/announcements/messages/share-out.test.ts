import { describe, expect, it } from 'vitest';

import { fitting, shareOut } from '#src/announcements/messages/share-out.ts';
import type { Part } from '#src/announcements/messages/share-out.ts';
import { fc } from '#test/support/fast-check.ts';

const shared = (parts: readonly Part[], budget: number) =>
  shareOut(parts, {
    budget,
    moreLines: (count) => `+${count}`,
    moreParts: (count) => `++${count}`,
  });

const part = (head: string, lineCount: number): Part => ({
  head,
  counts: ` (${lineCount})`,
  lines: Array.from({ length: lineCount }, (_, index) => `${head}${index + 1}`),
});

describe('a text shared out among parts', () => {
  it('is complete if there is room, and has counts if a part has several lines', () => {
    expect(shared([part('a', 2), part('b', 1)], 100)).toEqual({
      text: 'a (2)\na1\na2\n\nb\nb1',
      isForAll: true,
    });
  });

  it('has a heading for each part before any line', () => {
    expect(shared([part('a', 9), part('b', 9), part('c', 9)], 21)).toEqual({
      text: 'a (9)\n\nb (9)\n\nc (9)',
      isForAll: false,
    });
  });

  it('gives large parts more lines only once small ones are complete', () => {
    expect(shared([part('a', 5), part('b', 2)], 32)).toEqual({
      text: 'a (5)\na1\na2\na3\n+2\n\nb (2)\nb1\nb2',
      isForAll: true,
    });
  });

  it('says how many parts are left out', () => {
    expect(shared([part('a', 1), part('b', 1), part('c', 1)], 20)).toEqual({
      text: 'a\na1\n\nb\nb1\n\n++1',
      isForAll: false,
    });
  });

  it('is empty without parts', () => {
    expect(shared([], 100)).toEqual({ text: '', isForAll: true });
  });

  it('fits, mentions everything once, and wastes no room', () => {
    const anyPart = fc
      .record({ head: fc.stringMatching(/^[a-z]{1,9}$/), size: fc.nat(30) })
      .map(({ head, size }) => part(head, size));
    fc.assert(
      fc.property(
        fc.array(anyPart, { maxLength: 12 }),
        fc.integer({ min: 20, max: 400 }),
        (parts, budget) => {
          const { text, isForAll } = shared(parts, budget);
          expect(text.length).toBeLessThanOrEqual(budget);
          const blocks = text === '' ? [] : text.split('\n\n');
          const left = Number(/^\+\+(\d+)$/.exec(blocks.at(-1) ?? '')?.[1] ?? 0);
          expect((left > 0 ? blocks.slice(0, -1) : blocks).length + left).toBe(parts.length);
          const lines = text.split('\n').filter((line) => /^[a-z]+\d+$/.test(line)).length;
          const all = parts.reduce((sum, one) => sum + one.lines.length, 0);
          const isWhole = left === 0 && lines === all;
          const shown = blocks.filter((block) => block.includes('\n')).length;
          const wanted = parts.filter((one) => one.lines.length > 0).length;
          expect(isForAll).toBe(left === 0 && shown === wanted);
          // The longest line has eleven characters, and one more to stand on its own.
          const unused = isWhole || left > 0 ? 0 : budget - text.length;
          expect(unused).toBeLessThan(12 + '\n+30'.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

const fitted = (pieces: readonly string[], budget: number) =>
  fitting(pieces, { budget, between: ', ', more: (count) => `+${count}` });

describe('running text', () => {
  it.each([
    ['has all pieces where they fit', 10, 'aa, bb, cc'],
    ['says how many are left out', 9, 'aa, bb\n+1'],
    ['leaves room to say so', 8, 'aa\n+2'],
    ['is empty where no piece fits', 4, ''],
  ])('%s', (_, budget, text) => {
    expect(fitted(['aa', 'bb', 'cc'], budget)).toBe(text);
  });

  it('is empty without pieces', () => {
    expect(fitted([], 9)).toBe('');
  });

  it('fits, and has the first pieces in order', () => {
    const anyPieces = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { maxLength: 30 });
    fc.assert(
      fc.property(anyPieces, fc.nat(200), (pieces, budget) => {
        const [shown = '', more] = fitted(pieces, budget).split('\n');
        const count = shown === '' ? 0 : shown.split(', ').length;
        expect(fitted(pieces, budget).length).toBeLessThanOrEqual(budget);
        expect(shown).toBe(pieces.slice(0, count).join(', '));
        const left = count === 0 ? 0 : pieces.length - count;
        expect(more).toBe(left === 0 ? undefined : `+${left}`);
      }),
      { numRuns: 1_000 },
    );
  });
});
