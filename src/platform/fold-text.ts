/** Phones type curly quotes and long dashes by themselves; the site's titles have plain ones. */
const TYPOGRAPHIC: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ′＇]/g, "'"],
  [/[“”″]/g, '"'],
  [/[‐‑‒–—−]/g, '-'],
];

const ASCII = /^[\0-\x7f]*$/;

/** A text without case, accents, typographic quotes or runs of white space: what search and sort compare. */
export function foldText(text: string): string {
  return withoutAccents(text).replace(/\s+/g, ' ').trim();
}

function withoutAccents(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  // Quotes go first: NFKD would take ″ apart into two ′.
  const plain = TYPOGRAPHIC.reduce((current, [found, put]) => current.replace(found, put), text);
  // Lower case comes after NFKD, which brings capitals of its own (™ becomes TM).
  const lower = plain.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  // Greek writes its last sigma in another way, which somebody who types half a word cannot know.
  return lower.replaceAll('ς', 'σ');
}
