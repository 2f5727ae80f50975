import type { Table } from './page.ts';
import { AWARDS_A_POLL } from './scene.ts';

/** Columns of a table, named by their heads, over its first column. */
type Chart = {
  readonly title: string;
  readonly unit: Unit;
  readonly bars?: string;
  readonly line?: string;
  /** Of `400 ms (600 ms)`, the second one. */
  readonly isInBrackets?: true;
  /** Only the rows that have these cells in these columns. */
  readonly only?: Readonly<Record<string, string>>;
};
type Unit = keyof typeof UNITS;

/** What the y-axis can be in, and how much of it each unit in a table is. */
const UNITS = {
  ms: { ms: 1, s: 1_000 },
  MB: { MB: 1 },
  days: { day: 1, days: 1 },
  'interactions a second': { '': 1 },
} as const;

const ONE_AWARD = { database: 'SQLite', 'awards that are theirs': `1 of ${AWARDS_A_POLL}` };

const CHARTS: Readonly<Record<string, readonly Chart[]>> = {
  players: [
    {
      title: 'CPU time per poll, if one award is theirs (SQLite)',
      unit: 'ms',
      line: 'CPU per poll, median',
      only: ONE_AWARD,
    },
    {
      title: 'Memory, if one award per poll is theirs (SQLite)',
      unit: 'MB',
      line: 'memory',
      only: ONE_AWARD,
    },
  ],
  servers: [
    {
      title: 'CPU time from start to ready',
      unit: 'ms',
      line: 'start to ready (CPU)',
      isInBrackets: true,
    },
    { title: 'Memory', unit: 'MB', line: 'memory' },
  ],
  processes: [
    {
      title: 'Answers of all processes together',
      unit: 'interactions a second',
      bars: 'interactions a second, together',
    },
    { title: 'CPU time per interaction', unit: 'ms', bars: 'CPU per interaction' },
  ],
  upkeep: [
    {
      title: 'Time between checks, with 60 requests a minute (bars) or 120 (line)',
      unit: 'days',
      bars: 'checked every, with 60 requests a minute',
      line: 'checked every, with 120 requests a minute',
    },
  ],
};

/** Mermaid's own first color can hardly be seen on white. These can, and on black too. */
const LOOK = {
  xyChart: { height: 320 },
  themeVariables: { xyChart: { plotColorPalette: '#2f81f7, #db6d28' } },
};
/** Where a y-axis may end, times a power of ten. */
const ENDS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The charts of the measurement of that name, drawn by GitHub. @throws Error if the table has no such figures */
export function chartsOf(name: string, table: Table): readonly string[] {
  return (CHARTS[name] ?? []).map((chart) => blockOf(table, chart));
}

function blockOf([head = [], ...all]: Table, chart: Chart): string {
  const rows = all.filter((row) =>
    Object.entries(chart.only ?? {}).every(([column, text]) => row[at(head, column)] === text),
  );
  if (rows.length === 0) throw new Error(`No row for “${chart.title}”`);
  const figures = (column: string | undefined) =>
    column === undefined ? [] : rows.map((row) => figureIn(row[at(head, column)] ?? '', chart));
  const [bars, line] = [figures(chart.bars), figures(chart.line)];
  const names = rows.map(([first]) => `"${first}"`).join(', ');
  return [
    '```mermaid',
    `%%{init: ${JSON.stringify(LOOK)}}%%`,
    'xychart-beta',
    `    title "${chart.title}"`,
    `    x-axis "${head[0]}" [${names}]`,
    `    y-axis "${chart.unit}" 0 --> ${endAbove(Math.max(...bars, ...line))}`,
    ...(bars.length > 0 ? [`    bar [${bars.join(', ')}]`] : []),
    ...(line.length > 0 ? [`    line [${line.join(', ')}]`] : []),
    '```',
  ].join('\n');
}

function at(head: readonly string[], column: string): number {
  const index = head.indexOf(column);
  if (index === -1) throw new Error(`The table has no column “${column}”`);
  return index;
}

/** 1,500 for `1.5 s`, in ms */
function figureIn(cell: string, { unit, isInBrackets }: Chart): number {
  const text = isInBrackets ? /\((?<inside>.+)\)$/.exec(cell)?.groups?.['inside'] : cell;
  const parts = /^(?<number>[\d,.]+)? ?(?<unit>[a-z]*)$/i.exec(text ?? '')?.groups;
  const factor = new Map<string, number>(Object.entries(UNITS[unit])).get(parts?.['unit'] ?? '');
  if (!text || !parts || factor === undefined) throw new Error(`“${cell}” isn’t in ${unit}`);
  // “day” alone is one.
  return exact(Number((parts['number'] ?? '1').replaceAll(',', '')) * factor);
}

/** The next round number, a little above the highest. */
function endAbove(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest));
  const end = ENDS.find((factor) => factor * power >= highest * 1.05) ?? 12;
  return exact(end * power);
}

/** 0.3, not 0.30000000000000004 */
function exact(value: number): number {
  return Number(value.toPrecision(9));
}
