import { decodeEntities } from './html-entities.ts';

/** Lengths in UTF-16 units. The site's longest titles have about 150. */
export const TITLE_LIMIT = 255;
/** The site's own names have at most 20. */
export const PLAYER_NAME_LIMIT = 50;
/** The site takes 50. */
export const MOTTO_LIMIT = 500;
/** Discord's limit for a menu's label. */
export const SYSTEM_NAME_LIMIT = 100;
/** No award will have a longer name. */
export const AWARD_WORD_LIMIT = 60;
/** The longest emoji, a family, has about 30. */
const GRAPHEME_LIMIT = 32;
/** The longest entities have ten characters; nothing that shows is this much longer than what it is written as. */
const WRITTEN_PER_SHOWN = 10;

/** Printable ASCII without `&`: nearly everything. */
const PLAIN = /^[!-%'-~](?:[ -%'-~]*[!-%'-~])?$/;

/** Control characters, line breaks, and letters that are blank. */
const BLANK = /[\p{Cc}\p{Z}\u115f\u1160\u2800\u3164\uffa0]+/gu;
/** Halves of characters, and what shows nothing or turns the direction; without the joiners that emoji and scripts need. */
const INVISIBLE =
  /\u034f|\u17b4|\u17b5|[\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const VISIBLE = /[^\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Text from the site as people should see it, in any field that Discord checks: one line, well-formed, entities decoded
 * once, without invisible characters, cut to `limit` UTF-16 units. Null if nothing would show.
 */
export function cleanText(written: string, limit: number): string | null {
  if (written.length <= limit && PLAIN.test(written)) return written;
  const shown = mended(decodeEntities(written.slice(0, limit * WRITTEN_PER_SHOWN)), limit);
  return VISIBLE.test(shown) ? shown : null;
}

/** Whether a text is as `cleanText` leaves it. */
export function isCleanText(text: string, limit: number): boolean {
  if (text.length > limit) return false;
  return PLAIN.test(text) || (VISIBLE.test(text) && mended(text, limit) === text);
}

function mended(text: string, limit: number): string {
  return cut(text.replaceAll(INVISIBLE, '').replaceAll(BLANK, ' ').trim(), limit);
}

/** Leaves out letters under heaps of accents, which no limit could cut. */
function cut(text: string, limit: number): string {
  let shown = '';
  for (const { segment } of graphemes.segment(text)) {
    const isDoubled = segment === ' ' && shown.endsWith(' ');
    if (isDoubled || segment.length > GRAPHEME_LIMIT) continue;
    if (shown.length + segment.length > limit) return `${fit(shown, limit - 1).trimEnd()}…`;
    shown += segment;
  }
  return shown.trim();
}

/** Makes room at the end. */
function fit(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = [...graphemes.segment(text)].at(-1);
  return text.slice(0, last?.index ?? 0);
}
