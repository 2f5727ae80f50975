import { cleanInput, plainDigits } from '#src/platform/text.ts';

/** Stands for the last page, however many there are: every page number is brought into range when it is shown. */
export const LAST_PAGE = Number.MAX_SAFE_INTEGER;

const WORDS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['first page', 1],
  ['last', LAST_PAGE],
  ['last page', LAST_PAGE],
]);

/** `12`, with groups of digits apart or not: `1,000`, `1.000`, `1 000`, `1’000`. */
const NUMBER = /^(?:\d{1,3}(?:[,.’' ]\d{2,3})*[,.’' ]\d{3}|\d+)/;
/** What stands before a number: `#`, `page`, `p.`, `№`. */
const BEFORE = /^(?:#|page|pg\.?|p\.?|no\.?)\s*(?=\d)/;
/** What may stand behind it: how many there are, and the end of a sentence. */
const BEHIND = /^(?:\s*(?:\/|of)\s*\d[\d,.’' ]*)?[.,]?$/;

/**
 * The page that someone means: `77`, `1,000`, `12/129`, `12 of 129`, `#12`, `page 12`, `last`, in digits of any script.
 * @returns a whole number that may be out of range; null if it isn't a page.
 */
export function parsePageNumber(typed: string): number | null {
  const text = plainDigits(cleanInput(typed)).toLowerCase();
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const rest = text.replace(BEFORE, '');
  const [number] = NUMBER.exec(rest) ?? [];
  if (number === undefined || !BEHIND.test(rest.slice(number.length))) return null;
  return Math.min(Number(number.replace(/\D/g, '')), LAST_PAGE);
}
