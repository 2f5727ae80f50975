import { COUNTED_KINDS, totalOf } from '#src/statistics/statistics.ts';
import type { AwardCounts } from '#src/statistics/statistics.ts';

import type { MilestonesPanel, SystemsPanel, YearPanel } from './content.ts';
import { drawableName } from './fonts.ts';
import type { Box, Pen } from './pen.ts';
import { GAP } from './style.ts';
import { drawSwatch } from './swatch.ts';

const SYSTEM_ROW = 34;
const SYSTEM_LABEL = 136;
const BAR_HEIGHT = 22;
const MONTH_LABEL = 34;
const MONTHS = 12;
const MILESTONE_ROW = 61;
const DETAIL_LINE = 25;
/** Of a row, below its text. */
const ROW_GAP = 18;
const SWATCH = 34;

/** A bar for each system: its awards, then the games without one. */
export function drawSystems(pen: Pen, { rows, more }: SystemsPanel, box: Box): void {
  const countWidth = Math.max(...rows.map(({ count }) => pen.widthOf(count)));
  const labels = rows.map(({ label, otherLabel }) => drawableName(label) ?? otherLabel);
  const labelWidth = Math.min(SYSTEM_LABEL, Math.max(...labels.map((one) => pen.widthOf(one))));
  const left = box.x + labelWidth + 14;
  const room = box.width - labelWidth - 14 - countWidth - 12;
  const most = Math.max(...rows.map(({ games }) => games));
  for (const [index, { count, games, awards }] of rows.entries()) {
    const y = box.y + index * SYSTEM_ROW;
    const width = Math.max(4, (games / most) * room);
    pen.text(labels[index] ?? '', box.x, y + 20, { color: 'quiet', width: labelWidth });
    const bar = { x: left, y, width, height: BAR_HEIGHT };
    pen.within(bar, 5, () => {
      pen.bar('none', bar);
      let x = left;
      for (const kind of COUNTED_KINDS) {
        const part = (awards[kind] / games) * width;
        pen.bar(kind, { ...bar, x, width: part });
        x += part;
      }
    });
    pen.text(count, left + width + 12, y + 20);
  }
  if (more === null) return;
  pen.text(more, box.x, box.y + rows.length * SYSTEM_ROW + 20, {
    color: 'quiet',
    width: box.width,
  });
}

/** A column for each month. */
export function drawYear(pen: Pen, { months }: YearPanel, box: Box): void {
  const pitch = box.width / MONTHS;
  const bottom = box.y + box.height - MONTH_LABEL;
  const most = Math.max(1, ...months.map(({ awards }) => totalOf(awards)));
  const room = bottom - box.y - 30;
  const hasRoom = months.every(({ count }) => pen.widthOf(count) <= pitch);
  for (const [index, { label, count, awards }] of months.entries()) {
    const center = box.x + (index + 0.5) * pitch;
    const height = (totalOf(awards) / most) * room;
    drawColumn(pen, awards, {
      x: center - pitch * 0.36,
      y: bottom - height,
      width: pitch * 0.72,
      height,
    });
    const isMost = totalOf(awards) === most;
    if (isMost || hasRoom) {
      pen.text(count, center, bottom - height - 8, { align: 'center', bold: isMost });
    }
    pen.text(label, center, bottom + 27, { align: 'center', color: 'quiet' });
  }
  pen.line(box.x, bottom, box.x + box.width, bottom);
}

function drawColumn(pen: Pen, awards: AwardCounts, column: Box): void {
  const total = totalOf(awards);
  if (total === 0) return;
  pen.within(column, Math.min(5, column.height / 2), () => {
    let { y } = column;
    for (const kind of COUNTED_KINDS.toReversed()) {
      const height = (awards[kind] / total) * column.height;
      pen.bar(kind, { ...column, y, height });
      y += height;
    }
  });
}

/** The newest ones that there is room for: two lines each, three where the date needs its own. */
export function drawMilestones(pen: Pen, { rows }: MilestonesPanel, box: Box): void {
  const left = box.x + SWATCH + GAP - 4;
  const width = box.width - SWATCH - GAP + 4;
  let { y } = box;
  for (const { kind, name, otherName, nth, when } of rows) {
    const inOne = when === null ? nth : `${when} · ${nth}`;
    const details = when === null || pen.widthOf(inOne) <= width ? [inOne] : [nth, when];
    const height = MILESTONE_ROW + (details.length - 1) * DETAIL_LINE;
    if (y + height > box.y + box.height + ROW_GAP) return;
    drawSwatch(pen, kind, box.x, y + 8, SWATCH);
    pen.text(drawableName(name) ?? otherName, left, y + 19, { bold: true, width });
    for (const [index, detail] of details.entries()) {
      pen.text(detail, left, y + 46 + index * DETAIL_LINE, { color: 'quiet', width });
    }
    y += height;
  }
}
