import type { Tick } from '#src/statistics/picture/content.ts';

const Y_TICKS = 4;
const YEAR_TICKS = 5;
const MONTH_TICKS = 3;
const YEAR_STEPS = [1, 2, 3, 5, 10, 20, 50];
const MONTH_STEPS = [1, 2, 3, 4, 6, 12];

/** Round numbers from 0 up, and the one at the top. @param max at least 1 */
export function numberAxis(
  max: number,
  write: (value: number) => string,
): { readonly top: number; readonly ticks: readonly Tick[] } {
  const step = roundStep(max);
  const count = Math.ceil(max / step);
  const top = step * count;
  const ticks = Array.from({ length: count + 1 }, (_, index) => ({
    at: index / count,
    label: write(index * step),
  }));
  return { top, ticks };
}

function roundStep(max: number): number {
  const power = 10 ** Math.floor(Math.log10(max / Y_TICKS));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => max / one <= Y_TICKS);
  return Math.max(1, step ?? max);
}

/**
 * Years, or months where there are few years, or the day it began where even that is too much.
 * @param from ms since 1970, as `to`
 */
export function timeAxis(from: number, to: number, language: string): readonly Tick[] {
  const [first, last] = [from, to].map((at) => new Date(at));
  if (!first || !last) return [];
  const at = (date: number) => (to > from ? (date - from) / (to - from) : 0);
  const years = last.getUTCFullYear() - first.getUTCFullYear();
  if (years > MONTH_TICKS - 1) {
    const write = formatter(language, { year: 'numeric' });
    const step = YEAR_STEPS.find((one) => Math.floor(years / one) <= YEAR_TICKS) ?? years;
    const start = Math.ceil((first.getUTCFullYear() + 1) / step) * step;
    return range(start, last.getUTCFullYear(), step).map((year) => {
      const date = Date.UTC(year, 0);
      return { at: at(date), label: write(date) };
    });
  }
  const months = years * 12 + last.getUTCMonth() - first.getUTCMonth();
  if (months < 2) return [{ at: 0, label: formatter(language, { dateStyle: 'medium' })(from) }];
  const write = formatter(language, { month: 'short', year: 'numeric' });
  const step = MONTH_STEPS.find((one) => Math.floor(months / one) <= MONTH_TICKS) ?? months;
  const start = first.getUTCMonth() + 1;
  return range(start, first.getUTCMonth() + months, step).map((month) => {
    const date = Date.UTC(first.getUTCFullYear(), month);
    return { at: at(date), label: write(date) };
  });
}

function range(from: number, to: number, step: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((to - from) / step) + 1) },
    (_, i) => from + i * step,
  );
}

/** Writes dates as the language does, in UTC. @param options as Intl takes them */
export function formatter(
  language: string,
  options: Intl.DateTimeFormatOptions,
): (at: number) => string {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  return (at) => format.format(at);
}
