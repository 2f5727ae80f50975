import { COUNTED_KINDS } from '#src/statistics/statistics.ts';

import type { OverTimePanel } from './content.ts';
import type { Box, Pen, Point } from './pen.ts';

const X_LABEL = 34;

/** An area for each kind of award, one on the other. */
export function drawOverTime(pen: Pen, panel: OverTimePanel, box: Box): void {
  const labels = Math.max(...panel.yTicks.map(({ label }) => pen.widthOf(label)));
  const plot = {
    x: box.x + labels + 12,
    y: box.y + 8,
    width: box.width - labels - 12,
    height: box.height - X_LABEL - 8,
  };
  const bottom = plot.y + plot.height;
  for (const { at, label } of panel.yTicks) {
    const y = bottom - at * plot.height;
    pen.line(plot.x, y, plot.x + plot.width, y);
    pen.text(label, plot.x - 12, y + 8, { align: 'right', color: 'quiet' });
  }
  drawAreas(pen, panel, plot);
  let free = box.x;
  for (const { at, label } of panel.xTicks) {
    const half = pen.widthOf(label) / 2;
    const middle = plot.x + at * plot.width;
    const x = Math.min(Math.max(middle, plot.x + half), plot.x + plot.width - half);
    if (x - half < free) continue;
    pen.text(label, x, bottom + 30, { align: 'center', color: 'quiet' });
    free = x + half + 16;
  }
}

function drawAreas(pen: Pen, { steps, top }: OverTimePanel, plot: Box): void {
  const bottom = plot.y + plot.height;
  const heights = steps.map(() => 0);
  const points = (): Point[] =>
    heights.map((height, index) => [
      plot.x + (index / (steps.length - 1)) * plot.width,
      bottom - (height / top) * plot.height,
    ]);
  for (const kind of COUNTED_KINDS) {
    if ((steps.at(-1)?.[kind] ?? 0) === 0) continue;
    const lower = points();
    for (const [index, awards] of steps.entries()) {
      heights[index] = (heights[index] ?? 0) + awards[kind];
    }
    pen.area(kind, points(), lower);
  }
}
