import type { Canvas, CanvasPattern, SKRSContext2D } from '@napi-rs/canvas';

import type { PartKind } from './content.ts';
import { COLORS, FILLS, TEXT_SIZES } from './style.ts';
import type { TextSize } from './style.ts';

/** A place on the picture, in pixels. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type TextLook = {
  readonly size?: TextSize;
  readonly bold?: boolean;
  readonly color?: keyof typeof COLORS;
  readonly align?: 'left' | 'center' | 'right';
  /** What is wider is cut. */
  readonly width?: number;
};

const TILE = 12;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Draws text, shapes, and award patterns on a canvas. */
export type Pen = ReturnType<typeof createPen>;

/** @param families the fonts, as CSS lists them */
export function createPen(
  context: SKRSContext2D,
  families: string,
  createTile: (width: number, height: number) => Canvas,
) {
  const fills = new Map<PartKind, string | CanvasPattern>();

  function fillOf(kind: PartKind): string | CanvasPattern {
    const known = fills.get(kind);
    if (known !== undefined) return known;
    const { color, pattern } = FILLS[kind];
    const fill = pattern === 'plain' ? color : patternOf(kind);
    fills.set(kind, fill);
    return fill;
  }

  function patternOf(kind: PartKind): string | CanvasPattern {
    const { color, ink, pattern } = FILLS[kind];
    const tile = createTile(TILE, TILE);
    const on = tile.getContext('2d');
    on.fillStyle = color;
    on.fillRect(0, 0, TILE, TILE);
    on.fillStyle = ink;
    on.strokeStyle = ink;
    on.lineWidth = TILE * 0.36;
    on.beginPath();
    if (pattern === 'dots') on.arc(TILE / 2, TILE / 2, TILE / 4, 0, 2 * Math.PI);
    for (const shift of pattern === 'dots' ? [] : [-TILE, 0, TILE]) {
      const [left, right] = pattern === 'rising' ? [2 * TILE, -TILE] : [-TILE, 2 * TILE];
      on.moveTo(shift - TILE, left);
      on.lineTo(shift + 2 * TILE, right);
    }
    if (pattern === 'dots') on.fill();
    else on.stroke();
    return context.createPattern(tile, 'repeat') ?? color;
  }

  function use({ size = 'label', bold = false }: TextLook): void {
    context.font = `${bold ? 650 : 400} ${TEXT_SIZES[size]}px ${families}`;
  }

  function widthOf(text: string, look: TextLook = {}): number {
    use(look);
    return context.measureText(text).width;
  }

  /** Cut between visible characters. */
  function fitting(text: string, width: number, look: TextLook): string {
    if (widthOf(text, look) <= width) return text;
    const parts = Array.from(graphemes.segment(text), ({ segment }) => segment);
    let [fits, tooMany] = [0, parts.length];
    const cut = (count: number) => `${parts.slice(0, count).join('').trimEnd()}…`;
    while (tooMany - fits > 1) {
      const middle = Math.floor((fits + tooMany) / 2);
      if (widthOf(cut(middle), look) <= width) fits = middle;
      else tooMany = middle;
    }
    return cut(fits);
  }

  return {
    widthOf,
    /** @param y of the baseline. @returns how wide it was drawn */
    text(text: string, x: number, y: number, look: TextLook = {}): number {
      const shown = look.width === undefined ? text : fitting(text, look.width, look);
      use(look);
      context.fillStyle = COLORS[look.color ?? 'text'];
      context.textAlign = look.align ?? 'left';
      context.fillText(shown, x, y);
      return context.measureText(shown).width;
    },
    panel({ x, y, width, height }: Box): void {
      context.fillStyle = COLORS.panel;
      context.beginPath();
      context.roundRect(x, y, width, height, 16);
      context.fill();
    },
    line(fromX: number, fromY: number, toX: number, toY: number): void {
      context.strokeStyle = COLORS.grid;
      context.lineWidth = 2;
      context.beginPath();
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
      context.stroke();
    },
    /** A part of a bar. */
    bar(kind: PartKind, { x, y, width, height }: Box): void {
      context.fillStyle = fillOf(kind);
      context.fillRect(x, y, width, height);
    },
    /** A rounded clip for what `draw` draws. */
    within({ x, y, width, height }: Box, radius: number, draw: () => void): void {
      context.save();
      context.beginPath();
      context.roundRect(x, y, width, height, radius);
      context.clip();
      draw();
      context.restore();
    },
    /** An area between two lines, which have a point for each of the same places. */
    area(kind: PartKind, upper: readonly Point[], lower: readonly Point[]): void {
      context.beginPath();
      for (const [x, y] of upper) context.lineTo(x, y);
      for (const [x, y] of lower.toReversed()) context.lineTo(x, y);
      context.closePath();
      context.fillStyle = fillOf(kind);
      context.fill();
      context.beginPath();
      for (const [x, y] of upper) context.lineTo(x, y);
      context.strokeStyle = COLORS.panel;
      context.lineWidth = 2;
      context.stroke();
    },
    /** A closed shape, filled or as an outline. */
    shape(points: readonly Point[], color: string, isFilled: boolean): void {
      context.beginPath();
      for (const [x, y] of points) context.lineTo(x, y);
      context.closePath();
      context.fillStyle = color;
      context.strokeStyle = color;
      context.lineWidth = 3;
      context.lineJoin = 'round';
      if (isFilled) context.fill();
      else context.stroke();
    },
  };
}

export type Point = readonly [x: number, y: number];
