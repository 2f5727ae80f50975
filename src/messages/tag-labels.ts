import { code, truncate } from './markdown.ts';

const TAG_LIMIT = 48;
/** A space and two backticks. */
const AROUND = 3;

/** As many tags as `limit` UTF-16 units have room for, each after a space; real titles have three at most. */
export function tagLabels(tags: readonly string[], limit = 96): string {
  let text = '';
  for (const tag of tags) {
    const label = ` ${code(truncate(tag, Math.min(TAG_LIMIT, limit - AROUND)))}`;
    if (text.length + label.length > limit) break;
    text += label;
  }
  return text;
}
