import { availableParallelism, cpus } from 'node:os';

import type { Compared, Rival } from './measure.ts';

/** A line of the table: a measurement and its goal. */
export type Line = {
  readonly what: string;
  /** For example `≤ 1.25 ×`. */
  readonly goal: string;
  readonly measured: string;
  readonly isReached: boolean;
  /** The same against the bare bot; left out if it wasn't measured. */
  readonly bare?: string;
};

/** At most, or at least, this many times the floor's number, and the bare bot's. */
export type Goals = { readonly floor: number; readonly bare?: number | undefined };

/** Ratios that should be at most the goals. @param unit writes the absolute numbers behind them. */
export function atMost(
  what: string,
  compared: Compared,
  goals: Goals,
  unit: (value: number) => string,
): Line {
  return ratioLine(what, compared, { sign: '≤', goals, unit });
}

/** Ratios that should be at least the goals. */
export function atLeast(
  what: string,
  compared: Compared,
  goals: Goals,
  unit: (value: number) => string,
): Line {
  return ratioLine(what, compared, { sign: '≥', goals, unit });
}

function ratioLine(
  what: string,
  { bot, floor, bare }: Compared,
  how: {
    readonly sign: '≤' | '≥';
    readonly goals: Goals;
    readonly unit: (value: number) => string;
  },
): Line {
  const { sign, goals, unit } = how;
  const text = ({ ratio, value }: Rival) =>
    `${ratio.toFixed(2)} × (${unit(bot)} against ${unit(value)})`;
  const judge = ({ ratio }: Rival, goal: number) => ({
    goal: `${sign} ${goal.toFixed(2)} ×`,
    isReached: sign === '≤' ? ratio <= goal : ratio >= goal,
  });
  const line = { what, measured: text(floor), ...judge(floor, goals.floor) };
  if (bare === null) return line;
  if (goals.bare === undefined) return { ...line, bare: text(bare) };
  const { goal, isReached } = judge(bare, goals.bare);
  return { ...line, bare: `${text(bare)}, ${goal}: ${mark(isReached)}` };
}

/** The absolute times behind a ratio. */
export function inMs(ms: number): string {
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

function mark(isReached: boolean): string {
  return isReached ? 'ok' : '**missed**';
}

/** A Markdown table, ready for the README. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ what, goal, measured, isReached, bare = '–' }) =>
      `| ${what} | ${goal} | ${measured} | ${mark(isReached)} | ${bare} |`,
  );
  return [
    '| what | goal | measured | | against the bare bot |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** What it was measured on. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `Node ${process.versions.node}, ${availableParallelism()} cores (${model}), ${process.platform}.`;
}
