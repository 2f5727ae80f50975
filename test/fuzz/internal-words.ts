import { en } from '#src/messages/languages/en.ts';

/** What only programmers should read. */
const WORDS = /\b(?:undefined|NaN|null|Infinity)\b|\[object |\bError:|\.ts:\d|\n\s+at |\{\w+[,}]/;
const KEYS = new Set(keysOf(en));
/** People don't read these. */
const UNREAD = new Set(['custom_id', 'url', 'icon_url', 'value', 'id', 'filename', 'nonce']);

/** Every text in a message, modal, or list of choices that people read, with its place. */
function textsIn(body: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof body === 'string') return [[at, body]];
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    // An embed's field is read, a menu's value is not.
    UNREAD.has(key) && !(key === 'value' && at.includes('fields'))
      ? []
      : textsIn(value, `${at}/${key}`),
  );
}

/** What no person should read in a message. @param said what people typed, and may read again. */
export function internalWordsIn(body: unknown, said: string): readonly string[] {
  return textsIn(body).flatMap(([at, text]) => {
    const found = WORDS.exec(text)?.[0] ?? text.split(/[\s*`]+/).find((word) => KEYS.has(word));
    return found === undefined || said.includes(found) ? [] : [`${found} in ${at}: ${text}`];
  });
}

function keysOf(texts: object): readonly string[] {
  return Object.entries(texts).flatMap(([key, value]: readonly [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value).map((inner) => `${key}.${inner}`)
      : [key],
  );
}
