import { availableParallelism, cpus } from 'node:os';

/** A line of the table: what was measured, against what was promised. */
export type Line = {
  readonly what: string;
  /** For example `≤ 1.25 ×`. */
  readonly goal: string;
  readonly measured: string;
  readonly isReached: boolean;
};

/** A ratio to the floor that should be at most `goal`. @param detail the absolute numbers behind it. */
export function atMost(what: string, ratio: number, goal: number, detail: string): Line {
  return {
    what,
    goal: `≤ ${goal.toFixed(2)} ×`,
    measured: `${ratio.toFixed(2)} × (${detail})`,
    isReached: ratio <= goal,
  };
}

/** A ratio to the floor that should be at least `goal`. */
export function atLeast(what: string, ratio: number, goal: number, detail: string): Line {
  return {
    ...atMost(what, ratio, goal, detail),
    goal: `≥ ${goal.toFixed(2)} ×`,
    isReached: ratio >= goal,
  };
}

/** The absolute times behind a ratio. */
export function inMs({ bot, floor }: { readonly bot: number; readonly floor: number }): string {
  const digits = floor < 10 ? 2 : 0;
  return `${bot.toFixed(digits)} ms against ${floor.toFixed(digits)} ms`;
}

/** A Markdown table, ready for the README. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ what, goal, measured, isReached }) =>
      `| ${what} | ${goal} | ${measured} | ${isReached ? 'ok' : '**missed**'} |`,
  );
  return ['| what | goal | measured | |', '|---|---|---|---|', ...rows].join('\n');
}

/** What it was measured on. */
export function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `Node ${process.versions.node}, ${availableParallelism()} cores (${model}), ${process.platform}.`;
}
