import { foldText, wordsOf } from '#src/platform/text.ts';

/** A title taken apart. */
export type ParsedTitle = {
  readonly name: string;
  readonly tags: readonly string[];
  readonly isSubset: boolean;
};

const LEADING_TAG = /^\s*~\s*([^~\s][^~]*)~/;
const SUBSET_AT_END = /\[(Subset - [^[\]]+)\]\s*$/;

/** Shared, so that the many games without tags cost no array each. */
const NO_TAGS: readonly string[] = [];

/**
 * Takes a title of the site apart: `~Hack~ ~Demo~ Name | Other name [Subset - Bonus]`.
 * Other brackets (`[Neo-Geo MVS]`) and alternative names stay in the name; a title that is nothing
 * but tags is its own name.
 */
export function parseTitle(title: string): ParsedTitle {
  const tags: string[] = [];
  let rest = title;
  for (let tag = LEADING_TAG.exec(rest); tag !== null; tag = LEADING_TAG.exec(rest)) {
    tags.push((tag[1] ?? '').trim());
    rest = rest.slice(tag[0].length);
  }
  const subset = SUBSET_AT_END.exec(rest);
  if (subset !== null) {
    tags.push((subset[1] ?? '').trim());
    rest = rest.slice(0, subset.index);
  }
  const name = rest.trim();
  const isSubset = subset !== null;
  if (name === '') return { name: title.trim(), tags: NO_TAGS, isSubset };
  return { name, tags: tags.length === 0 ? NO_TAGS : tags, isSubset };
}

/**
 * What the title sort compares with `<`, as the site sorts: a Roman numeral where it counts volumes becomes its number,
 * numbers sort by value, articles and punctuation don't count, and titles that begin with a `~Tag~` come last, by tag.
 * [RAWeb ComputeGameSortTitleAction, checked against the site's own keys]
 */
export function sortKey(title: string): string {
  const text = foldText(title);
  const end = text.startsWith('~') ? text.indexOf('~', 1) : -1;
  if (end === -1) return withoutPunctuation(text);
  const [tag, rest] = [text.slice(1, end), text.slice(end + 1).trim()];
  return `${AFTER_ALL_LETTERS}${withoutPunctuation(tag)} ${withoutPunctuation(rest)}`;
}

/** The site's own prefix: `{` comes after `z`. */
const AFTER_ALL_LETTERS = 'zzzz{';

/** @param folded see foldText. */
function withoutPunctuation(folded: string): string {
  const { romanVolume, punctuation } = ASCII.test(folded) ? PLAIN : ANY_SCRIPT;
  const numbered = folded.replace(romanVolume, volumeNumber).replace(/\d+/g, padded);
  const key = withoutArticles(numbered).replace(punctuation, '').trim();
  return key === '' ? folded : key;
}

const ASCII = /^[\0-\x7f]*$/;

/**
 * A volume number stands at the end, before `:`, `&` or `(`, and before a hyphen. `V-Tetris` begins with a letter, not
 * a number.
 */
const ANY_SCRIPT = {
  romanVolume: /(?<![\p{L}\p{N}_])[ivx]+(?=\s*$|\s*[:&(]|\s+-|-\d)/gu,
  punctuation: /[^\p{L}\p{N}_ ~-]+/gu,
};
/** The same for nearly all titles, in half the time. */
const PLAIN = {
  romanVolume: /\b[ivx]+(?=\s*$|\s*[:&(]|\s+-|-\d)/g,
  punctuation: /[^a-z0-9_ ~-]+/g,
};

/** I to XX. */
const ROMAN_NUMBERS: ReadonlyMap<string, number> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'
    .split(' ')
    .map((numeral, index) => [numeral, index + 1]),
);

function volumeNumber(numeral: string): string {
  return String(ROMAN_NUMBERS.get(numeral) ?? numeral);
}

/** Zero-padded to this width. */
const NUMBER_WIDTH = 5;

/** Leading zeros count, in front: `007` comes before `1`. */
function padded(digits: string): string {
  const number = digits.replace(/^0+(?=\d)/, '');
  const zeros = '0'.repeat(digits.length - number.length);
  // A longer number gets an underscore, which comes after all digits, for each digit too many.
  const width = '_'.repeat(Math.max(0, number.length - NUMBER_WIDTH));
  return zeros + width + number.padStart(NUMBER_WIDTH, '0');
}

/** `The Zoo`, `Zoo, The` and `Zoo, The: At Night` are all the zoo; `A-Mazing` is a word. */
function withoutArticles(text: string): string {
  const led = text.replace(/^(?:a|an|the)(?![\p{L}\p{N}_-])\s*/u, '');
  return led.includes(',') ? led.replace(/^(.+),\s*(?:a|an|the)(?![\p{L}\p{N}_])/u, '$1') : led;
}

/**
 * What a search looks in: the words of the whole title, tags and alternative names included, each between spaces.
 * A title with Roman numerals stands there twice, with numbers and as it is.
 */
export function searchKey(title: string): string {
  const words = wordsOf(title);
  const numbers = words.map(arabic);
  const plain = ` ${numbers.join(' ')} `;
  return numbers.some((word, index) => word !== words[index])
    ? `${plain}| ${words.join(' ')} `
    : plain;
}

/** A word that is a Roman numeral, I to XX, as a number; any other word as it is. */
export function arabic(word: string): string {
  return /^[ivx]{1,5}$/.test(word) ? String(ROMAN_NUMBERS.get(word) ?? word) : word;
}
