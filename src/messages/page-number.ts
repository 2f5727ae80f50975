import { cleanInput, plainDigits } from '#src/platform/text.ts';

/** Stands for the last page, however many there are: every page number is brought into range when it is shown. */
export const LAST_PAGE = Number.MAX_SAFE_INTEGER;

const WORDS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['start', 1],
  ['beginning', 1],
  ['last', LAST_PAGE],
  ['end', LAST_PAGE],
  ['final', LAST_PAGE],
]);
const AROUND_WORD = /^(?:#|page\b)[\s:#]*|^the | (?:page|one)$/g;
/** `go to 12`, `jump to the end`. */
const WISH = /^(?:(?:go|jump|skip) )?to /;

/** Brackets, quotes, and the end of a sentence. */
const AROUND = /^[("'“”‘’«[\s]+|[)"'“”‘’»\].,!?\s]+$/g;
/** `12`, with groups of digits apart or not: `1,000`, `1.000`, `1 000`, `1’000`. */
const NUMBER = /^(?:\d{1,3}(?:[,.’' ]\d{2,3})*[,.’' ]\d{3}|\d+)/;
/** What stands before a number: `#`, `page`, `p.`, `№`, `page no.`, `page:`. */
const BEFORE = /^(?:page|pg\.?|p\.?)?\s*(?:#|no\.?|number)?\s*[:=]?\s*(?=\d)/;
/** What may stand behind it: an ordinal's ending, and how many there are. */
const BEHIND = /^(?:st|nd|rd|th)?(?: pages?)?(?:\s*(?:\/|of)\s*\d[\d,.’' ]*)?$/;

/**
 * The page that someone means: `77`, `1,000`, `12/129`, `12 of 129`, `#12`, `page 12`, `5th`, `last`, in digits of any script.
 * @returns a whole number that may be out of range; null if it isn't a page.
 */
export function parsePageNumber(typed: string): number | null {
  const text = plainDigits(cleanInput(typed)).toLowerCase().replace(AROUND, '').replace(WISH, '');
  const word = WORDS.get(text.replace(AROUND_WORD, ''));
  if (word !== undefined) return word;
  const rest = text.replace(BEFORE, '');
  const [number] = NUMBER.exec(rest) ?? [];
  if (number === undefined || !BEHIND.test(rest.slice(number.length))) return null;
  return Math.min(Number(number.replace(/\D/g, '')), LAST_PAGE);
}
