import { memoize } from '#src/platform/memo.ts';

/** Of characters that are narrower or wider than a digit, as in most fonts without serifs. The first match counts. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/\u{202F}/u, 0.23],
  [/[\s.,'’:·|!iljI]/u, 0.45],
  [/[/()ftrJ]/u, 0.65],
  [/[ckszxvy]/u, 0.9],
  [/[mwMW]/u, 1.6],
  [/[%▰▱]/u, 1.4],
  [/[NDGHOQU]/u, 1.3],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, 1.75],
  [/\p{Lu}/u, 1],
  [/\p{L}/u, 1.05],
];
/** By UTF-16 unit, in hundredths; 0 for those that nobody has asked for. A page measures some 400 characters. */
const known = new Uint8Array(2 ** 16);

const SECOND = 1000;
/** In seconds. */
const DAY = 86_400;
const UNITS = [
  ['year', 365.25 * DAY],
  ['month', 30.44 * DAY],
  ['day', DAY],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;
const LANGUAGES_KEPT = 100;
const COUNTS_KEPT = 200;
/** Each unit of a language: its size in seconds, and how wide so many of it are. */
const unitsIn = memoize((language: string) => {
  const format = new Intl.RelativeTimeFormat(language);
  return UNITS.map(([unit, size]) => {
    const width = (count: number) => lineWidth(format.format(count, unit));
    return { size, width: memoize(width, COUNTS_KEPT) };
  });
}, LANGUAGES_KEPT);

/** Roughly how wide a line of text is, in digits. Right to about 3%. */
export function lineWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += unitWidth(text.charCodeAt(index));
  return width / 100;
}

function unitWidth(unit: number): number {
  const width = known[unit];
  if (width) return width;
  const character = String.fromCharCode(unit);
  const found = WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? 1;
  known[unit] = Math.round(found * 100);
  return known[unit] ?? 0;
}

/**
 * How wide Discord shows `relativeTime`, in digits.
 * @param at, now ms since 1970
 * @param language for `Intl`
 */
export function relativeTimeWidth(at: number, now: number, language: string): number {
  const seconds = Math.max(Math.abs(now - at) / SECOND, 1);
  for (const { size, width } of unitsIn(language)) {
    if (seconds < size) continue;
    // Before people are done with the message, a time of today may get its second digit.
    const shown = Math.max(Math.round(seconds / size), size < DAY ? 10 : 0);
    return width(at > now ? shown : -shown);
  }
  return 0;
}
