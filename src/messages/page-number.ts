import { cleanInput, foldText, plainDigits } from '#src/platform/text.ts';

import type { Translate } from './languages/translate.ts';

/** Stands for the last page, however many there are: every page number is brought into range when it is shown. */
export const LAST_PAGE = Number.MAX_SAFE_INTEGER;

/** What people call pages in a language, folded. */
export type PageWords = Readonly<
  Record<'first' | 'last' | 'page' | 'of' | 'to', readonly string[]>
>;

export function pageWords(t: Translate): PageWords {
  const words = (key: 'jump.first' | 'jump.last' | 'jump.page' | 'jump.of' | 'jump.to') =>
    t(key).split(',').map(foldText);
  return {
    first: words('jump.first'),
    last: words('jump.last'),
    page: words('jump.page'),
    of: words('jump.of'),
    to: words('jump.to'),
  };
}

/** Brackets, quotes, marks of Markdown, and the end of a sentence. */
const AROUND = /^[("'“”‘’«「[<*_`\s]+|[)"'“”‘’»」\]>*_`.,;:!?。\s]+$/g;
/** The ending of `5ª` and `5.º`, before it becomes a plain letter. */
const ORDINAL = /(?<=\d)\.?[ªº]/;
/** `the`, `la`, `die`. */
const ARTICLE = /^\p{L}{1,3} /u;
/** `12`, with groups of digits apart or not: `1,000`, `1.000`, `1 000`, `1’000`. */
const NUMBER = /^(?:\d{1,3}(?:[,.’'٬ ]\d{2,3})*[,.’'٬ ]\d{3}|\d+)/;

/**
 * The page that someone means, in digits of any script: `77`, `1,000`, `12/129`, `12 of 129`, `#12`, `page 12`, `5th`,
 * `last`.
 * @param words in each language that they may write
 * @returns a whole number that may be out of range; null if it isn't a page
 */
export function parsePageNumber(typed: string, words: readonly PageWords[]): number | null {
  const { to, aroundWord, before, behind } = patterns(words);
  const plain = plainDigits(cleanInput(typed.replace(ORDINAL, '')));
  const text = foldText(plain.replace(AROUND, '')).replace(to, '');
  const word = text.replace(ARTICLE, '').replace(aroundWord, '');
  if (words.some(({ first }) => first.includes(word))) return 1;
  if (words.some(({ last }) => last.includes(word))) return LAST_PAGE;
  const rest = text.replace(before, '');
  const [number] = NUMBER.exec(rest) ?? [];
  if (number === undefined || !behind.test(rest.slice(number.length))) return null;
  return Math.min(Number(number.replace(/\D/g, '')), LAST_PAGE);
}

function patterns(words: readonly PageWords[]) {
  const page = anyOf(words.flatMap((one) => one.page));
  const of = anyOf(words.flatMap((one) => one.of));
  return {
    // `go to 12`.
    to: new RegExp(`^${anyOf(words.flatMap((one) => one.to))} `),
    aroundWord: new RegExp(
      String.raw`^(?:#|${page}(?![\p{L}\p{N}]))[\s:#]*| (?:${page}|one)$`,
      'gu',
    ),
    // `#`, `page`, `p.`, `№`, `page no.`, `page:`.
    before: new RegExp(String.raw`^(?:${page}\.?\s*){0,2}#?\s*[:=]?\s*(?=\d)`),
    // An ordinal's ending, and how many there are.
    behind: new RegExp(
      String.raw`^(?:st|nd|rd|th|er|e|\.)?(?:\s*${page})?(?:\s*(?:[/\\|]|${of})\s*\d[\d,.’'٬ ]*${page}?)?$`,
    ),
  };
}

/** The longest first, or a shorter one would be found in it. */
function anyOf(words: readonly string[]): string {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(?:${longestFirst.map((word) => RegExp.escape(word)).join('|')})`;
}
