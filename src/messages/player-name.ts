import { escapedLength, truncate } from './markdown.ts';

/** Longer names of players are cut in messages. The site's own have at most 20 characters. */
export const SHOWN_NAME_LIMIT = 40;

/** A player's name, short enough even with each special character escaped. */
export function shownName(name: string): string {
  return truncate(name, SHOWN_NAME_LIMIT, escapedLength);
}
