import { createInstance } from 'i18next';

import { en } from './en.ts';

type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${P}${WithoutPlural<K>}`
    : Paths<T[K], `${P}${K}.`>;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Stem}_${'one' | 'other'}` ? Stem : K;

/** The name of a text, for example `library.footer`. */
export type TextKey = Paths<typeof en>;

/** Gives a text in one language, with its `{{values}}` filled in. Numbers are written as the language writes them. */
export type Translate = (
  key: TextKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** For each of Discord's locales the language it gets: the nearest that there is, else English. */
export function createTranslations(): (locale: string) => Translate {
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  const byLocale = new Map<string, Translate>();
  return (locale) => {
    const known = byLocale.get(locale);
    if (known) return known;
    const t = i18n.getFixedT(locale);
    const translate: Translate = (key, values) => t(key, { ...values });
    byLocale.set(locale, translate);
    return translate;
  };
}
