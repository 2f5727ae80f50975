import { foldText } from '#src/platform/fold-text.ts';

export { foldText };

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
 * What the title sort compares with `<`: folded, without leading punctuation, runs of digits by
 * value. Articles stay where the site puts them (`Legend of Zelda, The`).
 */
export function sortKey(name: string): string {
  return withoutLeadingPunctuation(foldText(name)).replace(/\d+/g, byValue);
}

function withoutLeadingPunctuation(folded: string): string {
  // Unicode classes are slow, and nearly every name begins like this.
  if (/^[a-z\d]/.test(folded)) return folded;
  return folded.slice(Math.max(0, folded.search(/[\p{L}\p{N}]/u)));
}

/** What a search looks in: the whole title, folded, with its tags and alternative names. */
export function searchKey(title: string): string {
  return foldText(title);
}

/** Zero-padded to this width. */
const NUMBER_WIDTH = 8;

function byValue(digits: string): string {
  const number = digits.replace(/^0+(?=\d)/, '');
  // A longer number takes a colon, the character after 9, for each digit too many.
  return ':'.repeat(Math.max(0, number.length - NUMBER_WIDTH)) + number.padStart(NUMBER_WIDTH, '0');
}
