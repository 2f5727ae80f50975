/** The key that titles sort by, worked out a second time: a character at a time, and without a pattern of the code that it checks. */
export function expectedSortKey(title: string): string {
  const text = plainText(title);
  const end = text.startsWith('~') ? text.indexOf('~', 1) : -1;
  if (end < 0) return keyOf(text);
  return `zzzz{${keyOf(text.slice(1, end))} ${keyOf(text.slice(end + 1).trim())}`;
}

function keyOf(text: string): string {
  const kept = withoutArticles(withNumbers(text));
  const key = Array.from(kept)
    .filter((character) => isWordCharacter(character) || ' ~-'.includes(character))
    .join('')
    .trim();
  return key === '' ? text : key;
}

const NUMERALS = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(
  ' ',
);

/** Runs of word characters, one after the other: what is a volume's number, and what has digits. */
function withNumbers(text: string): string {
  let result = '';
  let rest = Array.from(text);
  while (rest.length > 0) {
    const length = rest.findIndex((character) => !isWordCharacter(character));
    const run = rest.slice(0, length === -1 ? rest.length : Math.max(length, 1));
    rest = rest.slice(run.length);
    const volume = NUMERALS.indexOf(run.join('')) + 1;
    result +=
      volume > 0 && endsVolume(rest.join('')) ? widened(String(volume)) : digitsWidened(run);
  }
  return result;
}

function endsVolume(after: string): boolean {
  const next = after.trim();
  const isApart = after !== after.trimStart();
  if (next === '' || ':&('.includes(next.charAt(0))) return true;
  return next.startsWith('-') && (isApart || '0123456789'.includes(next.charAt(1) || 'x'));
}

function digitsWidened(run: readonly string[]): string {
  let result = '';
  let digits = '';
  for (const character of [...run, '']) {
    if (character !== '' && '0123456789'.includes(character)) {
      digits += character;
    } else {
      result += (digits === '' ? '' : widened(digits)) + character;
      digits = '';
    }
  }
  return result;
}

/** Leading zeros first, then five places; a longer number an underscore for each place too many. */
function widened(digits: string): string {
  const value = String(BigInt(digits));
  const zeros = digits.slice(0, digits.length - value.length);
  let key = value;
  while (key.length < 5) key = `0${key}`;
  for (let place = 5; place < value.length; place += 1) key = `_${key}`;
  return zeros + key;
}

function withoutArticles(text: string): string {
  let left = text;
  for (const article of ['a', 'an', 'the']) {
    const after = text.slice(article.length);
    const isWord =
      after === '' || !(isWordCharacter(Array.from(after)[0] ?? '') || after.startsWith('-'));
    if (text.startsWith(article) && isWord) left = after.trim();
  }
  // The last such comma, as a greedy search finds it.
  for (let comma = left.lastIndexOf(','); comma > 0; comma = left.lastIndexOf(',', comma - 1)) {
    const behind = left.slice(comma + 1).trimStart();
    const word = ['the', 'an', 'a'].find(
      (article) =>
        behind.startsWith(article) && !isWordCharacter(behind.charAt(article.length) || ' '),
    );
    if (word !== undefined) return left.slice(0, comma) + behind.slice(word.length);
  }
  return left;
}

function isWordCharacter(character: string): boolean {
  return character === '_' || /[\p{Letter}\p{Number}]/u.test(character);
}

const QUOTES = new Map([
  ...[0x2018, 0x2019, 0x2bc, 0x2032, 0xff07].map((code) => [code, "'"] as const),
  ...[0x201c, 0x201d, 0x2033].map((code) => [code, '"'] as const),
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212].map((code) => [code, '-'] as const),
  ...[0x2122, 0xae, 0xa9, 0x2120].map((code) => [code, ''] as const),
  [0x3c2, 'σ'],
]);

/** Each character on its own: lower case, without accents, quotes and dashes as they are typed; white space as one space. */
export function plainText(text: string): string {
  const characters = Array.from(
    text,
    (character) => QUOTES.get(character.codePointAt(0) ?? 0) ?? character,
  )
    .flatMap((character) => Array.from(character.normalize('NFKD')))
    .map((character) => character.toLowerCase())
    .flatMap((character) => Array.from(character))
    .filter((character) => !/\p{Mark}/u.test(character))
    .map((character) => QUOTES.get(character.codePointAt(0) ?? 0) ?? character);
  return characters
    .join('')
    .split(/\s/)
    .filter((piece) => piece !== '')
    .join(' ');
}
