import { readFileSync, writeFileSync } from 'node:fs';

import type { soak, SoakPlan } from './soak.ts';
import { compare } from './vitals.ts';
import type { Vital } from './vitals.ts';

export type Outcome = Awaited<ReturnType<typeof soak>>;

const PAGE = new URL('../../docs/soak.md', import.meta.url);
const [BEGIN, END] = ['<!-- measured -->', '<!-- /measured -->'];
const MB = 1024 * 1024;
const count = new Intl.NumberFormat('en');

/** What a run showed, as Markdown. */
export function reportOf(plan: SoakPlan, outcome: Outcome): string {
  const { troubles, vitals } = outcome;
  const rows: (readonly [string, string])[] = [
    ['hours simulated', count.format(plan.hours)],
    ['servers, tracked players', `${count.format(plan.servers)}, ${count.format(plan.players)}`],
    ['awards on the site', count.format(outcome.awards)],
    ['awards due to a channel', count.format(outcome.expected)],
    ['posted, each once', count.format(outcome.told)],
    ['covered by a higher award for the same game in a list', count.format(outcome.covered)],
    ['dropped, because the higher one had been seen first', count.format(outcome.passed)],
    ['waiting for their digest at the end', count.format(outcome.waiting)],
    ['messages', count.format(outcome.posts)],
    ['mistakes', count.format(outcome.mistakes.length)],
    ['second readings of the last two days', count.format(outcome.readAgain)],
    ['sweeps that found an award nobody had seen', count.format(outcome.swept)],
    ['starts of a process', count.format(outcome.starts)],
    ['the run took', `${outcome.minutes.toFixed(1)} min`],
  ];
  const kinds = [...troubles].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    `Seed ${plan.seed}.`,
    table(['what', 'result'], rows),
    table(
      ['failure', 'times'],
      kinds.map(([name, times]) => [name, String(times)]),
    ),
    ...(vitals.length === 0 ? [] : [vitalsOf(outcome)]),
  ].join('\n\n');
}

function vitalsOf({ vitals }: Outcome): string {
  const row = (name: string, vital: Vital, unit = 1): readonly string[] => {
    const { before, after } = compare(vitals, vital);
    const text = (value: number) => (value / unit).toFixed(unit === 1 && value % 1 === 0 ? 0 : 1);
    const first = vitals[0]?.[vital] ?? 0;
    return [name, text(first), text(before), text(after)];
  };
  return table(
    ['the process left alone', 'first hour', 'second quarter', 'last quarter'],
    [
      row('memory (RSS), MB', 'rss', MB),
      row('heap in use, MB', 'heapUsed', MB),
      row('outside the heap, MB', 'external', MB),
      row('handles', 'handles'),
      row('open files', 'files'),
      row('event loop, 99th percentile, ms', 'delayMs'),
    ],
  );
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Puts a report between the marks of the documentation's page. @param today `29 November 2026` */
export function keepReport(report: string, today: string): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before] = page.split(BEGIN);
  const after = page.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${PAGE.pathname} has no marks`);
  const text = `Measured on ${today} with \`npm run soak\`. ${report}`;
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
