import { wordsOf } from '#src/platform/text.ts';
import { arabic } from '#src/retroachievements/title.ts';

import { spellingsOf } from './spellings.ts';

/** Words that people leave out or put elsewhere, unless they are all that is searched for. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'and', 'n']);

/** Shorter words, and numbers, match whole: `r` is no part of every title, and 7 is not 70. */
const WHOLE_WORD_LENGTH = 2;
/**
 * Longer words match anywhere in a word: `craft` finds Warcraft. Those in between match its beginning, if they are all
 * that is searched for or follow the word before: `r-typ` finds R-Type, but `gi joe` no Joey.
 */
const INNER_LENGTH = 4;
/** Words typed as one need this many letters of a title's next word: `spiderman` finds Spider-Man, but `doom` no Doo Mystery. */
const PIECE_LENGTH = 3;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** What a search comes down to: the same for searches that find the same. Empty for a search without any word. */
export function searchWords(search: string): readonly string[] {
  if (search === '') return [];
  const words = wordsOf(search);
  const telling = words.filter((word) => !LITTLE_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

type Test = (searchKey: string) => boolean;

/**
 * Tells whether a title is what someone searched for.
 * @returns a test for a title's search key (see title.ts); null for a search without any word.
 */
export function createSearch(search: string): Test | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const tests = words.map(testInSearch);
  const patterns = [joinedPattern(words), asTyped(search), firstOfSeries(words)].filter(
    (pattern) => pattern !== null,
  );
  return (key) => tests.every((test) => test(key)) || patterns.some((pattern) => pattern.test(key));
}

/** Little words that are part of a name: `u n squadron` is U.N. Squadron, `pop n music` Pop'n Music. */
function asTyped(search: string): RegExp | null {
  const words = wordsOf(search);
  const isTold = words.length === searchWords(search).length;
  return isTold ? null : new RegExp(`${joinedWords(words)} `, 'u');
}

/**
 * The same while someone is still typing: their last word may be the beginning of one.
 * @returns as createSearch
 */
export function createUnfinishedSearch(search: string): Test | null {
  const finished = createSearch(search);
  if (finished === null) return null;
  const words = searchWords(search);
  const last = words.at(-1) ?? '';
  const tests = words.slice(0, -1).map(testInSearch);
  const beginning = new RegExp(` ${last.length > WHOLE_WORD_LENGTH ? spaced(last) : last}`, 'u');
  const joined = new RegExp(joinedWords(words), 'u');
  return (key) =>
    finished(key) ||
    (beginning.test(key) && tests.every((test) => test(key))) ||
    (words.length > 1 && joined.test(key));
}

/** A word as it is, in another spelling, or written as one with its neighbor. */
function testInSearch(word: string, index: number, words: readonly string[]): Test {
  const before = words[index - 1];
  const tests = [
    ...spellingsOf(word).map((spelling) => wordTest(spelling, words.length === 1)),
    ...(before === undefined ? [] : [beginsAfter(before, word), joinedTest(before, word)]),
    joinedTest(word, words[index + 1]),
  ].filter((test) => test !== null);
  return (key) => tests.some((test) => test(key));
}

function wordTest(word: string, isAlone: boolean): Test {
  const number = arabic(word);
  if (/^\d+$/.test(number)) {
    const wholes = number === word ? [` ${word} `] : [` ${number} `, ` ${word} `];
    return (key) => wholes.some((whole) => key.includes(whole));
  }
  if (UNSPACED.test(word)) return (key) => key.includes(word);
  if (word.length <= WHOLE_WORD_LENGTH) {
    const pattern = new RegExp(` ${word}${endOf(word, word.length)}`, 'u');
    return (key) => pattern.test(key);
  }
  const part = word.length >= INNER_LENGTH ? word : isAlone ? ` ${word}` : ` ${word} `;
  const joined = joinedPattern([word]);
  return (key) => key.includes(part) || joined.test(key);
}

/** Little words between words. */
const GAP = ` (?:(?:${[...LITTLE_WORDS].join('|')}) )*`;

/** A short word at the beginning of the word that follows the one before. */
function beginsAfter(before: string, word: string): Test | null {
  const isBetween = word.length > WHOLE_WORD_LENGTH && word.length < INNER_LENGTH;
  if (!isBetween || isNumber(word)) return null;
  const pattern = new RegExp(` (?:${before}|${arabic(before)})${GAP}${word}`, 'u');
  return (key) => pattern.test(key);
}

/** `toe jam` in ToeJam & Earl. */
function joinedTest(word: string, next: string | undefined): Test | null {
  if (next === undefined || makeAnother(word, next)) return null;
  return (key) => key.includes(` ${word}${next} `);
}

/** Titles without a number are the first of their series: `castlevania 1` finds Castlevania. */
function firstOfSeries(words: readonly string[]): RegExp | null {
  const name = words.slice(0, -1).map((word) => `(?:${spellingsOf(word).map(spaced).join('|')})`);
  if (name.length === 0 || arabic(words.at(-1) ?? '') !== '1') return null;
  return new RegExp(`^${GAP}${name.join(GAP)}${GAP}$`, 'u');
}

/** Words as one, however a title spaces them: `spider man` finds Spiderman, `rtype` finds R-Type. */
function joinedPattern(words: readonly string[]): RegExp {
  const length = Array.from(words.join('')).length;
  return new RegExp(joinedWords(words) + endOf(words.at(-1) ?? '', length), 'u');
}

function joinedWords(words: readonly string[]): string {
  const all = words.map((word, index) => {
    const before = words[index - 1] ?? '';
    const gap = index === 0 ? '' : makeAnother(before, word) ? ' ' : ' ?';
    return gap + spaced(word);
  });
  return ` ${all.join('')}`;
}

function spaced(word: string): string {
  return isNumber(word) ? word : Array.from(word).join(`(?:${GAP})?`);
}

/** Whether two numbers written as one are a third: `i & ii` is not III. `x 2` is X2. */
function makeAnother(number: string, next: string): boolean {
  return isNumber(number) && isNumber(next) && isRoman(number) === isRoman(next);
}

function isRoman(number: string): boolean {
  return arabic(number) !== number;
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(arabic(word));
}

/** What must not follow: no digit where a digit ends, no letter where a Roman numeral or something short ends. */
function endOf(lastWord: string, length: number): string {
  if (UNSPACED.test(lastWord)) return '';
  const endsInDigit = /\d$/.test(lastWord);
  const isShort = lastWord.length <= WHOLE_WORD_LENGTH || length < INNER_LENGTH;
  if (isShort || arabic(lastWord) !== lastWord) return endsInDigit ? '(?![^ ])' : '(?![^\\d ])';
  return endsInDigit ? '(?!\\d)' : `(?:(?![^\\d ])|(?<=[^ ]{${PIECE_LENGTH}}))`;
}
