/** Text as Discord's Markdown reads it. */

/** What means something within a line. Titles never stand at a line's start, where lists and headings begin. */
const SPECIAL = /[\\`*_~|[\]<>]/g;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text that people chose, so that it shows as it is: no formatting, no mention, no link, no emoji. */
export function escapeMarkdown(text: string): string {
  return text.replaceAll(SPECIAL, '\\$&');
}

/** At most `limit` UTF-16 units, cut between what a person sees as characters. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** Text in `code`: a backtick would end it. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', 'ˋ')}\``;
}

/** A link whose text people chose. */
export function link(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url})`;
}

/** How long ago, in the reader's own language and kept current by Discord. @param at ms since 1970. */
export function relativeTime(at: number): string {
  return `<t:${Math.floor(at / 1000)}:R>`;
}
