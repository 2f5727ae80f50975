import { COUNTED_KINDS } from '#src/statistics/statistics.ts';

import type { OverTimePanel, Tick } from './content.ts';
import type { Box, Pen, Point } from './pen.ts';
import { COLORS } from './style.ts';
import { circle } from './swatch.ts';

const X_LABEL = 34;
/** How long the final count stands: otherwise the awards of today would be a line too thin to see. */
const END = 14;
const END_MARK = 6;
/** Between labels. */
const TICK_GAP = 16;

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
  for (const { label, x } of fittingTicks(pen, panel.xTicks, plot)) {
    pen.text(label, x, bottom + 30, { align: 'center', color: 'quiet' });
  }
}

type PlacedTick = { readonly label: string; readonly x: number; readonly half: number };

/** All labels, or every second, third, and so on, so that none touches the next. */
function fittingTicks(pen: Pen, ticks: readonly Tick[], plot: Box): readonly PlacedTick[] {
  const placed = ticks.map(({ at, label }) => {
    const half = pen.widthOf(label) / 2;
    const middle = plot.x + at * (plot.width - END);
    const x = Math.min(Math.max(middle, plot.x + half), plot.x + plot.width - half);
    return { label, x, half };
  });
  for (let step = 1; step < placed.length; step += 1) {
    const shown = placed.filter((_, index) => index % step === 0);
    if (shown.every((tick, index) => isFree(tick, shown[index - 1]))) return shown;
  }
  return placed.slice(0, 1);
}

function isFree({ x, half }: PlacedTick, before: PlacedTick | undefined): boolean {
  return before === undefined || x - half >= before.x + before.half + TICK_GAP;
}

function drawAreas(pen: Pen, { steps, top }: OverTimePanel, plot: Box): void {
  const bottom = plot.y + plot.height;
  const right = plot.x + plot.width;
  const heights = steps.map(() => 0);
  const yOf = (height: number) => bottom - (height / top) * plot.height;
  const points = (): Point[] => [
    ...heights.map(
      (height, index): Point => [
        plot.x + (index / (steps.length - 1)) * (plot.width - END),
        yOf(height),
      ],
    ),
    [right, yOf(heights.at(-1) ?? 0)],
  ];
  for (const kind of COUNTED_KINDS) {
    if ((steps.at(-1)?.[kind] ?? 0) === 0) continue;
    const lower = points();
    for (const [index, awards] of steps.entries()) {
      heights[index] = (heights[index] ?? 0) + awards[kind];
    }
    pen.area(kind, points(), lower);
  }
  pen.shape(circle([right, yOf(heights.at(-1) ?? 0)], END_MARK), COLORS.text, true);
}
