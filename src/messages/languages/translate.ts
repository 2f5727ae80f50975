import { createInstance } from 'i18next';
import { LRUCache } from 'lru-cache';

import { en } from './en.ts';
import type { Texts } from './en.ts';

/** Every language, by Discord's locale or the part before its hyphen. To add one, add its file and a line here. */
const LANGUAGES = { en } satisfies Readonly<Record<string, Texts>>;
const FALLBACK = 'en';
/** Discord has some thirty. */
const LOCALES_KEPT = 100;
const PLURALS_KEPT = 1_000;

type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${P}${WithoutPlural<K>}`
    : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

/** The name of a text, for example `library.footer`. */
export type TextKey = Paths<typeof en>;

/** A text in one language, with its `{{values}}` filled in. Numbers are written as the language writes them. */
export type Translate = {
  (key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  /** `A, B, and C`, as the language writes it. */
  list(items: readonly string[]): string;
};

/** Finds the language for each of Discord's locales: the closest one, or English. */
export function createTranslations(): (locale: string) => Translate {
  const i18n = createInstance();
  const resources = Object.fromEntries(
    Object.entries(LANGUAGES).map(([language, translation]) => [language, { translation }]),
  );
  void i18n.init({ initAsync: false, fallbackLng: FALLBACK, resources });
  const byLanguage = new Map<string, Translate>();
  const byLocale = new LRUCache<string, Translate>({ max: LOCALES_KEPT });
  function translateFor(locale: string): Translate {
    const language = languageOf(locale);
    const known = byLanguage.get(language);
    if (known) return known;
    const t = i18n.getFixedT(language);
    const translate = createTranslate(language, (key, count) =>
      t(key, { skipInterpolation: true, ...(count === undefined ? {} : { count }) }),
    );
    byLanguage.set(language, translate);
    return translate;
  }
  return (locale) => {
    const known = byLocale.get(locale);
    if (known) return known;
    const translate = translateFor(locale);
    byLocale.set(locale, translate);
    return translate;
  };
}

function languageOf(locale: string): string {
  const [language = ''] = locale.split('-', 1);
  return [locale, language].find((known) => Object.hasOwn(LANGUAGES, known)) ?? FALLBACK;
}

/**
 * i18next finds a text and its plural form; this fills in the values. A page has some sixty texts, and i18next would
 * parse each one every time, and keep a number format for every number that it has ever written.
 * @param find the text before its `{{values}}` are filled in.
 */
function createTranslate(
  language: string,
  find: (key: TextKey, count: number | undefined) => string,
): Translate {
  const numbers = new Intl.NumberFormat(language);
  const plurals = new Intl.PluralRules(language);
  const ordinals = new Intl.PluralRules(language, { type: 'ordinal' });
  const lists = new Intl.ListFormat(language);
  // Most numbers are small, and need no format if the language writes them like this.
  const isPlain = numbers.format(123) === '123';
  const write: Record<Format, (value: number) => string> = {
    number: (n) =>
      isPlain && Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : numbers.format(n),
    ordinal: (n) =>
      n === 1 ? translate('ordinal.first') : translate(ORDINALS[ordinals.select(n)], { n }),
  };
  const texts = new Map<string, readonly Part[]>();
  const pluralForms = new LRUCache<number, Intl.LDMLPluralRule>({ max: PLURALS_KEPT });
  function pluralOf(count: number): Intl.LDMLPluralRule {
    const form = pluralForms.get(count) ?? plurals.select(count);
    pluralForms.set(count, form);
    return form;
  }
  function translate(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
    const count = typeof values['count'] === 'number' ? values['count'] : undefined;
    const form = count === undefined ? key : `${key} ${pluralOf(count)}`;
    const parts = texts.get(form) ?? takeApart(find(key, count));
    texts.set(form, parts);
    let text = '';
    for (const part of parts) text += fill(part, values, write);
    return text;
  }
  return Object.assign(translate, { list: (items: readonly string[]) => lists.format(items) });
}

/** The text of each ordinal form, as in `3rd`. */
const ORDINALS = {
  zero: 'ordinal.other',
  one: 'ordinal.one',
  two: 'ordinal.two',
  few: 'ordinal.few',
  many: 'ordinal.other',
  other: 'ordinal.other',
} as const satisfies Record<Intl.LDMLPluralRule, TextKey>;

type Format = 'number' | 'ordinal';

/** A piece of a text, or a place for a value: `{{player}}`, `{{count, number}}` or `{{nth, ordinal}}`. */
type Part =
  | string
  | { readonly name: string; readonly format: Format | null; readonly raw: string };

const PLACE = /\{\{(?<name>\w+)(?:, (?<format>number|ordinal))?\}\}/g;

function takeApart(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { index, 0: raw, groups } of text.matchAll(PLACE)) {
    const name = groups?.['name'] ?? '';
    const format = formatOf(groups?.['format']);
    parts.push(text.slice(end, index), { name, format, raw });
    end = index + raw.length;
  }
  return [...parts, text.slice(end)];
}

function formatOf(word: string | undefined): Format | null {
  return word === 'number' || word === 'ordinal' ? word : null;
}

function fill(
  part: Part,
  values: Readonly<Record<string, string | number>>,
  write: Record<Format, (value: number) => string>,
): string {
  if (typeof part === 'string') return part;
  const value = values[part.name];
  if (value === undefined) return part.raw;
  if (part.format === null || typeof value !== 'number') return String(value);
  return write[part.format](value);
}
