import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';

import { LANGUAGES } from '#src/messages/languages/languages.ts';
import type { LibraryEntry } from '#src/progress/library.ts';
import { SYSTEMS } from '#src/retroachievements/system.ts';
import type { PictureContent } from '#src/statistics/picture/content.ts';
import { drawPicture } from '#src/statistics/picture/draw-picture.ts';
import { drawable, drawableName } from '#src/statistics/picture/fonts.ts';
import { TEXT_SIZES } from '#src/statistics/picture/style.ts';
import { entry, EVERY_AWARD } from '#test/progress/entries.ts';

import { contentOf, NOW } from './contents.ts';

const YEAR_MS = 365 * 24 * 60 * 60_000;
const TITLES = [
  'Super Mario World',
  'ファイナルファンタジーVI',
  'مغامرات سونيك',
  '한국어 게임',
  '🏆🎮',
  'Ŵ'.repeat(90),
];

/** Awards of every kind on every system, over so many years. */
function games(count: number, years: number): LibraryEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const system = SYSTEMS[index % 40] ?? { id: 1, name: '' };
    const award = EVERY_AWARD[index % EVERY_AWARD.length] ?? null;
    return entry({
      gameId: index + 1,
      title: `${TITLES[index % TITLES.length]}`,
      systemId: system.id,
      systemName: system.name,
      award,
      awardedAt: award && NOW - Math.floor((((index * 7919) % count) / count) * years * YEAR_MS),
    });
  });
}

/** What was drawn as text, and how. */
type Drawn = {
  readonly text: string;
  readonly font: string;
  readonly x: number;
  readonly align: string;
  readonly width: number;
};

function drawnTexts(content: PictureContent): {
  readonly texts: readonly Drawn[];
  readonly png: Buffer;
} {
  const texts: Drawn[] = [];
  const png = drawPicture(content, (width, height) => {
    const canvas = createCanvas(width, height);
    const context = canvas.getContext('2d');
    const fillText = context.fillText.bind(context);
    context.fillText = (text, x, y) => {
      const { font, textAlign: align } = context;
      texts.push({ text, font, x, align, width: context.measureText(text).width });
      fillText(text, x, y);
    };
    canvas.getContext = () => context;
    return canvas;
  });
  return { texts, png: Buffer.from(png) };
}

function allTextsIn(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (typeof content !== 'object' || content === null) return [];
  return Object.values(content).flatMap(allTextsIn);
}

const PICTURES: readonly (readonly [string, LibraryEntry[]])[] = [
  ['no game at all', []],
  ['one game', games(1, 0.1)],
  ['games without awards', [entry({ award: null }), entry({ award: null })]],
  ['an award without a date', [entry({ award: 'mastered', awardedAt: null })]],
  ['an award of today', [entry({ award: 'mastered', awardedAt: NOW })]],
  ['an award that is newer than this version', [entry({ award: { word: 'new' }, awardedAt: NOW })]],
  ['twenty years', games(300, 20)],
  ['10,000 games', games(10_000, 12)],
  [
    'systems with long names',
    Array.from({ length: 9 }, (_, index) =>
      entry({
        systemId: 5_000 + index,
        systemName: `コンピューター・システム ${'long '.repeat(30)}`,
      }),
    ),
  ],
];

describe('a picture', () => {
  it.each(PICTURES)('of %s is 1,000 pixels wide and takes at most 300 KB', async (_, entries) => {
    const { png } = drawnTexts(await contentOf(entries));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(1_000);
    expect(png.length).toBeLessThanOrEqual(300_000);
  });

  it.each(PICTURES)(
    'of %s has no text under 22 pixels, none beside it, and none of its own',
    async (_, entries) => {
      const content = await contentOf(entries, 'MaxMilyin'.repeat(20));
      const { texts } = drawnTexts(content);
      const known = allTextsIn(content).map(drawable);
      expect(texts.length).toBeGreaterThan(6);
      for (const { text, font, x, align, width } of texts) {
        expect(Number(/(\d+)px/.exec(font)?.[1])).toBeGreaterThanOrEqual(22);
        const left = align === 'right' ? x - width : align === 'center' ? x - width / 2 : x;
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left + width).toBeLessThanOrEqual(1_000);
        const whole = text.endsWith('…') ? text.slice(0, -1).trimEnd() : text;
        expect(known.some((one) => one.startsWith(whole))).toBe(true);
      }
    },
  );

  it.each(Object.keys(LANGUAGES))(
    'in %s has all its texts, with nothing left out',
    async (language) => {
      const content = await contentOf(games(300, 3), 'MaxMilyin', language);
      const own = allTextsIn(content).filter(
        (text) => !TITLES.some((title) => text.startsWith(title.slice(0, 5))),
      );
      expect(own.map(drawable)).toEqual(own);
      const { texts } = drawnTexts(content);
      for (const { x, width } of texts.filter(({ align }) => align === 'left')) {
        expect(x + width).toBeLessThanOrEqual(1_000);
      }
      for (const { title } of [
        content.overTime,
        content.systems,
        content.year,
        content.milestones,
      ]) {
        expect(texts.map(({ text }) => text)).toContain(title);
      }
      for (const { label } of content.legend)
        expect(texts.map(({ text }) => text)).toContain(label);
    },
  );

  it('has no size of text under 22 pixels', () => {
    expect(Math.min(...Object.values(TEXT_SIZES))).toBe(22);
  });
});

describe('a name in the picture', () => {
  it.each([
    ['Pokémon Crystal', 'Pokémon Crystal'],
    ['真・女神転生', '真・女神転生'],
    ['Тетрис', 'Тетрис'],
    ['مغامرات سونيك', 'مغامرات سونيك'],
    ['Celeste 🏆', 'Celeste 🏆'],
    ['한국어 게임', null],
    ['Mario ไทย', null],
    ['', null],
    ['\u{F0000}', null],
    ['Box \u{F0000} Man', 'Box Man'],
  ])('%j is drawn as %j', (name, drawn) => {
    expect(drawableName(name)).toBe(drawn);
  });
});
