/** Text as Discord's Markdown reads it. */

/**
 * What means something within a line; a colon that something follows begins an emoji or the rest of an address.
 * Lists and headings begin at a line's start: such text never stands there, and brings no lines of its own.
 */
const SPECIAL = /[\\`*_~|[\]<>]|:(?=\S)/g;
const QUOTED_LIMIT = 100;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text that people chose, so that it shows as it is: no formatting, no mention, no link, no emoji. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(LINE_BREAKS, ' ').replaceAll(SPECIAL, '\\$&');
}

/**
 * At most `limit` UTF-16 units, cut between what a person sees as characters.
 * @param cost of a piece of the text, in units; its length when left out.
 */
export function truncate(
  text: string,
  limit: number,
  cost: (piece: string) => number = (piece) => piece.length,
): string {
  if (cost(text) <= limit) return text;
  let end = 0;
  let spent = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    spent += cost(segment);
    if (spent > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** What somebody typed, in a sentence: safe, and short enough. */
export function quoted(typed: string): string {
  return escapeMarkdown(truncate(typed, QUOTED_LIMIT));
}

/** What a text is at most as long as when it is escaped. */
export function escapedLength(text: string): number {
  return text.length + (text.match(/[\\`*_~|[\]<>:]/g)?.length ?? 0);
}

/** Text in `code`: a backtick would end it, a line break the line. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replaceAll(LINE_BREAKS, ' ')}\``;
}

/** A link whose text people chose. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(hasPairs(text) ? text : withoutBrackets(text))}](${url})`;
}

/** Discord finds the end of a link's text by counting brackets, those with a backslash too. */
function hasPairs(text: string): boolean {
  let open = 0;
  for (const character of text) {
    if (character === '[') open += 1;
    if (character === ']') open -= 1;
    if (open < 0 || open > 1) return false;
  }
  return open === 0;
}

function withoutBrackets(text: string): string {
  return text.replaceAll('[', '(').replaceAll(']', ')');
}

/** How long ago, in the reader's own language and kept current by Discord. @param at ms since 1970. */
export function relativeTime(at: number): string {
  return timestamp(at, 'R');
}

/** The day and the time, with the weekday. @param at ms since 1970. */
export function longTime(at: number): string {
  return timestamp(at, 'F');
}

/** The day in figures. @param at ms since 1970. */
export function shortDate(at: number): string {
  return timestamp(at, 'd');
}

function timestamp(at: number, style: 'R' | 'F' | 'd'): string {
  return `<t:${Math.floor(at / 1000)}:${style}>`;
}

const TAG_LIMIT = 48;
/** A space and two backticks. */
const AROUND_TAG = 3;

/** A game's tags, as many as fit `limit` UTF-16 units, each after a space. Real titles have three at most. */
export function tagLabels(tags: readonly string[], limit = 96): string {
  let text = '';
  for (const tag of tags) {
    const label = ` ${code(truncate(tag, Math.min(TAG_LIMIT, limit - AROUND_TAG)))}`;
    if (text.length + label.length > limit) break;
    text += label;
  }
  return text;
}
