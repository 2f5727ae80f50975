/** Text as Discord's Markdown reads it. */
import { shownTime } from '#src/platform/shown-time.ts';

/**
 * Characters with a meaning inside a line. A colon counts when text follows it: an emoji, or the rest of an address.
 * Lists and headings need the start of a line, where text that people chose never stands.
 */
const SPECIAL = /[\\`*_~|[\]<>]|:(?=\S)/g;
/** Something to escape: in few titles. */
const UNSAFE = /[\\`*_~|[\]<>\r\n\u2028\u2029]|:(?=\S)/;
const QUOTED_LIMIT = 100;
const LINE_BREAKS = /[\r\n\u2028\u2029]+/g;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Shows text that people chose exactly as it is: no formatting, mentions, links or emoji. */
export function escapeMarkdown(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replaceAll(LINE_BREAKS, ' ').replaceAll(SPECIAL, '\\$&');
}

/**
 * Cuts a text to `limit` UTF-16 units, between visible characters.
 * @param cost what a piece of the text counts for; its length if left out.
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

/** What someone typed, in a sentence: safe, and short enough. */
export function quoted(typed: string): string {
  return escapeMarkdown(truncate(typed, QUOTED_LIMIT));
}

/** The length that a text has at most once it is escaped. */
export function escapedLength(text: string): number {
  return text.length + (text.match(/[\\`*_~|[\]<>:]/g)?.length ?? 0);
}

/** Text in `code`, without backticks and line breaks, which would end it. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ').replaceAll(LINE_BREAKS, ' ')}\``;
}

/** A link with text that people chose. */
export function link(text: string, url: string): string {
  if (!UNSAFE.test(text)) return `[${text}](${url})`;
  return `[${escapeMarkdown(hasPairs(text) ? text : withoutBrackets(text))}](${url})`;
}

/** Discord counts brackets to find the end of a link's text, even those behind a backslash. */
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

/** How long ago, in the reader's language and kept up to date by Discord. @param at ms since 1970. */
export function relativeTime(at: number): string {
  return timestamp(at, 'R');
}

/** Weekday, date and time. @param at ms since 1970. */
export function longTime(at: number): string {
  return timestamp(at, 'F');
}

/** The date in digits. @param at ms since 1970. */
export function shortDate(at: number): string {
  return timestamp(at, 'd');
}

function timestamp(at: number, style: 'R' | 'F' | 'd'): string {
  return `<t:${Math.floor(shownTime(at) / 1000)}:${style}>`;
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
