import { wordsOf } from '#src/platform/text.ts';
import { arabic } from '#src/retroachievements/title.ts';

/** Words that people leave out or put elsewhere, unless they are all that is searched for. */
const LITTLE_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'and', 'n']);

/** Shorter words, and numbers, match whole: `r` is no part of every title, and 7 is not 70. */
const WHOLE_WORD_LENGTH = 2;
/** Longer words match anywhere in a word: `craft` finds Warcraft. Those in between match its beginning. */
const INNER_LENGTH = 4;
/** Scripts that are written without spaces. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

/** What a search comes down to: the same for searches that find the same. Empty for a search without any word. */
export function searchWords(search: string): readonly string[] {
  if (search === '') return [];
  const words = wordsOf(search);
  const telling = words.filter((word) => !LITTLE_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Tells whether a title is what someone searched for.
 * @returns a test for a title's search key (see title.ts); null for a search without any word.
 */
export function createSearch(search: string): ((searchKey: string) => boolean) | null {
  const words = searchWords(search);
  if (words.length === 0) return null;
  const tests = words.map(wordTest);
  const whole = joinedPattern(words);
  return (key) => tests.every((test) => test(key)) || whole.test(key);
}

function wordTest(word: string): (key: string) => boolean {
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
  const part = word.length < INNER_LENGTH ? ` ${word}` : word;
  const joined = joinedPattern([word]);
  return (key) => key.includes(part) || joined.test(key);
}

/** Words as one, however a title spaces them: `spider man` finds Spiderman, `rtype` finds R-Type. */
function joinedPattern(words: readonly string[]): RegExp {
  const letters = Array.from(words.join(''));
  return new RegExp(` ${letters.join(' ?')}${endOf(words.at(-1) ?? '', letters.length)}`, 'u');
}

/** What must not follow: no digit where a digit ends, no letter where a Roman numeral or something short ends. */
function endOf(lastWord: string, length: number): string {
  if (UNSPACED.test(lastWord)) return '';
  const isNumber = /\d$/.test(lastWord);
  const isShort = lastWord.length <= WHOLE_WORD_LENGTH || length < INNER_LENGTH;
  if (isShort || arabic(lastWord) !== lastWord) return isNumber ? '(?![^ ])' : '(?![^\\d ])';
  return isNumber ? '(?!\\d)' : '';
}
