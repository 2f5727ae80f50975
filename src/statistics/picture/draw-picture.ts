import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '@napi-rs/canvas';

import type { LegendItem, PictureContent } from './content.ts';
import { drawable, familiesFor } from './fonts.ts';
import { drawOverTime } from './over-time.ts';
import { drawMilestones, drawSystems, drawYear } from './panels.ts';
import { createPen } from './pen.ts';
import type { Box, Pen } from './pen.ts';
import { COLORS, GAP, MARGIN, PADDING, WIDTH } from './style.ts';
import { drawSwatch } from './swatch.ts';

const HEADER = 92;
const LEGEND_ROW = 46;
const SWATCH = 30;
const PANEL_HEIGHT = 314;
const TITLE_HEIGHT = 60;

type Panel<P> = P & { readonly title: string; readonly note: string | null };

/** Draws statistics as a PNG. @param create makes a canvas */
export function drawPicture(
  content: PictureContent,
  create: (width: number, height: number) => Canvas = createCanvas,
): Uint8Array {
  const families = familiesFor(textsOf(content));
  const legendRows = rowsOf(
    content.legend,
    createPen(create(1, 1).getContext('2d'), families, create),
  );
  const panelsY = HEADER + legendRows.length * LEGEND_ROW + 14;
  const height = panelsY + 2 * PANEL_HEIGHT + GAP + MARGIN;
  const canvas = create(WIDTH, height);
  const context = canvas.getContext('2d');
  context.fillStyle = COLORS.page;
  context.fillRect(0, 0, WIDTH, height);
  const pen = createPen(context, families, create);
  drawHeader(pen, content);
  drawLegend(pen, legendRows);

  const width = (WIDTH - 2 * MARGIN - GAP) / 2;
  const place = (column: number, row: number): Box => ({
    x: MARGIN + column * (width + GAP),
    y: panelsY + row * (PANEL_HEIGHT + GAP),
    width,
    height: PANEL_HEIGHT,
  });
  drawPanel(pen, content.overTime, place(0, 0), drawOverTime);
  drawPanel(pen, content.systems, place(1, 0), drawSystems);
  drawPanel(pen, content.year, place(0, 1), drawYear);
  drawPanel(pen, content.milestones, place(1, 1), drawMilestones);
  return canvas.toBuffer('image/png');
}

function textsOf(content: unknown): string[] {
  if (typeof content === 'string') return [content];
  if (typeof content !== 'object' || content === null) return [];
  return ['…–', ...Object.values(content).flatMap(textsOf)];
}

function drawHeader(pen: Pen, { player, subtitle }: PictureContent): void {
  const right = { align: 'right', size: 'heading', color: 'quiet' } as const;
  const room = WIDTH - 2 * MARGIN - pen.text(subtitle, WIDTH - MARGIN, 64, right) - GAP;
  pen.text(drawable(player) || '–', MARGIN, 66, { size: 'player', bold: true, width: room });
}

const COUNT = { size: 'count', bold: true } as const;
const LABEL = { color: 'quiet' } as const;

type Placed = LegendItem & { readonly x: number };

/** As many in a row as fit. */
function rowsOf(items: readonly LegendItem[], pen: Pen): Placed[][] {
  const rows: Placed[][] = [];
  let x = Infinity;
  for (const item of items) {
    const width = SWATCH + 10 + pen.widthOf(item.count, COUNT) + 8 + pen.widthOf(item.label, LABEL);
    if (x + width > WIDTH - MARGIN) {
      rows.push([]);
      x = MARGIN;
    }
    rows.at(-1)?.push({ ...item, x });
    x += width + 34;
  }
  return rows;
}

function drawLegend(pen: Pen, rows: readonly (readonly Placed[])[]): void {
  for (const [index, row] of rows.entries()) {
    const y = HEADER + index * LEGEND_ROW;
    for (const { kind, count, label, x } of row) {
      drawSwatch(pen, kind, x, y + 5, SWATCH);
      const countX = x + SWATCH + 10;
      const width = pen.text(count, countX, y + 30, COUNT);
      pen.text(label, countX + width + 8, y + 29, LABEL);
    }
  }
}

function drawPanel<P>(
  pen: Pen,
  panel: Panel<P>,
  box: Box,
  draw: (pen: Pen, panel: Panel<P>, inside: Box) => void,
): void {
  pen.panel(box);
  const x = box.x + PADDING;
  const width = box.width - 2 * PADDING;
  pen.text(panel.title, x, box.y + 40, { size: 'heading', bold: true, width });
  const inside = {
    x,
    y: box.y + TITLE_HEIGHT,
    width,
    height: box.height - TITLE_HEIGHT - PADDING + 6,
  };
  if (panel.note === null) draw(pen, panel, inside);
  else {
    const look = { align: 'center', color: 'quiet', width } as const;
    pen.text(panel.note, x + width / 2, inside.y + inside.height / 2, look);
  }
}
