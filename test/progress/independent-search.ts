/** Whether a title is what somebody searched for, worked out a second time: word by word, without a regular expression for a search. */
import { plainText } from '#test/retroachievements/independent-sort-key.ts';

const LITTLE = 'a an the and n'.split(' ');
const NUMERALS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(
  ' ',
);

/** @param search must have a word, else everything is found. */
export function expectedFound(title: string, search: string): boolean {
  const all = wordsIn(search);
  const told = all.filter((word) => !LITTLE.includes(word));
  const asked = told.length > 0 ? told : all;
  if (asked.length === 0) return true;
  const own = wordsIn(title);
  // A title is known by its Roman numerals and by their numbers.
  const spellings = [own.map(numberOf), own];
  const found = asked.every((word, place) =>
    spellings.some((words) => hasWord(words, word, asked.slice(0, place).at(-1), asked.length)),
  );
  return (
    found ||
    spellings.some((words) => runsInto(words, asked)) ||
    spellings.some((words) => words.some((_, from) => isRun(words.slice(from), all)))
  );
}

function hasWord(
  words: readonly string[],
  asked: string,
  before: string | undefined,
  count: number,
): boolean {
  const number = numberOf(asked);
  if (/^[0-9]+$/.test(number)) return words.some((word) => word === asked || word === number);
  if (isUnspaced(asked)) return words.some((word) => word.includes(asked));
  if (asked.length < 3) {
    const followers = /[0-9]$/.test(asked) ? '' : '0123456789';
    return words.some((word) => startsBefore(word, asked, followers));
  }
  const isPart = (word: string, place: number) => {
    if (asked.length > 3) return word.includes(asked);
    const isNext = before !== undefined && words[place - 1] === before;
    return count === 1 || isNext ? word.startsWith(asked) : word === asked;
  };
  return words.some(isPart) || runsInto(words, [asked]);
}

/** Whether the words begin with the asked ones, however either are spaced. */
function isRun(words: readonly string[], asked: readonly string[]): boolean {
  return words.some((_, end) => words.slice(0, end + 1).join('') === asked.join(''));
}

function startsBefore(word: string, start: string, followers: string): boolean {
  if (!word.startsWith(start)) return false;
  return word === start || followers.includes(Array.from(word.slice(start.length))[0] ?? '?');
}

/** Whether the asked words, written as one, are a title's words from some word on, written as one. */
function runsInto(all: readonly string[], asked: readonly string[]): boolean {
  const left = [[], ['and'], LITTLE.filter((word) => word !== 'and'), LITTLE];
  const spellings = left.map((little) => all.filter((word) => !little.includes(word)));
  return spellings.some((words) => runsIntoThese(words, asked));
}

function runsIntoThese(words: readonly string[], asked: readonly string[]): boolean {
  const letters = Array.from(asked.join(''));
  return words.some((_, from) => {
    const rest = Array.from(words.slice(from).join(' '));
    let [place, piece] = [0, 0];
    for (const letter of letters) {
      if (place > 0 && rest[place] === ' ' && letter !== ' ') [place, piece] = [place + 1, 0];
      if (rest[place] !== letter) return false;
      [place, piece] = [place + 1, piece + 1];
    }
    return mayEnd(
      asked.at(-1) ?? '',
      Math.min(letters.length, piece < 3 ? 3 : Infinity),
      rest[place] ?? ' ',
    );
  });
}

function mayEnd(last: string, length: number, next: string): boolean {
  const isDigit = '0123456789'.includes(next);
  if (isUnspaced(last) || next === ' ') return true;
  if (isDigit && '0123456789'.includes(last.slice(-1))) return false;
  return isDigit || (last.length > 2 && length > 3 && numberOf(last) === last);
}

function numberOf(word: string): string {
  const place = NUMERALS.indexOf(word);
  return place === -1 ? word : String(place + 1);
}

function isUnspaced(word: string): boolean {
  return /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}/u.test(word);
}

function isLetter(character: string | undefined): boolean {
  return /^\p{Letter}$/u.test(character ?? '');
}

const known = new Map<string, readonly string[]>();

function wordsIn(text: string): readonly string[] {
  const before = known.get(text);
  if (before) return before;
  const characters = Array.from(plainText(text));
  let spaced = '';
  for (const [place, character] of characters.entries()) {
    const [next, afterNext] = [characters[place + 1], characters[place + 2]];
    const isInitial = isLetter(next) && !isLetter(afterNext);
    const joins =
      character === "'" ||
      (character === '.' &&
        isLetter(characters[place - 1]) &&
        (isInitial || next === ' ' || next === undefined));
    if ('&+'.includes(character)) spaced += ' and ';
    else if (/[\p{Letter}\p{Number}]/u.test(character)) spaced += character;
    else if (!joins) spaced += ' ';
  }
  const words = spaced.split(' ').filter((word) => word !== '');
  known.set(text, words);
  return words;
}
