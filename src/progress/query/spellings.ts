/** Words that titles write short or in full. */
const PAIRS =
  'dr doctor|mr mister|st saint|vol volume|vs versus|jr junior|bros brothers|ep episode|pt part|' +
  '1st first|2nd second|3rd third|4th fourth|5th fifth|6th sixth|7th seventh|8th eighth|9th ninth|' +
  '10th tenth|11th eleventh|12th twelfth|13th thirteenth';

const OTHER_SPELLING: ReadonlyMap<string, string> = new Map(
  PAIRS.split('|').flatMap((pair) => {
    const [short = '', long = ''] = pair.split(' ');
    return [
      [short, long],
      [long, short],
    ] as const;
  }),
);

/** A word in each way that titles write it: `dr` is `doctor`, `seventh` is `7th`. */
export function spellingsOf(word: string): readonly string[] {
  const other = OTHER_SPELLING.get(word);
  return other === undefined ? [word] : [word, other];
}
