import type { PartKind } from './content.ts';
import type { Pen, Point } from './pen.ts';

const INK = '#161616';
const POINTS_OF_STAR = 5;
const POINTS_OF_CIRCLE = 32;

/**
 * A square with an award's pattern and its shape: a star for a whole set, a circle for a beaten game. Hardcore is
 * filled, casual an outline.
 * @param x of its left edge, as y of its upper one
 */
export function drawSwatch(pen: Pen, kind: PartKind, x: number, y: number, size: number): void {
  const box = { x, y, width: size, height: size };
  pen.within(box, size / 4, () => pen.bar(kind, box));
  const center: Point = [x + size / 2, y + size / 2];
  switch (kind) {
    case 'mastered':
      return pen.shape(star(center, size * 0.4), INK, true);
    case 'completed':
      pen.shape(star(center, size * 0.44), INK, true);
      return pen.shape(star(center, size * 0.24), '#e0a010', true);
    case 'beaten-hardcore':
      return pen.shape(circle(center, size * 0.27), INK, true);
    case 'beaten-softcore':
      pen.shape(circle(center, size * 0.34), INK, true);
      return pen.shape(circle(center, size * 0.18), '#9f9fa9', true);
    case 'other':
      return pen.shape(circle(center, size * 0.2, 4), INK, true);
    case 'none':
      return undefined;
  }
}

function star(center: Point, radius: number): Point[] {
  return Array.from({ length: 2 * POINTS_OF_STAR }, (_, index) =>
    around(center, index % 2 === 0 ? radius : radius * 0.45, index / (2 * POINTS_OF_STAR)),
  );
}

/** The corners of a circle, or of a regular shape with so many points. */
export function circle(center: Point, radius: number, points = POINTS_OF_CIRCLE): Point[] {
  return Array.from({ length: points }, (_, index) => around(center, radius, index / points));
}

/** @param turn 0–1, clockwise from the top */
function around([x, y]: Point, radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
}
