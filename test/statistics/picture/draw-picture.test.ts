import { createCanvas, loadImage } from '@napi-rs/canvas';
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
      const details = content.milestones.rows.map(({ nth, when }) => `${when} · ${nth}`);
      const known = [...allTextsIn(content), ...details].map(drawable);
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

  it('has no text size under 22 pixels', () => {
    expect(Math.min(...Object.values(TEXT_SIZES))).toBe(22);
  });
});

/** Colors of a drawn picture: where, counted from its top left. */
async function pixelsOf(content: PictureContent) {
  const image = await loadImage(Buffer.from(drawPicture(content)));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return (x: number, y: number) => Array.from(context.getImageData(x, y, 1, 1).data.subarray(0, 3));
}

describe('awards over time', () => {
  it('show the final count, however long nothing has happened', async () => {
    const old = Array.from({ length: 4 }, (_, index) =>
      entry({ gameId: index + 1, award: 'mastered', awardedAt: NOW - 10 * YEAR_MS }),
    );
    const today = Array.from({ length: 4 }, (_, index) =>
      entry({ gameId: index + 9, award: 'mastered', awardedAt: NOW - index }),
    );
    const colorAt = await pixelsOf(await contentOf([...old, ...today]));
    // The panel's plot ends 20 pixels before its right edge, in the middle of the picture.
    const [right, columns] = [470, Array.from({ length: 10 }, (_, index) => index + 1)];
    const GOLD = [255, 215, 0];
    const rows = Array.from({ length: 230 }, (_, index) => 200 + index);
    const goldAt = (x: number) => rows.filter((y) => isSame(colorAt(x, y), GOLD)).length;
    const before = goldAt(right - 60);
    expect(before).toBeGreaterThan(50);
    for (const column of columns) expect(goldAt(right - column)).toBeGreaterThan(1.7 * before);
  });

  it.each(['en', 'ja', 'de'])('have evenly spaced years below them in %s', async (language) => {
    const content = await contentOf(games(300, 5.2), 'MaxMilyin', language);
    const years = content.overTime.xTicks.map(({ label }) => label);
    expect(years.length).toBeGreaterThan(3);
    const drawn = new Set(drawnTexts(content).texts.map(({ text }) => text));
    const shown = years.flatMap((label, index) => (drawn.has(label) ? [index] : []));
    expect(shown.length).toBeGreaterThan(1);
    const gaps = shown.slice(1).map((index, place) => index - (shown[place] ?? 0));
    expect(new Set(gaps).size).toBe(1);
  });
});

const isSame = (one: readonly number[], other: readonly number[]) =>
  one.every((part, index) => part === other[index]);

describe('milestones', () => {
  it.each(Object.keys(LANGUAGES))('are never cut in %s', async (language) => {
    const entries = Array.from({ length: 1_000 }, (_, index) =>
      entry({
        gameId: index + 1,
        award: 'beaten-softcore',
        awardedAt: Date.UTC(2025, 8, 1) + index * 1_000,
      }),
    );
    const content = await contentOf(entries, 'MaxMilyin', language);
    const { texts } = drawnTexts(content);
    const drawn = texts.map(({ text }) => text).join('|');
    const shown = content.milestones.rows.filter(({ nth }) => drawn.includes(nth));
    expect(shown.length).toBeGreaterThanOrEqual(3);
    expect(shown).toEqual(content.milestones.rows.slice(0, shown.length));
    for (const { when } of shown) expect(drawn).toContain(when);
    expect(drawn).not.toContain('…');
  });
});

describe('systems', () => {
  it('get their numbers if no font has their names', async () => {
    const names = ['세가 새턴', 'เครื่องเกม', 'Mega 드라이브', '任天堂'];
    const entries = names.map((systemName, index) =>
      entry({ gameId: index + 1, systemId: 9_001 + index, systemName }),
    );
    const drawn = drawnTexts(await contentOf(entries)).texts.map(({ text }) => text);
    expect(drawn).toEqual(
      expect.arrayContaining(['System 9001', 'System 9002', 'System 9003', '任天堂']),
    );
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
