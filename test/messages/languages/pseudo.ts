import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer.js';

import { en } from '#src/messages/languages/en.ts';
import type { Texts } from '#src/messages/languages/en.ts';
import { createTranslations } from '#src/messages/languages/translate.ts';
import type { Translations } from '#src/messages/languages/translate.ts';

const PLAIN = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const ACCENTED = 'ÅåƁƀĆćĎďÉéƑƒĜĝĤĥÎîĴĵĶķĹĺṀṁÑñÖöÞþǪǫŔŕŠšŤťÛûṼṽŴŵẊẋÝýŽž';

/** Code, addresses, and emoji's names stay as they are. */
const KEPT = /`[^`]*`|\]\([^)]*\)|<[^>]*>|\/\w+/g;

/**
 * English as a language that nobody reads: with accents, in brackets, and a third longer. What is still plain English in
 * a message doesn't come from the texts.
 */
function pseudo(text: string): string {
  const elements = accented(parse(text, { ignoreTag: true }));
  return printAST([literal('⟦'), ...elements, literal(`${'·'.repeat(text.length / 3)}⟧`)]);
}

const literal = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

function accented(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  return elements.map((element) => {
    if (element.type === TYPE.literal) return literal(withAccents(element.value));
    if (element.type !== TYPE.plural) return element;
    const options = Object.entries(element.options).map(
      ([form, { value }]) => [form, { value: accented(value) }] as const,
    );
    return { ...element, options: Object.fromEntries(options) };
  });
}

function withAccents(text: string): string {
  let written = '';
  let end = 0;
  for (const { index, 0: kept } of text.matchAll(KEPT)) {
    written += accents(text.slice(end, index)) + kept;
    end = index + kept.length;
  }
  return written + accents(text.slice(end));
}

function accents(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);
}

const textsOf = (group: object) =>
  Object.fromEntries(Object.entries(group).map(([name, text]) => [name, pseudo(String(text))]));

/** Whatever the locale, everybody reads the pseudo-language. */
export async function pseudoTranslations(): Promise<Translations> {
  const groups = Object.entries(en).map(([group, texts]) => [group, textsOf(texts)]);
  const texts: Texts = { ...en, ...Object.fromEntries(groups) };
  const translate = createTranslations({ de: { name: 'Pseudo', load: async () => ({ texts }) } });
  await translate.load();
  return Object.assign(() => translate('de'), { load: translate.load });
}

/** What people read of a message, modal, or list of choices. */
export function readIn(body: unknown): string[] {
  if (Array.isArray(body)) return body.flatMap(readIn);
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? (isRead(key, body) ? [value] : []) : readIn(value),
  );
}

const READ = new Set(['content', 'title', 'description', 'text', 'label', 'placeholder', 'name']);

/** The value of a field is read, that of a menu's option isn't; nor is an emoji's name. */
function isRead(key: string, body: object): boolean {
  if (key === 'value') return !('label' in body);
  return READ.has(key);
}

/** What isn't translated, whatever the language, and the German words of lists. */
const NAMES =
  /`[^`]*`|\]\([^)]*\)|<[^>]*>|https?:\S+|\/\w+|MaxMilyin|RetroAchievements|Completionist|Player\d+|Game \d+|Sonic the Hedgehog|Mega Drive|Game Boy(?: Advance| Color)?|\b(?:MD|SNES|Famicom|zzz|qqq|gamebo|English|oder|und|nowhere|Nobody|ULID|UTC|URL|API|CSV|JSON)\b/g;

/** Words of plain English. */
export function plainEnglish(text: string): string[] {
  return text.replaceAll(NAMES, ' ').match(/[A-Za-z]{2,}/g) ?? [];
}
