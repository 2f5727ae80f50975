/** Phones type curly quotes and long dashes by themselves; the site's titles have plain ones. */
const TYPOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ′＇]/g, "'"],
  [/[“”″]/g, '"'],
  [/[‐‑‒–—−]/g, '-'],
  // NFKD would spell these out: TM, (C).
  [/[™®©℠]/g, ''],
];

const ASCII = /^[\0-\x7f]*$/;

/** Most titles: words with spaces, colons, commas and hyphens between them. */
const PLAIN = /^[A-Za-z0-9 :,~!?[\]()-]*$/;

/** What people paste without seeing it: direction marks, zero-width spaces, soft hyphens, what makes a heart red. */
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}\u034f]/gu;
/** Nothing to clean. */
const CLEAN = /^[!-~]*$/;
/** Control characters, halves of characters, and letters that are blank. */
const BLANK = /[\p{Cc}\p{Cs}\u115f\u1160\u3164\uffa0\u2800\s]+/gu;

/** A text without case, accents, typographic quotes or runs of white space. */
export function foldText(text: string): string {
  return withoutAccents(text).replace(/\s+/g, ' ').trim();
}

function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Quotes go first: NFKD would take ″ apart into two ′. It also brings some of its own (﹘ becomes —).
  const plain = withoutTypography(withoutTypography(text).normalize('NFKD'));
  // Lower case comes after NFKD, which brings capitals of its own (№ becomes No).
  const lower = plain.toLowerCase().replace(/\p{M}/gu, '');
  // Greek writes a word's last sigma differently, which someone who has typed half a word can't know.
  return lower.replaceAll('ς', 'σ');
}

function withoutTypography(text: string): string {
  return TYPOGRAPHIC.reduce((current, [found, put]) => current.replace(found, put), text);
}

/** A text's letters and digits alone, folded: `Mega-Drive` and `mega drive` are both `megadrive`. */
export function squeezeText(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * A text's words, folded. Apostrophes and the dots of initials join (`Yoshi's` is `yoshis`, `S.C.A.T.` is `scat`),
 * all other punctuation separates; `&` and `+` are `and`.
 */
export function wordsOf(text: string): readonly string[] {
  const isPlain = PLAIN.test(text);
  if (isPlain) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const joined = foldText(text)
    .replaceAll("'", '')
    .replace(/(?<=\p{L})\.(?=\p{L}(?!\p{L})|\s|$)/gu, '')
    .replace(/[&+]/g, ' and ');
  return joined.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What someone typed or pasted, without invisible characters, in one line; full-width letters become plain ones. */
export function cleanInput(typed: string): string {
  if (CLEAN.test(typed)) return typed;
  return typed.normalize('NFKC').replace(INVISIBLE, '').replace(BLANK, ' ').trim();
}

/** The number that a decimal digit of any script stands for: `٣` is 3. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode keeps each script's digits in a row of ten. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}
