import { memoize } from '#src/platform/memo.ts';

import { en } from './en.ts';
import type { Texts } from './en.ts';
import { createFormats } from './format.ts';
import type { Format, Values } from './format.ts';
import { FALLBACK, languageOf, LANGUAGES } from './languages.ts';
import type { Languages } from './languages.ts';
import type { ValuesOf } from './text-values.ts';

const NO_VALUES: Values = {};
/** Discord has some thirty. */
const LOCALES_KEPT = 100;

type Paths<T> = {
  [Group in keyof T & string]: `${Group}.${keyof T[Group] & string}`;
}[keyof T & string];

/** The name of a text, for example `library.footer`. */
export type TextKey = Paths<typeof en>;

type EnglishText<Key extends TextKey> = Key extends `${infer Group}.${infer Name}`
  ? Group extends keyof typeof en
    ? Name extends keyof (typeof en)[Group]
      ? (typeof en)[Group][Name]
      : never
    : never
  : never;

/** The values that a text takes; where the key is one of several, all that any of them takes. */
export type TextValues<Key extends TextKey> = Intersection<
  Key extends TextKey ? { values: ValuesOf<EnglishText<Key> & string> } : never
>['values'];
type Intersection<Union> = (Union extends unknown ? (one: Union) => void : never) extends (
  all: infer All,
) => void
  ? All & { values: unknown }
  : never;

/** What follows a key: its values, if it has any. */
type Given<Of> = keyof Of extends never ? [] : [values: Extract<Of, Values>];

/** A text in one language, with its `{values}` filled in. Numbers are written as the language writes them. */
export type Translate = {
  <Key extends TextKey>(key: Key, ...given: Given<TextValues<Key>>): string;
  /** The same for a key that came with its values from elsewhere. */
  fill(key: TextKey, values: Values): string;
  /** `A, B, and C`, as the language writes it. */
  list(items: readonly string[]): string;
  /** `A, B, or C`. */
  either(items: readonly string[]): string;
  /** One sentence after another; there has to be one. */
  sentences(sentences: readonly string[]): string;
  /** `50%`. @param number 0–100 */
  percent(number: number): string;
  /** For what `Intl` writes. */
  readonly language: string;
};

/** Finds the translation for each of Discord's locales: the closest language, or English. */
export type Translations = {
  (locale: string): Translate;
  /** Loads every language. Until then, everybody reads English. */
  load(): Promise<void>;
};

/** @param languages those that there are. */
export function createTranslations(languages: Languages = LANGUAGES): Translations {
  const english = createTranslate(FALLBACK, en);
  const byLanguage = new Map<string, Translate>();
  const languageFor = memoize((locale: string) => languageOf(locale, languages), LOCALES_KEPT);
  const translateFor = (locale: string) => byLanguage.get(languageFor(locale)) ?? english;
  async function load(): Promise<void> {
    const others = Object.entries(languages).filter(([language]) => language !== FALLBACK);
    await Promise.all(
      others.map(async ([language, { load: loadTexts }]) => {
        const { texts } = await loadTexts();
        byLanguage.set(language, createTranslate(language, texts));
      }),
    );
  }
  return Object.assign(translateFor, { load });
}

/** Whether there is a text of this name. */
export function isTextKey(name: string): name is TextKey {
  return ENGLISH.has(name);
}

const ENGLISH = byKey(en);

/** The texts by their names, `library.footer`. */
function byKey(texts: Texts): ReadonlyMap<string, string> {
  return new Map<string, string>(
    Object.entries(texts).flatMap(([group, members]) =>
      Object.entries(members).map(([name, text]) => [`${group}.${name}`, text] as const),
    ),
  );
}

function createTranslate(language: string, texts: Texts): Translate {
  const read = createFormats(language);
  const formats = new Map<TextKey, Format>();
  const byName = byKey(texts);
  const lists = new Intl.ListFormat(language);
  const percentages = new Intl.NumberFormat(language, { style: 'percent' });
  // A page writes ten of them, and there are a hundred.
  const percents = new Map<number, string>();
  const alternatives = new Intl.ListFormat(language, { type: 'disjunction' });
  function fill(key: TextKey, values: Values): string {
    const format = formats.get(key) ?? read(byName.get(key) ?? key);
    formats.set(key, format);
    return format(values);
  }
  const translate = (key: TextKey, values = NO_VALUES) => fill(key, values);
  return Object.assign(translate, {
    fill,
    language,
    list: (items: readonly string[]) => lists.format(items),
    either: (items: readonly string[]) => alternatives.format(items),
    sentences: (sentences: readonly string[]) =>
      sentences.reduce((first, next) => translate('sentence.next', { first, next })),
    percent(number: number): string {
      const known = percents.get(number) ?? percentages.format(number / 100);
      if (Number.isInteger(number)) percents.set(number, known);
      return known;
    },
  });
}
